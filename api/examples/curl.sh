curl --fail --compressed --output population.csv \
  "http://localhost:8501/api/v1/observations.csv?indicator=population&level=ortsteil"
