"""The story of growth in its pieces: who carried it, and when it turned; each with picture, words, table and file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from charts.table import html_table
from data.areas import CITY, Level
from exports.observations import PLACES
from exports.tables.growth_story import growth
from indicators.analysis.contribution import REMAINDER, contribution, half_carried
from indicators.analysis.turning_points import turning
from indicators.figures.grid import Grid
from indicators.figures.values import grid
from locales import NO_VALUE, Language, number, percent, text
from pictures import places
from pictures.picture import Subject
from ui.take_away.offers import Table
from words.care import care_of_change, changes_told, mark
from words.contribution import contribution_sentence
from words.phrases import parts as parts_of
from words.turning import turning_sentence, turnings_sentence

TOGETHER: Final = "together"
"""Stands where area codes stand, for all districts as one group."""
SIGNS: Final = {"first": "○ ", "last": "▼ "}


@dataclass(frozen=True, eq=False)
class Story:
    """What the whole page is about.

    figures: of residents, with the group; level: of the parts; names: by code; parts: from
    `indicators.analysis.contribution`, with the remainder and the city; turns: of every area, from
    `indicators.analysis.turning_points`, over `years`, the first and the last with figures.
    """

    chosen: Subject
    figures: Grid
    level: Level
    names: Mapping[str, str]
    parts: pd.DataFrame
    turns: pd.DataFrame
    years: tuple[str, str]


def tell(chosen: Subject, figures: Grid, level: Level, names: Mapping[str, str], years: tuple[str, str]) -> Story:
    """Contributions over the chosen span, and turns over all years.

    The lowest of some years read as that of all would be wrong, so the span does not narrow where turns are looked for.
    """
    lang, (start, end) = chosen.lang, chosen.span
    named = {**names, CITY: text(lang, "Leipzig"), REMAINDER: text(lang, "assigned to no district")}
    everyone = ((TOGETHER, tuple(chosen.dataset.codes("ortsteil"))),)
    residents = grid(chosen.dataset, chosen.indicator, everyone)
    parts = contribution(residents, chosen.dataset.codes(level), CITY, start, end, TOGETHER)
    parts = parts.assign(name=parts["area"].map(named))
    return Story(chosen, figures, level, named, parts, turning(figures, *years), years)


def part_names(lang: Language, level: Level) -> str:
    """What the parts of the city are called."""
    return text(lang, "districts") if level == "ortsteil" else text(lang, "boroughs")


def lead(story: Story) -> str:
    """Who carried the growth, in words."""
    chosen = story.chosen
    rows = story.parts[story.parts["area"] != REMAINDER]
    return contribution_sentence(chosen.lang, chosen.indicator, chosen.span, rows, part_names(chosen.lang, story.level))


def key_figures(story: Story) -> list[tuple[str, str, str | None]]:
    """The city, what the group contributed, how many parts carried half, and how many lost residents."""
    chosen = story.chosen
    lang, (start, end) = chosen.lang, chosen.span
    city, parts = story.parts.iloc[-1], story.parts.iloc[:-2]
    found: list[tuple[str, str, str | None]] = [
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
    ]
    found += _group(story)
    named = parts_of(lang, story.level)
    of = text(lang, "of {count} {parts}", count=number(lang, len(parts)), parts=named)
    if half := half_carried(parts["share"]):
        found.append((text(lang, "Half of it carried by"), number(lang, half), of))
    lost = int((parts["absolute"] < 0).sum())
    found.append((text(lang, "Lost residents"), number(lang, lost), of))
    return found


def _group(story: Story) -> list[tuple[str, str, str | None]]:
    """What the group made up of the city's change, beside what it made up of its residents."""
    lang, start = story.chosen.lang, story.chosen.start
    own = contribution(story.figures, [places.GROUP], CITY, *story.chosen.span).iloc[0]
    if pd.isna(own["share"]) or pd.isna(story.parts["share"].iloc[-1]):
        return []
    weight = text(lang, "{share} of the residents {year}", share=percent(lang, own["weight"]), year=start)
    label = text(lang, "Share of {name} in it", name=story.names[places.GROUP])
    return [(label, percent(lang, own["share"]), weight)]


def turning_sentences(story: Story) -> list[str]:
    """The city, the group and all parts: when each was smallest."""
    chosen, lang = story.chosen, story.chosen.lang
    turns = story.turns.set_index("area", drop=False)
    own = [
        turning_sentence(lang, chosen.indicator, dict(turns.loc[area]), story.names[area])
        for area in (CITY, places.GROUP)
        if area in turns.index
    ]
    parts = story.turns[story.turns["area"].isin(chosen.dataset.codes(story.level))]
    named = part_names(lang, story.level)
    return [*own, turnings_sentence(lang, parts, story.names, named, story.years)] if len(parts) else own


def years_listed(story: Story) -> list[str]:
    """The parts of the city by the year in which they were smallest: `2005: Möckern, Wahren`."""
    turns = story.turns[story.turns["area"].isin(story.chosen.dataset.codes(story.level)) & (story.turns["low"] != "")]
    return [
        f"{low} ({number(story.chosen.lang, len(rows))}): {', '.join(story.names[area] for area in rows['area'])}"
        for low, rows in turns.groupby("low")
    ]


def figures_table(story: Story, lit: Sequence[str]) -> None:
    """All contributions with the lowest year beside them, the largest first, then the remainder and the city."""
    lang, (start, end) = story.chosen.lang, story.chosen.span
    signs = [SIGNS.get(state, "") for state in story.turns["state"]]
    low = dict(zip(story.turns["area"], signs + story.turns["low"], strict=True))
    parts = story.parts.iloc[:-2].sort_values("absolute", ascending=False, kind="stable", na_position="last")
    rows = pd.concat([parts, story.parts.iloc[-2:]]).to_dict("records")
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
    set_off = [n for n, row in enumerate(rows) if row["area"] in (*lit, CITY)]
    caption = text(lang, "Residents, change {start}–{end}, and share of the city's change", start=start, end=end)
    years = {"first": story.years[0], "last": story.years[1]}
    key = text(lang, "lowest of {first}–{last}: ○ in the first year, ▼ in the last", **years)
    caption = " · ".join([caption, key, *changes_told(lang, cares)])
    st.html(html_table(caption, header, cells, set_off))


def file(story: Story) -> Table:
    """The table as a file."""
    chosen = story.chosen
    title = text(chosen.lang, "Growth of the areas {start}–{end}", start=chosen.start, end=chosen.end)
    return Table(title, f"leipzig_growth_{chosen.start}-{chosen.end}", len(story.parts), partial(_file, story))


def _file(story: Story) -> pd.DataFrame:
    chosen = story.chosen
    level = dict(zip(chosen.dataset.areas["code"], chosen.dataset.areas["level"], strict=True))
    rows = [(area, story.names[area], level.get(area, REMAINDER)) for area in story.parts["area"]]
    told = pd.DataFrame(rows, columns=PLACES)
    return growth(chosen.dataset, chosen.indicator, story.parts, story.turns, told, chosen.span, chosen.lang)
