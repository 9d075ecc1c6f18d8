"""The growth page as somebody who knows Dash writes it, to compare the product with.

Figures are in memory, the browser fetches the boundaries once as an asset, answers are compressed, and each picture
has a callback of its own, so that they are made side by side. Run: gunicorn benchmarks.dash_page:server.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs

import dash
import pandas as pd
import plotly.graph_objects as go
from dash import Input, Output, dcc, html

SNAPSHOT: Final = Path(__file__).resolve().parent.parent / "data" / "snapshot"
SERIES: Final = "kd7-3/Anteil an den Erwerbsfähigen"
CITY: Final = "14713000"
CONFIG: Final[Any] = {
    # Without it plotly asks another host for an outline of the world.
    "topojsonURL": 'data:application/json,{"type":"Topology","objects":{},"arcs":[]}#',
    "displaylogo": False,
    "displayModeBar": False,
}
CLEAR: Final = [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]]
GREY: Final = [[0, "#b0a898"], [1, "#b0a898"]]
FRAME: Final = {"template": "plotly_white", "margin": {"l": 0, "r": 0, "t": 48, "b": 0}, "showlegend": False}


def read() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The indicator's values (area, year, value, status, name, level) and the areas (code, level, name)."""
    areas = pd.read_parquet(SNAPSHOT / "areas.parquet", columns=["code", "level", "name"])
    rows = pd.read_parquet(SNAPSHOT / "observations.parquet", filters=[("series", "==", SERIES)])
    rows = rows.astype({"area": "str", "period": "str", "status": "str"}).drop(columns="series")
    rows["year"] = rows["period"].astype(int)
    return rows.merge(areas, left_on="area", right_on="code"), areas


values, areas = read()
names = dict(zip(areas["code"], areas["name"], strict=True))
districts = values[values["level"] == "ortsteil"]
boroughs = areas.loc[areas["level"] == "stadtbezirk", "code"].tolist()
years = sorted(districts["year"].unique().tolist())
by_year = {year: districts[districts["year"] == year] for year in years}
low, high = float(districts["value"].min()), float(districts["value"].max())

app = dash.Dash(
    __name__,
    title="Unemployment share in Leipzig",
    assets_folder=str(SNAPSHOT),
    assets_url_path="boundaries",
    compress=True,
    update_title="",
)
server = app.server
server.config["SEND_FILE_MAX_AGE_DEFAULT"] = 3600
server.config["COMPRESS_MIMETYPES"] = [
    "text/html",
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/geo+json",
]
app.layout = html.Div(
    [
        dcc.Location(id="location", refresh=False),
        html.H1("Unemployment share in Leipzig"),
        dcc.Slider(
            years[0], years[-1], 1, id="year", value=years[-1], marks={y: str(y) for y in years}, updatemode="drag"
        ),
        dcc.Dropdown({code: names[code] for code in sorted(by_year[years[-1]]["area"])}, id="districts", multi=True),
        html.Div(
            [
                dcc.Graph(id="map", config=CONFIG, style={"height": 600, "width": "54%"}),
                html.Div(
                    dcc.Graph(id="ranking", config=CONFIG, style={"height": 1400}),
                    style={"height": 600, "width": "46%", "overflowY": "auto"},
                ),
            ],
            style={"display": "flex"},
        ),
        dcc.Graph(id="lines", config=CONFIG, style={"height": 420}),
        html.Div(id="table", style={"height": 460, "overflowY": "auto"}),
    ],
    style={"fontFamily": "system-ui, sans-serif", "maxWidth": 1500, "margin": "auto"},
)


@app.callback(Output("year", "value"), Output("districts", "value"), Input("location", "search"))
def restore(search: str) -> tuple[int, list[str]]:
    """What the address asks for."""
    asked = parse_qs((search or "").lstrip("?"))
    return int(asked.get("year", [str(years[-1])])[0]), asked.get("areas", [])


