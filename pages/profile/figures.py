"""The figures of a profile: its table, what has to be known about it, its files."""

from collections.abc import Iterable, Iterator
from functools import partial

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts.profile_table import profile_row, profile_table
from data.areas import CITY
from exports import links
from exports.tables.profile import profile as profile_export
from indicators import catalogue
from indicators.catalogue import groups, topics
from indicators.figures.reader_groups import OwnGroup, cleaned, place
from indicators.figures.remarks import reason
from indicators.places.place import Place, history
from indicators.places.profile import without_figures
from indicators.places.trends import trends
from indicators.selection import Selection
from locales import joined, plural, text
from pages.profile.subject import ALL, Profile, topic_title
from ui import frame
from ui.take_away.offers import WHOLE, Figures, Table
from words.course import assumed
from words.periods import short
from words.place_sentence import SINCE
from words.sources import source_line

Mark = tuple[str, str, str, str]
"""A figure with a status to be beware of: indicator, period, status, area."""


def table(profile: Profile, topic: str) -> None:
    """Every indicator of a topic, or of all, with its place among the peers."""
    lang, known = profile.lang, catalogue.load()
    rows = profile.rows
    if topic != ALL:
        rows = rows[rows["topic"] == topic]
    city = Place(CITY, profile.place.peers)
    judged = trends(profile.dataset, profile.place, SINCE)
    told: dict[str, list[Markup]] = {id: [] for id in topics.load() if id in set(rows["topic"])}
    for row in rows.to_dict("records"):
        indicator = known[row["indicator"]]
        own = history(profile.dataset, indicator, profile.place).since(SINCE)
        theirs = history(profile.dataset, indicator, city).since(SINCE)
        line = profile_row(lang, indicator, row, own, theirs, profile.view.theme, judged.get(indicator.id))
        told.setdefault(row["topic"], []).append(line)
    against = text(lang, "Against the median of {peers} (in brackets)", peers=profile.peers())
    header = [text(lang, "Indicator"), profile.name, text(lang, "Year"), text(lang, "Rank"), text(lang, "City")]
    header += [against, text(lang, "Since {year}", year=SINCE), text(lang, "Trend")]
    caption = text(lang, "Rank 1 is the highest value, or the best grade; values that look the same share a rank.")
    st.html(profile_table(caption, header, [(topic_title(lang, id), found) for id, found in told.items()]))
    frame.behind(text(lang, "How to read the table"), _reading(profile))
    frame.behind(text(lang, "Doubtful figures and breaks"), _remarks(profile, rows))


def _reading(profile: Profile) -> list[str]:
    """What lines, arrows and words in the table mean."""
    lang = profile.lang
    every = [text(lang, "Lines and trends cover all years since {year}.", year=SINCE)] if profile.until else []
    return [
        *every,
        text(
            lang,
            "Line: {name} in green, the city in grey; a gap is a missing or doubtful figure. Arrow: the trend after "
            "the last break, found by the Mann–Kendall test after pre-whitening (p < 0.05, adjusted over this profile "
            "by Benjamini and Hochberg); click it to learn more.",
            name=profile.name,
        ),
        f"{text(lang, 'Trend')}: {assumed(lang)}",
        text(
            lang,
            "Similar: within one spread (1.4826 × median absolute deviation) of the median of {peers}, as 68% of "
            "normally distributed values are. What is compared is the newest year with figures for most of them.",
            peers=profile.peers(),
        ),
    ]


def _remarks(profile: Profile, rows: pd.DataFrame) -> list[str]:
    """What the marks in the table mean, and which reasons the sources give."""
    lang = profile.lang
    doubts, breaks = (_reasons(profile, marks) for marks in (_doubts(profile, rows), _breaks(profile, rows)))
    return [
        *(
            text(lang, "‡ Doubtful ({figures}): {reason}", figures=joined(lang, figures), reason=why)
            for why, figures in doubts.items()
        ),
        *(
            text(lang, "† Break ({figures}): {reason}", figures=joined(lang, figures), reason=why)
            for why, figures in breaks.items()
        ),
    ]


