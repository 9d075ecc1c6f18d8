figures <- read.csv(
  "http://localhost:8501/api/v1/observations.csv?indicator=population&level=ortsteil",
  colClasses = c(area = "character", period = "character"), # codes such as 00 are text
  encoding = "UTF-8"
)
newest <- subset(figures, period == max(period), select = c(name, value))
print(newest[order(-newest$value), ], row.names = FALSE)
