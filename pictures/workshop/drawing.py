"""A set's pictures, drawn for a reader: through the registry, as on every page."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from html import escape
from typing import Final

from charts.theme import Theme
from data.areas import CITY
from data.store import Dataset
from indicators import catalogue, cities
from indicators.catalogue import Indicator, groups
from indicators.energy.district import measures as district_measures
from indicators.energy.district.asked import District
from indicators.energy.factors import factors
from indicators.energy.scenario import Measures, Scenario
from indicators.figures.reader_groups import OwnGroup, cleaned
from indicators.figures.values import grid
from indicators.selection import Selection
from locales import Language, text
from pictures.picture import Drawn, Picture
from pictures.places import REST, official
from pictures.registry import KINDS, OF_DISTRICTS, draw
from pictures.request import Request
from pictures.workshop.entry import DistrictIf, Entry, WorkshopSet, codes_of, given

LOG: Final = logging.getLogger(__name__)
NEEDED: Final[Mapping[str, int]] = {
    **dict.fromkeys(("place map", "group map", "moved", *OF_DISTRICTS), 0),
    **dict.fromkeys(("relation", "change relation"), 2),
}
"""Indicators that a kind is drawn of; of all others at least one."""
LISTED: Final = ("place map", "moved")
"""Kinds that are of one area."""


@dataclass(frozen=True, eq=False)
class Reader:
    """For whom pictures are drawn; boundaries, spans: addresses, as in `Request`."""

    lang: Language
    dataset: Dataset
    theme: Theme
    boundaries: str = ""
    spans: str = ""


def drawn(chosen: WorkshopSet, reader: Reader) -> list[Drawn]:
    """The pictures in order, each with the reader's own title and sentence, or why it can't be shown."""
    return [drawn_one(entry, reader) for entry in chosen.entries]


def drawn_one(entry: Entry, reader: Reader) -> Drawn:
    """The picture of an entry, or why it can't be shown."""
    why = next(_problems(entry, reader), "")
    if why:
        return why
    try:
        found = draw(entry.kind, request_of(entry, reader))
    except (LookupError, ValueError, TypeError):
        # A stranger can ask a kind of picture for what no page would; each kind relies on what pages give it.
        LOG.exception("a set's picture can't be drawn: %s", entry)
        return text(reader.lang, "The set does not say all that this picture needs.")
    return found if isinstance(found, str) else _named(entry, found)


def request_of(entry: Entry, reader: Reader) -> Request:
    """What an entry's picture is asked for. Raises KeyError for an indicator that there is not."""
    every = _indicators()
    own = tuple(_rest(reader, entry) if group.id == REST else _group(reader, group) for group in entry.own)
    scenario = None
    if entry.what_if:
        done = Measures(entry.what_if.rate, entry.what_if.years, entry.what_if.connected, entry.what_if.factor)
        scenario = Scenario(reader.dataset, given(entry.what_if.today), done, entry.what_if.period)
    of = tuple(every[id] for id in entry.indicators)
    return Request(
        reader.lang,
        reader.dataset,
        reader.theme,
        Selection(of, entry.areas, entry.levels or None, own, entry.start, entry.end),
        reader.boundaries,
        reader.spans,
        entry.lit,
        entry.period,
        entry.scheme,
        entry.classes_of,
        entry.measure,
        entry.fit,
        scenario=scenario,
        district=None if entry.district is None else _district(reader, entry.district),
        subject=entry.subject,
        reference=entry.reference,
    )


def _district(reader: Reader, said: DistrictIf) -> District:
    """An energy district as pages call it."""
    lang, codes = reader.lang, codes_of(said.codes)
    name = official(lang, reader.dataset).get(said.place) or _own_name(lang, said.name)
    measures = {field.name: getattr(said, field.name) for field in fields(district_measures.Measures)}
    return District(reader.dataset, codes, name, district_measures.Measures(**measures), factors())


def _own_name(lang: Language, name: str) -> str:
    return text(lang, "“{name}”", name=name) if name else text(lang, "Your selection")