def _doubts(profile: Profile, rows: pd.DataFrame) -> Iterator[Mark]:
    """The doubtful figures in the table."""
    for row in rows.to_dict("records"):
        for area, status in ((profile.place.id, row["status"]), (CITY, row["city_status"])):
            if status == "U":
                yield row["indicator"], row["period"], status, area


def _breaks(profile: Profile, rows: pd.DataFrame) -> Iterator[Mark]:
    """The breaks that the lines of the table cross."""
    for id in rows["indicator"]:
        own = history(profile.dataset, catalogue.load()[id], profile.place).since(SINCE)
        for period, status in list(zip(own.periods, own.status, strict=True))[1:]:
            if status == "B":
                yield id, period, status, profile.place.id


def _reasons(profile: Profile, marks: Iterable[Mark]) -> dict[str, list[str]]:
    """The figures that are marked by the reason that the source gives, each once."""
    lang, figures = profile.lang, dict[str, list[str]]()
    for id, period, status, area in marks:
        indicator = catalogue.load()[id]
        why = reason(profile.dataset, indicator, period, status, frozenset([area]))
        same = figures.setdefault(why[lang] if why else text(lang, "the source gives no reason"), [])
        title = f"{indicator.title[lang]} {short(lang, period)}"
        if title not in same:
            same.append(title)
    return figures


def absent(profile: Profile) -> None:
    """Which indicators have no row, and why."""
    lang = profile.lang
    none, apart = without_figures(profile.dataset, profile.place, profile.until)
    reasons: dict[str, list[str]] = {}
    for one in apart:
        reasons.setdefault(one.groups["reason"][lang], []).append(one.title[lang])
    remarks = []
    for why, titled in reasons.items():
        told = text(lang, "Cannot be combined for a group: {titles}.", titles=joined(lang, titled))
        remarks.append(f"{told} {why}")
    if none:
        titles = joined(lang, [one.title[lang] for one in none])
        remarks.append(
            text(lang, "No figures for {peers} in the current data: {titles}.", peers=profile.peers(), titles=titles)
        )
    n = len(none) + len(apart)
    frame.behind(plural(lang, "{n} indicator is not in the table", "{n} indicators are not in the table", n), remarks)


def files(profile: Profile, topic: str) -> Figures:
    """What is offered: the profile with ranks and medians, the series behind its lines, and all there is of both."""
    lang = profile.lang
    rows = profile.rows if topic == ALL else profile.rows[profile.rows["topic"] == topic]
    ids = tuple(rows["indicator"])
    title = text(lang, "Profile: {name}", name=profile.name)
    ranks = text(lang, "Profile with ranks and medians")
    stem = "_".join(filter(None, ["leipzig_profile", profile.place.id, profile.until]))
    table = Table(f"{ranks}: {profile.name}", stem, len(ids), partial(_file, profile, ids), _address(profile))
    indicators = tuple(catalogue.load()[id] for id in ids)
    if not indicators:
        return WHOLE
    own = _own(profile)
    series = Selection(indicators, (CITY,) if own else (profile.place.id, CITY), own=own, start=SINCE)
    return Figures(title, indicators, (table, series), Selection(indicators), maps=True)


def _address(profile: Profile) -> str:
    """Where the same ranks can be had of a place that others know, too."""
    if _own(profile):
        return ""
    until = {"to": profile.until} if profile.until else {}
    fixed = {"lang": profile.lang, "version": profile.dataset.version}
    return links.api("profile.csv", area=profile.place.id, **until, **fixed)


def _own(profile: Profile) -> tuple[OwnGroup, ...]:
    """The place as a group that the HTTP interface has to be told, where it is neither official nor declared."""
    if not profile.place.members or profile.place.id in groups.load():
        return ()
    return (OwnGroup(place(0), cleaned(profile.name), profile.place.members),)


def _file(profile: Profile, ids: tuple[str, ...]) -> pd.DataFrame:
    found = profile_export(profile.dataset, profile.place, profile.name, profile.until, lang=profile.lang)
    return found[found["indicator"].isin(ids)]


def source(profile: Profile) -> None:
    """Where the figures of the page are from."""
    indicators = [catalogue.load()[id] for id in profile.rows["indicator"]]
    frame.note(source_line(profile.lang, profile.dataset, *indicators))
