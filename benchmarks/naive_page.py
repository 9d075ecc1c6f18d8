"""The growth page as it is written first: Streamlit's own controls, plotly express, everything read in every run.

Run: streamlit run benchmarks/naive_page.py. The map holds its geometry and asks no other host, as the page is compared
with the product on a machine without a network.
"""

import json
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

SNAPSHOT = Path(__file__).resolve().parent.parent / "data" / "snapshot"
CITY = "14713000"

st.set_page_config(page_title="Unemployment share in Leipzig", layout="wide")
st.title("Unemployment share in Leipzig")

observations = pd.read_parquet(SNAPSHOT / "observations.parquet")
areas = pd.read_parquet(SNAPSHOT / "areas.parquet")
boundaries = json.loads((SNAPSHOT / "areas-ortsteil.geojson").read_text("utf-8"))
data = observations[observations["series"] == "kd7-3/Anteil an den Erwerbsfähigen"]
data = data.merge(areas, left_on="area", right_on="code")
data["year"] = data["period"].astype(str).astype(int)
districts = data[data["level"] == "ortsteil"]

first, last = int(data["year"].min()), int(data["year"].max())
year = st.slider("Year", first, last, int(st.query_params.get("year", last)))
chosen = st.multiselect("Districts", sorted(districts["name"].unique()))
shown = districts[districts["year"] == year].sort_values("value", ascending=False)

left, right = st.columns(2)
with left:
    figure = px.choropleth_map(
        shown,
        geojson=boundaries,
        locations="code",
        color="value",
        hover_name="name",
        map_style="white-bg",
        center={"lat": 51.34, "lon": 12.38},
        zoom=9.6,
        height=600,
        title=f"Unemployment share {year}",
    )
    st.plotly_chart(figure)
with right:
    bars = px.bar(
        shown,
        x="value",
        y="name",
        color=shown["name"].isin(chosen),
        height=1400,
        title=f"Ranking by unemployment share {year}",
    )
    bars.update_yaxes(categoryorder="total ascending")
    with st.container(height=600):
        st.plotly_chart(bars)

followed = data[(data["code"] == CITY) | (data["name"].isin(chosen) if chosen else data["level"] == "stadtbezirk")]
lines = px.line(followed.sort_values("year"), x="year", y="value", color="name", title="Over time")
st.plotly_chart(lines)
st.dataframe(shown[["name", "year", "value", "status"]])
