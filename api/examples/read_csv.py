import pandas as pd

figures = pd.read_csv(
    "http://localhost:8501/api/v1/observations.csv?indicator=population&level=ortsteil",
    dtype={"area": "str", "period": "str"},  # codes such as 00 are text
)
table = figures.pivot_table(index="name", columns="period", values="value")
print(table)
