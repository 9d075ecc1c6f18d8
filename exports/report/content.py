"""What a report says of a place, as texts and pictures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import Any, Final

from data.areas import CITY
from data.store import Dataset
from exports.about.sources import BOUNDARIES, Source, sources
from exports.report.pictures import PICTURED, Illustration, illustrations, place_map
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.values import grid
from indicators.places.place import Place
from indicators.places.profile import differences, positions
from locales import Language, date, number, text
from words.care import mark, status_told
from words.change import difference
from words.indicator import absent
from words.missing import why_missing
from words.periods import dated, short
from words.place_sentence import A_TOPIC, SINCE, place_sentence, standing
from words.rows import rows as change_rows
from words.tiles import figure_and_unit
from words.titles import unit_beside

KEY: Final = ("population", "mean_age", "base_rent", "unemployment_share", "net_income_person")
MOST: Final = 8
"""Rows of the table."""


@dataclass(frozen=True)
class KeyFigure:
    """A figure with its label; when: its period and doubts; told: its rank and the city's, or why there is none."""

    label: str
    value: str
    unit: str
    when: str
    told: str


@dataclass(frozen=True)
class Report:
    """All that stands in a report; table: rows of texts below its header; terms: a paragraph a source."""

    lang: Language
    kind: str
    name: str
    where: str
    sentence: str
    place: str
    figures: Sequence[KeyFigure]
    pictures: Sequence[Illustration]
    table_title: str
    table_note: str
    header: Sequence[str]
    table: Sequence[Sequence[str]]
    sources_title: str
    terms: Sequence[str]
    version: str
    address: str
    product: str
    code: str = ""
    page: str = ""


def place_of(dataset: Dataset, area: str) -> Place:
    """The district or borough of a code."""
    return Place(area, "stadtbezirk" if area in dataset.names["stadtbezirk"] else "ortsteil")


def report(lang: Language, dataset: Dataset, area: str, address: str) -> Report:
    """The report on a district or borough; address: of its profile."""
    place = place_of(dataset, area)
    boroughs = dataset.names["stadtbezirk"].items()
    names = {**dataset.all_names, **{code: text(lang, "{name} borough", name=name) for code, name in boroughs}}
    rows, known = positions(dataset, place), catalogue.load()
    listed = [known[row["indicator"]] for row in differences(rows, MOST, A_TOPIC).to_dict("records")]
    spoken = dict.fromkeys([*(known[id] for id in (*KEY, *PICTURED)), *listed])
    of_district = place.peers == "ortsteil"
    peers = text(lang, "the 63 districts") if of_district else text(lang, "the 10 boroughs")
    return Report(
        lang,
        text(lang, "District profile") if of_district else text(lang, "Borough profile"),
        names[area],
        text(lang, "in the borough {name}", name=dataset.names["stadtbezirk"][area[0]]) if of_district else "",
        place_sentence(lang, dataset, place, names, rows),
        place_map(lang, dataset, place),
        [*_figures(lang, rows.to_dict("records")), *_growth(lang, dataset, area)],
        illustrations(lang, dataset, place),
        text(lang, "Greatest differences from the city"),
        _measured(lang, peers),
        [
            text(lang, "Indicator"),
            text(lang, "Year"),
            names[area],
            text(lang, "Rank"),
            text(lang, "City"),
            text(lang, "Distance"),
        ],
        [_row(lang, known[row["indicator"]], row) for row in differences(rows, MOST, A_TOPIC).to_dict("records")],
        text(lang, "Sources and licences"),
        _terms(lang, sources(dataset, spoken, boundaries=True)),
        f"{text(lang, 'Data version')} {dataset.version}",
        address,
        text(lang, "Leipzig Urban Indicators"),
        page=text(lang, "Page {n} of {of}"),
    )


def _measured(lang: Language, peers: str) -> str:
    return text(
        lang,
        "Distance: value minus city, in spreads of {peers} (1.4826 × median absolute deviation); at most "
        "{n} of a topic, no counts, no doubtful figures.",
        peers=peers,
        n=A_TOPIC,
    )


def _figures(lang: Language, rows: Sequence[Mapping[Any, Any]]) -> Iterator[KeyFigure]:
    """The key figures, in their order; one that is missing says why."""
    found = {row["indicator"]: row for row in rows}
    for indicator in (catalogue.load()[id] for id in KEY):
        row, title = found.get(indicator.id), indicator.title[lang]
        if row is None:
            yield KeyFigure(title, "–", "", "", absent(lang))
        elif isnan(row["value"]):
            yield KeyFigure(title, "–", "", dated(lang, row["period"]), why_missing(lang, row["status"]))
        else:
            when = ", ".join([dated(lang, row["period"]), *status_told(lang, row["status"])])
            yield KeyFigure(
                title, *figure_and_unit(lang, indicator, row["value"]), when, standing(lang, indicator, row)
            )


def _growth(lang: Language, dataset: Dataset, area: str) -> Iterator[KeyFigure]:
    """How the number of residents changed, beside the city's change; nothing where that can't be said."""
    population = catalogue.load()["population"]
    own = grid(dataset, population)
    period = own.with_figures([area])[-1:]
    if not period:
        return
    changes = measures.change(own, SINCE, *period)
    names = {area: area, **dataset.names["city"]}
    rows = {row["area"]: row for row in change_rows(lang, population, changes, names).to_dict("records")}
    if area not in rows or isnan(rows[area]["change"]):
        return
    row, city = rows[area], rows.get(CITY)
    told = text(lang, "city {value}", value=difference(lang, population, city["change"])) if city else ""
    span = f"{SINCE}–{period[0]}"
    yield KeyFigure(
        text(lang, "Growth"), difference(lang, population, row["change"]) + mark(row["care"]), "", span, told
    )


def _row(lang: Language, indicator: Indicator, row: Mapping[Any, Any]) -> list[str]:
    """A row of the table. row: of `indicators.places.profile.POSITIONS`."""
    own, city = (number(lang, row[which], indicator.decimals) for which in ("value", "city"))
    rank = "" if isnan(row["rank"]) else f"{int(row['rank'])}/{int(row['of'])}"
    title = " ".join(filter(None, (indicator.title[lang], f"({unit_beside(lang, indicator)})".replace("()", ""))))
    return [title, short(lang, row["period"]), own, rank, city, number(lang, row["apart"], 1, signed=True)]


def _terms(lang: Language, known: Sequence[Source]) -> list[str]:
    """What comes from whom, under which licence, fetched when: a paragraph for all that have these in common."""
    titles: dict[tuple[str, str, str], list[str]] = {}
    for source in known:
        said = text(lang, "Boundaries") if source.id == BOUNDARIES else source.title
        licence = " ".join(filter(None, (source.licence.title or source.licence.id, source.licence.address)))
        day = text(lang, "fetched on {day}", day=date(lang, source.retrieved_at)) if source.retrieved_at else ""
        titles.setdefault((source.publisher, licence, day), []).append(said)
    return [
        f"{publisher}: {'; '.join(dict.fromkeys(own))}. {', '.join(filter(None, (licence, day)))}."
        for (publisher, licence, day), own in titles.items()
    ]
