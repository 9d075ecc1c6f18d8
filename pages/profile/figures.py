"""The figures of a profile: its table, what has to be known about it, its files."""

from functools import partial

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts.profile_table import profile_row, profile_table
from data.areas import CITY
from exports.tables.profile import profile as profile_export
from indicators import catalogue
from indicators.catalogue import groups, topics
from indicators.figures.histories import Place, history
from indicators.figures.named_groups import OwnGroup, cleaned, place
from indicators.figures.remarks import reason
from indicators.places.profile import without_figures
from indicators.selection import Selection
from locales import joined, text
from pages.profile.subject import ALL, SINCE, Shown, topic_title
from ui import frame
from ui.take_away.offers import WHOLE, Figures, Table
from words.sources import source_line


def table(shown: Shown, topic: str) -> None:
    """Every indicator of a topic, or of all, with its place among the peers."""
    lang, known = shown.lang, catalogue.load()
    rows = shown.rows
    if topic != ALL:
        rows = rows[rows["topic"] == topic]
    city = Place(CITY, shown.place.peers)
    told: dict[str, list[Markup]] = {id: [] for id in topics.load() if id in set(rows["topic"])}
    for row in rows.to_dict("records"):
        indicator = known[row["indicator"]]
        own = history(shown.dataset, indicator, shown.place).since(SINCE)
        theirs = history(shown.dataset, indicator, city).since(SINCE)
        told.setdefault(row["topic"], []).append(profile_row(lang, indicator, row, own, theirs, frame.theme()))
    against = text(lang, "Against the median of {peers} (in brackets)", peers=shown.peers())
    header = [text(lang, "Indicator"), shown.name, text(lang, "Year"), text(lang, "Rank"), text(lang, "City"), against]
    header += [text(lang, "Since {year}", year=SINCE), text(lang, "Trend")]
    caption = text(
        lang,
        "Rank 1: highest value. Line: green {name}, grey the city, gap: no or a doubtful figure. "
        "Arrow: trend found by the Mann–Kendall test (p < 0.05).",
        name=shown.name,
    )
    st.html(profile_table(caption, header, [(topic_title(lang, id), found) for id, found in told.items()]))
    _remarks(shown, rows)


def _remarks(shown: Shown, rows: pd.DataFrame) -> None:
    """What the marks in the table mean, which reasons the sources give, and what is not in the table."""
    lang = shown.lang
    for line in [*_doubts(shown, rows), *_breaks(shown, rows)]:
        frame.note(line)
    frame.note(
        text(
            lang,
            "Similar: at most one spread (1.4826 × median absolute deviation) from the median of {peers}; of normally "
            "distributed values 68 % are. Compared is the newest year with figures of most of them.",
            peers=shown.peers(),
        )
    )


def _doubts(shown: Shown, rows: pd.DataFrame) -> list[str]:
    """Reasons of the doubtful figures in the table, each once."""
    lang, found = shown.lang, dict[str, list[str]]()
    for row in rows.to_dict("records"):
        for area, status in ((shown.place.id, row["status"]), (CITY, row["city_status"])):
            if status == "U":
                _add(found, shown, row["indicator"], row["period"], "U", area)
    return [
        text(lang, "‡ Doubtful ({figures}): {reason}", figures=joined(lang, titles), reason=why)
        for why, titles in found.items()
    ]


def _breaks(shown: Shown, rows: pd.DataFrame) -> list[str]:
    """Reasons of the breaks that the lines of the table cross, each once."""
    lang, found = shown.lang, dict[str, list[str]]()
    for id in rows["indicator"]:
        own = history(shown.dataset, catalogue.load()[id], shown.place).since(SINCE)
        for period, status in list(zip(own.periods, own.status, strict=True))[1:]:
            if status == "B":
                _add(found, shown, id, period, "B", shown.place.id)
    return [
        text(lang, "† Break ({figures}): {reason}", figures=joined(lang, titles), reason=why)
        for why, titles in found.items()
    ]


def _add(found: dict[str, list[str]], shown: Shown, id: str, period: str, status: str, area: str) -> None:
    indicator = catalogue.load()[id]
    why = reason(shown.dataset, indicator, period, status, frozenset([area]))
    told = why[shown.lang] if why else text(shown.lang, "the source gives no reason")
    title = f"{indicator.title[shown.lang]} {period}"
    if title not in found.setdefault(told, []):
        found[told].append(title)


def absent(shown: Shown) -> None:
    """Which indicators have no row, and why."""
    lang = shown.lang
    none, apart = without_figures(shown.dataset, shown.place)
    reasons: dict[str, list[str]] = {}
    for one in apart:
        reasons.setdefault(one.groups["reason"][lang], []).append(one.title[lang])
    for why, titled in reasons.items():
        told = text(lang, "Cannot be put together for a group: {titles}.", titles=joined(lang, titled))
        frame.note(f"{told} {why}")
    if none:
        titles = joined(lang, [one.title[lang] for one in none])
        frame.note(
            text(lang, "No figures of {peers} in the data in force: {titles}.", peers=shown.peers(), titles=titles)
        )


def files(shown: Shown, topic: str) -> Figures:
    """What is offered: the profile with ranks and medians, the series behind its lines, and all there is of both."""
    lang = shown.lang
    rows = shown.rows if topic == ALL else shown.rows[shown.rows["topic"] == topic]
    ids = tuple(rows["indicator"])
    title = text(lang, "Profile: {name}", name=shown.name)
    ranks = text(lang, "Profile with ranks and medians")
    profile = Table(f"{ranks}: {shown.name}", f"leipzig_profile_{shown.place.id}", len(ids), partial(_file, shown, ids))
    indicators = tuple(catalogue.load()[id] for id in ids)
    if not indicators:
        return WHOLE
    own = _own(shown)
    series = Selection(indicators, (CITY,) if own else (shown.place.id, CITY), own=own, start=SINCE)
    return Figures(title, indicators, (profile, series), Selection(indicators), maps=True)


def _own(shown: Shown) -> tuple[OwnGroup, ...]:
    """The place as a group that the HTTP interface has to be told, where it is neither official nor declared."""
    if not shown.place.members or shown.place.id in groups.load():
        return ()
    return (OwnGroup(place(0), cleaned(shown.name), shown.place.members),)


def _file(shown: Shown, ids: tuple[str, ...]) -> pd.DataFrame:
    found = profile_export(shown.dataset, shown.place, shown.name, lang=shown.lang)
    return found[found["indicator"].isin(ids)]


def source(shown: Shown) -> None:
    """Where the figures of the page are from."""
    indicators = [catalogue.load()[id] for id in shown.rows["indicator"]]
    frame.note(source_line(shown.lang, shown.dataset, *indicators))
