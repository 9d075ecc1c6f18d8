"""What of a picture can be changed while it is presented, and what there is to choose from."""

from collections.abc import Mapping
from typing import Any, Final

from data.areas import CITY, Level
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import groups, topics
from indicators.catalogue.availability import available
from indicators.kept import kept
from locales import Language, in_order, text
from pictures.workshop import changing
from pictures.workshop.drawing import Reader, request_of
from pictures.workshop.entry import Entry
from words.periods import short

NOTHING: Final[Mapping[str, Any]] = {"indicator": "", "periods": [], "year": "", "from": "", "to": "", "areas": None}
LEVELS: Final[tuple[Level, ...]] = ("ortsteil", "stadtbezirk")


def choices(entry: Entry, reader: Reader) -> dict[str, Any]:
    """What the picture is of, as far as it can be another: indicator, year or from and to, areas with their names.

    periods: those that there are, each with how it is written; level: whose districts can be set off, `listed` where
    areas of any level are named one by one.
    """
    lang, found = reader.lang, dict(NOTHING)
    if not set(entry.indicators) <= set(catalogue.load()):
        return found
    found["periods"] = [(period, short(lang, period)) for period in changing.periods(entry, reader.dataset)]
    if entry.kind in changing.OF_ANY_INDICATOR:
        found["indicator"] = entry.indicators[0]
    if entry.kind in changing.OF_A_PERIOD:
        found["year"] = entry.period or entry.end
    elif entry.kind in changing.OF_A_SPAN:
        found["from"], found["to"] = entry.start, entry.end
    if entry.kind in changing.OF_AREAS:
        names = request_of(entry, reader).names
        found["areas"] = [(area, names[area]) for area in changing.areas(entry) if area in names]
        level = "stadtbezirk" if "stadtbezirk" in entry.levels else "ortsteil"
        found["level"] = level if entry.areas is None else "listed"
    return found


@kept
def offered(lang: Language, dataset: Dataset) -> Mapping[str, Any]:
    """Indicators with figures by topic, and areas by level, each with its name."""
    titles = [(topic, title[lang]) for topic, title in topics.load().items()]
    known = available(catalogue.load().values(), dataset)
    indicators = {title: [(one.id, one.title[lang]) for one in known if one.topic == topic] for topic, title in titles}
    districts, boroughs = (list(in_order(dataset.names[level]).items()) for level in LEVELS)
    called = [(code, text(lang, "{name} borough", name=name)) for code, name in boroughs]
    declared = [(id, group.title[lang]) for id, group in groups.load().items()]
    return {
        "indicators": {title: ones for title, ones in indicators.items() if ones},
        "areas": {
            "ortsteil": districts,
            "stadtbezirk": boroughs,
            "listed": [(CITY, dataset.all_names.get(CITY, "Leipzig")), *declared, *called, *districts],
        },
    }
