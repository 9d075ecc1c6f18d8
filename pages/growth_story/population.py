"""The story of growth in its pieces: who carried it, and when it turned; each with words, table and file."""

from functools import partial
from typing import Final

import pandas as pd

from charts.table import html_table
from data.areas import CITY
from exports import links
from exports.observations import PLACES
from exports.tables.growth_story import growth
from indicators.analysis.contribution import REMAINDER, contribution, half_carried
from locales import NO_VALUE, number, percent, text
from pictures.contribution import parts
from pictures.key_figures import KeyFigure
from pictures.places import GROUP
from pictures.request import Request
from pictures.turning_points import turns, years
from ui.take_away.offers import Table
from words.care import care_of_change, changes_told, mark

SIGNS: Final = {"first": "○ ", "last": "▼ "}


def key_figures(request: Request) -> list[KeyFigure]:
    """The city, what the group contributed, how many parts carried half, and how many lost residents."""
    lang, (start, end), every = request.lang, request.span, parts(request)
    city, districts = every.iloc[-1], every.iloc[:-2]
    found: list[KeyFigure] = [
        (
            text(lang, "Residents {year}", year=end),
            number(lang, city["end_value"]),
            f"{start}: {number(lang, city['start_value'])}",
        ),
        (
            text(lang, "Change since {start}", start=start),
            number(lang, city["absolute"], signed=True),
            percent(lang, city["percent"], signed=True),
        ),
        *_group(request, city),
    ]
    of = text(lang, "of {count} {parts}", count=number(lang, len(districts)), parts=request.parts)
    if half := half_carried(districts["share"]):
        found.append((text(lang, "Half of it carried by"), number(lang, half), of))
    lost = int((districts["absolute"] < 0).sum())
    return [*found, (text(lang, "Lost residents"), number(lang, lost), of)]


def _group(request: Request, city: pd.Series) -> list[KeyFigure]:
    """What the group made up of the city's change, beside what it made up of its residents."""
    lang = request.lang
    own = contribution(request.grid, [GROUP], CITY, *request.span).iloc[0]
    if pd.isna(own["share"]) or pd.isna(city["share"]):
        return []
    share = percent(lang, own["weight"])
    weight = text(lang, "{share} of the residents {year}", share=share, year=request.selection.start)
    label = text(lang, "Share of {name} in it", name=request.names[GROUP])
    return [(label, percent(lang, own["share"]), weight)]


def years_listed(request: Request) -> list[str]:
    """The parts of the city by the year in which they were smallest: `2005: Möckern, Wahren`."""
    every, names = turns(request), request.dataset.names[request.level]
    known = every[every["area"].isin(list(names)) & (every["low"] != "")]
    return [
        f"{low} ({number(request.lang, len(rows))}): {', '.join(names[area] for area in rows['area'])}"
        for low, rows in known.groupby("low")
    ]


def figures_table(request: Request) -> str:
    """All contributions with the lowest year beside them, the largest first, then the remainder and the city."""
    lang, (start, end), every, turned = request.lang, request.span, parts(request), turns(request)
    signs = [SIGNS.get(state, "") for state in turned["state"]]
    low = dict(zip(turned["area"], signs + turned["low"], strict=True))
    districts = every.iloc[:-2].sort_values("absolute", ascending=False, kind="stable", na_position="last")
    rows = pd.concat([districts, every.iloc[-2:]]).to_dict("records")
    cares = [care_of_change(row["breaks"], row["status"]) for row in rows]
    header = [
        text(lang, "Area"),
        start,
        end,
        text(lang, "Difference"),
        text(lang, "Share"),
        text(lang, "Lowest in"),
    ]
    cells = [
        [
            row["name"],
            number(lang, row["start_value"]),
            number(lang, row["end_value"]),
            number(lang, row["absolute"], signed=True) + mark(care),
            percent(lang, row["share"], 1),
            low.get(row["area"], NO_VALUE),
        ]
        for row, care in zip(rows, cares, strict=True)
    ]
    set_off = [n for n, row in enumerate(rows) if row["area"] in request.strongest]
    caption = text(lang, "Residents, change {start}–{end}, and share of the city's change", start=start, end=end)
    first, last = years(request)
    key = text(lang, "lowest of {first}–{last}: ○ in the first year, ▼ in the last", first=first, last=last)
    caption = " · ".join([caption, key, *changes_told(lang, cares)])
    return html_table(caption, header, cells, set_off)


def file(request: Request) -> Table:
    """The table as a file."""
    start, end = request.span
    title = text(request.lang, "Growth of the areas {start}–{end}", start=start, end=end)
    span = {"level": request.level, "from": start, "to": end}
    where = links.api("contributions.csv", **span, lang=request.lang, version=request.dataset.version)
    return Table(title, f"leipzig_growth_{start}-{end}", len(parts(request)), partial(_file, request), where)


def _file(request: Request) -> pd.DataFrame:
    dataset, every = request.dataset, parts(request)
    level = dict(zip(dataset.areas["code"], dataset.areas["level"], strict=True))
    rows = [(area, name, level.get(area, REMAINDER)) for area, name in zip(every["area"], every["name"], strict=True)]
    told = pd.DataFrame(rows, columns=PLACES)
    return growth(dataset, request.indicator, every, turns(request), told, request.span, request.lang)
