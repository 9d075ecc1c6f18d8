"""Who carried a change, as a cascade: each bar begins where the one above it ends, and the last is the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import isnan
from typing import Any, Final

import pandas as pd

from charts.axes import hidden_axis, names_axis
from charts.labels import broken, depth, longest
from charts.theme import Captions, Figure, Theme, figure, layout
from indicators.analysis.contribution import REMAINDER, half_carried
from locales import Language, number, percent, text
from words.care import care_of_change, mark

TOP: Final = 78
BAR: Final = 24
NAME: Final = 22
"""Letters of a name on one line."""
SMALL: Final = 0.9
"""Width of the picture's type beside that of 12 pixels."""
MOST: Final = 15
"""So many parts have a bar each. Of more, only those do that make up half of the change, or the largest if it takes too
many of them, and a few that moved against it."""
LARGEST: Final = 10
AGAINST: Final = 4


@dataclass(frozen=True)
class Step:
    """One bar. area: its code, empty for several together; label: its value and its share, in words; care: as from
    `words.care.care_of_change`."""

    area: str
    name: str
    value: float
    label: str
    care: str = ""


def steps(lang: Language, found: pd.DataFrame, lit: Sequence[str]) -> list[Step]:
    """The bars of a cascade, from top to bottom: those who carried half of the change each, the others together.

    found: rows of `indicators.analysis.contribution.contribution` with a column name; lit: areas with a bar of their
    own. The last two are the `REMAINDER`, unless it is zero, and the whole. Without a change of the whole there are
    none.
    """
    whole, rest = found.iloc[-1], found.iloc[-2]
    if isnan(whole["absolute"]):
        return []
    way = -1 if whole["absolute"] < 0 else 1
    known = found.iloc[:-2].dropna(subset=["absolute"])
    known = known.assign(along=known["absolute"] * way).sort_values("along", ascending=False, kind="stable")
    along, against = known[known["along"] > 0], known[known["along"] < 0].iloc[::-1]
    half = half_carried(along["share"])
    most, least = (half if 0 < half <= MOST else LARGEST, AGAINST) if len(known) > MOST else (MOST, MOST)
    bars = _listed(lang, along, most, lit) + _listed(lang, against, least, lit)
    # Where a part has no figure, what it did is in here, too.
    left = whole["absolute"] - sum(bar.value for bar in bars)
    complete = not isnan(rest["absolute"])
    name = text(lang, "assigned to no district") if complete else text(lang, "no figure, or assigned to no district")
    rests = [Step(REMAINDER, name, left, _label(lang, left, left * _per(whole)))] if abs(left) >= 0.5 else []
    return [*bars, *rests, _step(lang, whole)]


def _listed(lang: Language, rows: pd.DataFrame, most: int, lit: Sequence[str]) -> list[Step]:
    """The first rows and the lit ones each, and all others together. rows: in order, all of one direction."""
    each = [n < most or area in lit for n, area in enumerate(rows["area"])]
    if each.count(False) == 1:
        each = [True] * len(each)
    bars = [_step(lang, row) for _, row in rows[each].iterrows()]
    others = rows[[not own for own in each]]
    if others.empty:
        return bars
    value, share = float(others["absolute"].sum()), float(others["share"].sum(min_count=1))
    n = number(lang, len(others))
    name = text(lang, "{n} others that gained", n=n) if value > 0 else text(lang, "{n} others that lost", n=n)
    return [*bars, Step("", name, value, _label(lang, value, share))]


def _per(whole: pd.Series) -> float:
    """Percent of the whole's change that one person is; NaN where shares are not stated."""
    return float(whole["share"] / whole["absolute"]) if whole["absolute"] else float("nan")


def _step(lang: Language, row: pd.Series) -> Step:
    care = care_of_change(row["breaks"], row["status"])
    label = _label(lang, row["absolute"], row["share"]) + mark(care)
    return Step(row["area"], row["name"], row["absolute"], label, care)


