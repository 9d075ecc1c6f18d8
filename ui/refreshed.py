"""The state of the data in force: version, last refresh, what became of each source, and revisions."""

from functools import lru_cache
from html import escape
from math import isnan
from typing import Final

import streamlit as st

from data.store import Dataset
from indicators.revisions import revisions
from locales import Language, date, number, plural, text
from ui import formula, frame, methods, places

LATEST: Final = 50
"""Revisions that are listed."""
DIGITS: Final = 3
"""Decimals of the most exact figures in a list of revisions."""


def about(lang: Language, dataset: Dataset) -> None:
    """Version, newest period and last refresh."""
    refreshed = dataset.current.get("refreshed_at", "")
    st.html(
        methods.facts(
            [
                (text(lang, "Data version"), escape(dataset.version)),
                (text(lang, "Newest period"), escape(dataset.newest_period)),
                (text(lang, "Last refresh"), escape(date(lang, refreshed)) if refreshed else text(lang, "unknown")),
                (text(lang, "Figures"), number(lang, len(dataset.observations))),
            ]
        )
    )


def sources(lang: Language, dataset: Dataset) -> None:
    """Each source's state at the last refresh beside the record of its figures, and how many are as they should be."""
    states = dataset.current.get("sources", {})
    well = sum(state.get("state") == "updated" for state in states.values())
    frame.note(
        text(lang, "{well} of {n} sources were updated at the last refresh.", well=well, n=len(states))
        if states
        else text(lang, "Nothing is known of the last refresh.")
    )
    st.html(_sources(lang, dataset))


@lru_cache(maxsize=16)
def _sources(lang: Language, dataset: Dataset) -> str:
    states = dataset.current.get("sources", {})
    header = [
        text(lang, "Source"),
        text(lang, "State"),
        text(lang, "Edition"),
        text(lang, "Newest period"),
        text(lang, "Fetched"),
        text(lang, "Licence"),
        text(lang, "Message"),
    ]
    rows = []
    for id in dict.fromkeys([*states, *dataset.sources]):
        state, record = states.get(id, {}), dataset.sources.get(id, {})
        fetched = record.get("retrieved_at", "")
        rows.append(
            [
                f"<b>{escape(id)}</b> {escape(record.get('title', ''))}",
                escape(_state(lang, state.get("state", ""))),
                escape(record.get("vintage") or ""),
                escape(record.get("newest_period") or ""),
                _day(lang, fetched) if fetched else "",
                methods.licence(record.get("licence", "")),
                escape(state.get("message") or ""),
            ]
        )
    return methods.table(text(lang, "Sources at the last refresh"), header, rows)


def _state(lang: Language, state: str) -> str:
    return {
        "updated": text(lang, "updated"),
        "kept": text(lang, "kept the last good figures"),
        "absent": text(lang, "no figures yet"),
        "": text(lang, "unknown"),
    }.get(state, state)


def revised(lang: Language, dataset: Dataset) -> None:
    """The latest figures that publishers changed after publication."""
    found = revisions(dataset)
    if found.empty:
        frame.note(text(lang, "None: no published figure has changed since this store began."))
        return
    n = len(found)
    frame.note(plural(lang, "{n} published figure has changed.", "{n} published figures have changed.", n))
    st.html(_revisions(lang, dataset))


@lru_cache(maxsize=16)
def _revisions(lang: Language, dataset: Dataset) -> str:
    names = places.all_names(lang, dataset)
    header = [
        text(lang, "Figure"),
        text(lang, "Area"),
        text(lang, "Period"),
        text(lang, "Old"),
        text(lang, "New"),
        text(lang, "Difference"),
        text(lang, "Seen on"),
    ]
    rows = [
        [
            escape(formula.series_in_words(dataset, row["series"])),
            escape(names.get(row["area"], row["area"])),
            escape(row["period"]),
            _figure(lang, row["old"]),
            _figure(lang, row["new"]),
            _figure(lang, row["new"] - row["old"], signed=True) if not isnan(row["new"] - row["old"]) else "",
            _day(lang, row["seen_at"]),
        ]
        for row in revisions(dataset).head(LATEST).to_dict("records")
    ]
    return methods.table(text(lang, "The latest revisions, at most {n}", n=LATEST), header, rows, (3, 4, 5))


def _day(lang: Language, moment: str) -> str:
    """A day on one line."""
    return escape(date(lang, moment)).replace(" ", "&nbsp;")


def _figure(lang: Language, value: float, *, signed: bool = False) -> str:
    """A figure with as many decimals as it has, at most `DIGITS`."""
    if isnan(value):
        return escape(text(lang, "no figure"))
    decimals = len(f"{value:.{DIGITS}f}".rstrip("0").partition(".")[2])
    return number(lang, value, decimals, signed=signed)
