"""When each district was smallest."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from charts.turning_points import turning_points
from locales import percent, text
from pictures.marks import Colours
from pictures.picture import Drawn, Subject
from words.change import amount


def lowest_years(
    subject: Subject,
    turns: pd.DataFrame,
    names: Mapping[str, str],
    whole: list[str],
    years: tuple[str, str],
    lit: Colours,
    sentence: str,
) -> Drawn:
    """Every district at its lowest year, by borough; boroughs and what is whole, such as the city, with a stroke.

    turns: rows of `indicators.analysis.turning_points.turning` over the years; names: by code; whole: areas.
    """
    lang, dataset = subject.lang, subject.dataset
    told = [_told(subject, names[row["area"]], row) for row in turns.to_dict("records")]
    rows = turns.assign(name=turns["area"].map(names), told=told)
    parents = dict(zip(dataset.areas["code"], dataset.areas["parent"], strict=True))
    points = rows[rows["area"].isin(dataset.codes("ortsteil"))]
    points = points.assign(lane=points["area"].map(parents), colour=[lit.get(area, "") for area in points["area"]])
    if points.empty or (points["state"] == "too few").all():
        return text(lang, "There are no figures to draw for this choice.")
    boroughs = rows[rows["area"].isin(dataset.codes("stadtbezirk"))].sort_values(["low", "area"])
    strokes = rows.set_index("area", drop=False).reindex(whole).dropna(subset=["area"])
    title = text(lang, "Year of the lowest population, {start}–{end}", start=years[0], end=years[1])
    key = "<br>".join(
        (
            text(lang, "● district, risen since · ○ lowest in the first year"),
            text(lang, "▼ lowest in the last year · ┃ area as a whole"),
        )
    )
    span = (int(subject.start[:4]), int(subject.end[:4]))
    captions = subject.captions(title, key)
    figure = turning_points(points, pd.concat([strokes, boroughs]), span, captions, subject.theme)
    return subject.picture("turning", figure, sentence, rows, "–".join(years))


def _told(subject: Subject, name: str, turn: Mapping[Any, Any]) -> str:
    """A point's tooltip: name, lowest value, and what came after."""
    if turn["state"] == "too few":
        return f"<b>{name}</b>"
    value = amount(subject.lang, subject.indicator, turn["value"])
    since = percent(subject.lang, turn["after"], 1, signed=True)
    after = "" if turn["state"] == "last" else "<br>" + text(subject.lang, "since then {by}", by=since)
    return f"<b>{name}</b><br>{turn['low']}: {value}{after}"