def _label(lang: Language, value: float, share: float) -> str:
    persons = number(lang, value, signed=True)
    return persons if isnan(share) else f"{persons} · {percent(lang, share, 1)}"


def cascade(bars: Sequence[Step], lit: Mapping[str, str], half: str, captions: Captions, theme: Theme) -> Figure:
    """One bar a step, at least one; labels stand in a column at the right.

    lit: colour by area; half: what to say at half of the whole, empty for no line there.
    """
    ends = [*accumulate(bar.value for bar in bars[:-1]), bars[-1].value]
    starts = [0.0, *ends[:-2], 0.0][-len(bars) :]
    low, high = min(0.0, *ends), max(0.0, *ends)
    rim, room = 0.02 * ((high - low) or 1.0), round(SMALL * longest([bar.label for bar in bars])) + 6
    small = depth(captions)
    names = [broken(bar.name, NAME) for bar in bars]
    left, height = SMALL * longest(names) + 10, TOP + BAR * len(bars) + small
    drawn = layout(theme, captions, height, small, top=TOP, left=left, right=room) | {
        "bargap": 0.3,
        "xaxis": hidden_axis(low - rim, high + rim),
        "yaxis": names_axis([*names[:-1], f"<b>{names[-1]}</b>"], range(len(bars)), (len(bars) - 0.5, -0.5), 11, theme),
        "shapes": [_upright(0, -0.5, len(bars) - 0.5, theme.muted), *_links(ends, theme)],
        "hovermode": "closest",
    }
    drawn["annotations"] += [_label_beside(n, bar, n == len(bars) - 1, room) for n, bar in enumerate(bars)]
    if half:
        middle = bars[-1].value / 2
        drawn["shapes"].append(_upright(middle, -0.5, len(bars) - 1.5, theme.text) | {"line": _dotted(theme)})
        drawn["annotations"].append(_above(middle, half, theme))
    return figure([_bars(bars, starts, lit, theme)], drawn)


def _bars(bars: Sequence[Step], starts: Sequence[float], lit: Mapping[str, str], theme: Theme) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [bar.value for bar in bars],
        "base": list(starts),
        "y": list(range(len(bars))),
        "customdata": [f"<b>{bar.name}</b><br>{bar.label}" for bar in bars],
        "marker": {"color": [lit.get(bar.area, _colour(bar, bars[-1], theme)) for bar in bars]},
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _colour(bar: Step, whole: Step, theme: Theme) -> str:
    """Green for gains and brown for losses, paler for several together, strong for the whole."""
    if bar.area == REMAINDER:
        return theme.no_value
    return (theme.rising if bar.value > 0 else theme.falling)[3 if bar is whole else 2 if bar.area else 0]


def _label_beside(place: int, bar: Step, bold: bool, room: int) -> dict[str, Any]:
    text = f"<b>{bar.label}</b>" if bold else bar.label
    beside = {"x": 1, "xanchor": "right", "xshift": room, "y": place, "yref": "y", "yanchor": "middle"}
    return beside | {"text": text, "font": {"size": 11}}


def _links(ends: Sequence[float], theme: Theme) -> list[dict[str, Any]]:
    """From the end of each bar down to where the next one begins."""
    return [_upright(end, n, n + 1, theme.muted) for n, end in enumerate(ends[:-1])]


def _upright(x: float, top: float, bottom: float, colour: str) -> dict[str, Any]:
    line = {"color": colour, "width": 1}
    return {"type": "line", "x0": x, "x1": x, "y0": top, "y1": bottom, "line": line, "layer": "below"}


def _dotted(theme: Theme) -> dict[str, Any]:
    return {"color": theme.text, "width": 1, "dash": "dot"}


def _above(x: float, words: str, theme: Theme) -> dict[str, Any]:
    place = {"x": x, "xref": "x", "xanchor": "center", "y": 1, "yref": "paper", "yanchor": "bottom"}
    return {"text": words, "font": {"size": 11, "color": theme.muted}, **place}
