"""The state of the data in force: version, last refresh, what became of each source, and revisions."""

from math import isnan
from typing import Final

import streamlit as st

from charts.html import tag
from data import store
from data.store import Dataset
from exports import links
from indicators.figures.revisions import revisions
from indicators.kept import kept
from locales import Language, date, number, plural, text
from pages.methods import definitions
from ui import frame
from words import formula
from words.findings import finding_sentence
from words.periods import dated, short
from words.revisions import figure, revision_sentences

LATEST: Final = 300
"""Revisions that are listed."""
TOLD: Final = 8
"""Sentences about the latest of them."""


def about(lang: Language, dataset: Dataset) -> None:
    """Version, newest period and last refresh."""
    refreshed = dataset.current.get("refreshed_at", "")
    st.html(
        definitions.facts(
            [
                (text(lang, "Data version"), dataset.version),
                (text(lang, "Newest period"), dated(lang, dataset.newest_period)),
                (text(lang, "Last refresh"), date(lang, refreshed) if refreshed else text(lang, "unknown")),
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


def findings(lang: Language, dataset: Dataset) -> None:
    """What the checks of the last refresh had to say of new figures."""
    found = store.report().get("findings", [])
    titles = {id: str(record.get("title", "")) for id, record in dataset.sources.items()}
    refused, noted = (
        [finding_sentence(lang, each, titles, dataset.all_names) for each in found if each["refused"] is kind]
        for kind in (True, False)
    )
    if refused:
        frame.note(text(lang, "New figures that the last refresh did not take over, and why:"))
        frame.listed(refused)
    if noted:
        frame.note(text(lang, "What it noted of those that it took over:"))
        frame.listed(noted)


@kept
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
                tag("b", id) + f" {record.get('title', '')}",
                _state(lang, state.get("state", "")),
                record.get("vintage") or "",
                short(lang, record["newest_period"]) if record.get("newest_period") else "",
                _day(lang, fetched) if fetched else "",
                definitions.licence(record.get("licence", "")),
                state.get("message") or "",
            ]
        )
    return definitions.table(text(lang, "Sources at the last refresh"), header, rows)


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
    titles = {id: str(record.get("title", "")) for id, record in dataset.sources.items()}
    frame.listed(revision_sentences(lang, found, titles, dataset.all_names, TOLD))
    if files := _files(lang, dataset):
        st.html(files)
    st.html(_revisions(lang, dataset))


def _files(lang: Language, dataset: Dataset) -> str:
    """Links to files of what changed since the version before; empty where there is none."""
    kept = store.kept()
    older = kept[kept.index(dataset.version) + 1 :][:1] if dataset.version in kept else []
    if not older:
        return ""
    asked = {"from": older[0], "to": dataset.version, "lang": lang}
    words = text(lang, "All that changed since data version {version}:", version=older[0])
    names = {"series": text(lang, "as published"), "indicators": text(lang, "in indicators")}
    files = definitions.DOT.join(
        tag("a", f"{name} (CSV)", href=links.api("revisions.csv", of=of, **asked)) for of, name in names.items()
    )
    return definitions.STYLE + tag("p", words, " ", files, class_="small facts-files")


@kept
def _revisions(lang: Language, dataset: Dataset) -> str:
    names = dataset.all_names
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
            formula.series_in_words(lang, dataset, row["series"]),
            names.get(row["area"], row["area"]),
            row["period"],
            figure(lang, row["old"]),
            figure(lang, row["new"]),
            figure(lang, row["new"] - row["old"], signed=True) if not isnan(row["new"] - row["old"]) else "",
            _day(lang, row["seen_at"]),
        ]
        for row in revisions(dataset).head(LATEST).to_dict("records")
    ]
    table = definitions.table(text(lang, "The latest revisions, at most {n}", n=LATEST), header, rows, (3, 4, 5))
    return tag("div", table, style="max-height:32rem;overflow-y:auto", tabindex=0)


def _day(lang: Language, moment: str) -> str:
    """A day on one line."""
    return date(lang, moment).replace(" ", "\u00a0")