def _named(entry: Entry, found: Picture) -> Picture:
    figure, sentence = found.figure, found.sentence
    if entry.title:
        title = figure["layout"]["title"]
        below = title["text"].partition("</b>")[2]
        title = {**title, "text": f"<b>{escape(entry.title)}</b>{below}"}
        figure = {**figure, "layout": {**figure["layout"], "title": title}}
    if entry.remark:
        sentence = f"{sentence} {entry.remark}" if entry.beside else entry.remark
    return replace(found, figure=figure, sentence=sentence)


def _group(reader: Reader, group: OwnGroup) -> OwnGroup:
    """A group as pages call it."""
    lang, declared = reader.lang, groups.load().values()
    ours = (one.title[lang] for one in declared if set(one.members) == set(group.members))
    name = _own_name(lang, group.name) if group.name else next(ours, _own_name(lang, ""))
    return replace(group, name=name)


def _rest(reader: Reader, entry: Entry) -> OwnGroup:
    """The districts that are not of the group beside."""
    taken = {code for group in entry.own for code in group.members}
    others = tuple(code for code in reader.dataset.codes("ortsteil") if code not in taken)
    return OwnGroup(REST, text(reader.lang, "Rest of the city"), others)


def _indicators() -> dict[str, Indicator]:
    wholes = {id: composition.whole for id, composition in cities.compositions().items()}
    return {**catalogue.load(), **cities.indicators(), **wholes}


def _problems(entry: Entry, reader: Reader) -> Iterator[str]:
    """Why the picture can't be shown: what it names and the figures in force don't have, the gravest first."""
    lang = reader.lang
    if entry.kind not in KINDS:
        yield text(lang, "There is no kind of picture “{name}” any more.", name=entry.kind)
    known = _indicators()
    for id in entry.indicators:
        if id not in known:
            yield text(lang, "There is no indicator “{name}” any more.", name=id)
    if _incomplete(entry):
        yield text(lang, "The set does not say all that this picture needs.")
    areas = _areas(entry, reader.dataset)
    for area in (*(entry.areas or ()), *entry.lit, entry.subject, entry.reference):
        if area and area not in areas:
            yield text(lang, "There is no area “{name}” any more.", name=area)
    yield from _wrong_groups(entry, reader)
    yield from _wrong_district(entry, reader)
    yield from _missing_periods(entry, reader, [known[id] for id in entry.indicators[:1]])


def _incomplete(entry: Entry) -> bool:
    needed = NEEDED.get(entry.kind, 1)
    return (
        len(entry.indicators) < needed
        or (entry.kind in LISTED and len(entry.areas or ()) != 1)
        or (entry.kind.startswith("scenario") and entry.what_if is None)
        or (entry.kind in OF_DISTRICTS and entry.district is None)
        or (entry.areas == () and entry.kind != "group map")
        or entry.start > entry.end
    )


def _areas(entry: Entry, dataset: Dataset) -> set[str]:
    return {CITY, *dataset.all_names, *groups.load(), *(group.id for group in entry.own)}


def _wrong_groups(entry: Entry, reader: Reader) -> Iterator[str]:
    districts = set(reader.dataset.codes("ortsteil"))
    for group in entry.own:
        named = cleaned(group.name) == group.name and group.id not in reader.dataset.all_names
        if not named or not set(group.members) <= districts or (not group.members and group.id != REST):
            yield text(reader.lang, "A group of one’s own has a name or districts that there are not.")


def _wrong_district(entry: Entry, reader: Reader) -> Iterator[str]:
    """What an energy district names and the figures in force don't have."""
    lang, said = reader.lang, entry.district
    if said is None:
        return
    if said.place and said.place not in official(lang, reader.dataset):
        yield text(lang, "There is no area “{name}” any more.", name=said.place)
    districts = set(reader.dataset.codes("ortsteil"))
    if cleaned(said.name) != said.name or not said.codes or not set(codes_of(said.codes)) <= districts:
        yield text(lang, "A group of one’s own has a name or districts that there are not.")


def _missing_periods(entry: Entry, reader: Reader, of: Sequence[Indicator]) -> Iterator[str]:
    """Periods without any figure: a picture of another one would not be the one that was chosen."""
    if not of or entry.kind == "cities":
        return
    known = grid(reader.dataset, of[0]).with_figures()
    for period in (entry.start, entry.end, entry.period):
        if period and period not in known:
            title = of[0].title[reader.lang]
            yield text(reader.lang, "“{title}” has no figures of {period}.", title=title, period=period)