@app.callback(Output("map", "figure"), Input("year", "value"), Input("districts", "value"))
def district_map(year: int, chosen: Sequence[str] | None) -> go.Figure:
    """The districts in the colours of their values, with the same scale in all years."""
    rows = by_year[year]
    missing = rows["value"].isna()
    there, absent = rows[~missing], rows[missing]
    figure = go.Figure(layout={**FRAME, "title": f"Unemployment share {year}"})
    figure.add_choropleth(
        geojson=app.get_asset_url("areas-ortsteil.geojson"),
        locations=absent["area"],
        z=[0] * len(absent),
        text=absent["name"],
        colorscale=GREY,
        showscale=False,
        hovertemplate="<b>%{text}</b><br>no value<extra></extra>",
    )
    figure.add_choropleth(
        geojson=app.get_asset_url("areas-ortsteil.geojson"),
        locations=there["area"],
        z=there["value"],
        zmin=low,
        zmax=high,
        text=there["name"],
        colorscale="YlGnBu",
        colorbar={"ticksuffix": " %"},
        hovertemplate="<b>%{text}</b><br>%{z:.1f} %<extra></extra>",
        marker={"line": {"color": "#ffffff", "width": 0.6}},
    )
    figure.add_choropleth(**outline("areas-stadtbezirk.geojson", boroughs, "#5a666b", 1.2))
    if chosen:
        figure.add_choropleth(**outline("areas-ortsteil.geojson", chosen, "#1d2528", 2.4))
    figure.update_geos(
        projection_type="mercator",
        lonaxis_range=[12.23, 12.55],
        lataxis_range=[51.235, 51.45],
        visible=False,
    )
    return figure


def outline(file: str, codes: Sequence[str], colour: str, width: float) -> dict[str, Any]:
    """A layer that draws only the boundaries of some areas."""
    return {
        "geojson": app.get_asset_url(file),
        "locations": list(codes),
        "z": [0] * len(codes),
        "colorscale": CLEAR,
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": colour, "width": width}},
    }


@app.callback(Output("ranking", "figure"), Input("year", "value"), Input("districts", "value"))
def ranking(year: int, chosen: Sequence[str] | None) -> go.Figure:
    """One bar a district, the largest on top."""
    rows = by_year[year].dropna(subset="value").sort_values("value")
    lit = rows["area"].isin(chosen or [])
    colours = ["#01665e" if one else "#b3b9bc" for one in lit]
    bars = go.Bar(
        x=rows["value"],
        y=rows["name"],
        orientation="h",
        marker={"color": colours},
        text=rows["value"],
        texttemplate="%{text:.1f}",
    )
    return go.Figure(bars, {**FRAME, "title": f"Ranking by unemployment share {year}"})


@app.callback(Output("lines", "figure"), Input("districts", "value"))
def lines(chosen: Sequence[str] | None) -> go.Figure:
    """The chosen districts over time, or the boroughs, and the city."""
    figure = go.Figure(layout={**FRAME, "title": "Over time", "hovermode": "x unified", "showlegend": True})
    for code in [*(chosen or boroughs), CITY]:
        rows = values[values["area"] == code]
        figure.add_scatter(x=rows["year"], y=rows["value"], name=names[code], mode="lines+markers")
    return figure


@app.callback(Output("table", "children"), Input("year", "value"), Input("districts", "value"))
def table(year: int, chosen: Sequence[str] | None) -> html.Table:
    """The figures of the year, the largest first."""
    rows = by_year[year].sort_values("value", ascending=False)
    cells = zip(rows["area"], rows["name"], rows["value"], rows["status"], strict=True)
    body = [
        html.Tr(
            [html.Td(name), html.Td("–" if pd.isna(value) else f"{value:.1f}"), html.Td(status)],
            style={"fontWeight": "bold"} if area in (chosen or []) else None,
        )
        for area, name, value, status in cells
    ]
    head = html.Thead(html.Tr([html.Th("District"), html.Th(f"{year}, %"), html.Th("Status")]))
    return html.Table([head, html.Tbody(body)])


# A worker serves only the scripts that a page made by itself has named; so one is made before there are workers.
server.test_client().get("/")
