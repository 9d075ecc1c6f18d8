"""The places a page speaks of: their names, and how each is drawn on the whole page."""

from collections.abc import Sequence

from charts.theme import Theme
from charts.timeline import Line
from data.areas import CITY, LEVELS
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.catalogue.groups import Group
from indicators.figures.named_groups import OwnGroup, place
from locales import Language, inflected, text

GROUP = "group"
REST = "rest"


def all_names(lang: Language, dataset: Dataset, group: str = "") -> dict[str, str]:
    """Name by code of every area, of the group and of the rest of the city."""
    official = {code: name for level in LEVELS for code, name in dataset.names[level].items()}
    return official | {GROUP: group, REST: text(lang, "Rest of the city")}


def split(dataset: Dataset, members: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A group of Ortsteile and all the others, as (id, members)."""
    others = tuple(code for code in dataset.codes("ortsteil") if code not in members)
    return ((GROUP, tuple(members)), (REST, others)) if others else ((GROUP, tuple(members)),)


def group_title(lang: Language, group: Group, members: Sequence[str]) -> str:
    """The group's name, unless the reader changed who belongs to it."""
    return group.title[lang] if set(members) == set(group.members) else text(lang, "Your selection")


def group_in_sentence(lang: Language, group: Group, members: Sequence[str]) -> tuple[str, str]:
    """The group's name as the subject of a sentence and as in `in {place}`."""
    if set(members) == set(group.members):
        return group.title[lang], group.title[lang]
    return text(lang, "your selection"), inflected(lang, "in", "your selection")


def lines(areas: Sequence[str], names: dict[str, str], theme: Theme) -> list[Line]:
    """Lines of chosen areas in colours of their own, below the city in the colour of text."""
    drawn = [Line(area, names[area], theme.lines[i % len(theme.lines)]) for i, area in enumerate(areas)]
    return [*drawn, Line(CITY, names[CITY], theme.text, 3)]


def background(areas: Sequence[str], names: dict[str, str], theme: Theme) -> list[Line]:
    """Thin lines for up to ten areas that nobody chose, below the city; their colours only tell them apart."""
    colours = [*theme.lines, theme.muted, theme.text]
    thin = [Line(area, names[area], colour, 1.2) for area, colour in zip(areas, colours, strict=False)]
    return [*thin, Line(CITY, names[CITY], theme.accent, 3)]


def contrast(names: dict[str, str], theme: Theme) -> list[Line]:
    """The city, its rest and, on top, the group."""
    return [
        Line(CITY, names[CITY], theme.text, 2),
        Line(REST, names[REST], theme.muted, 2),
        Line(GROUP, names[GROUP], theme.accent, 3),
    ]


def groups_in_files(
    lang: Language,
    dataset: Dataset,
    indicator: Indicator,
    group: Group,
    members: Sequence[str],
    own: Sequence[OwnGroup],
) -> tuple[tuple[str, ...], tuple[OwnGroup, ...]]:
    """How the HTTP interface is asked for a group and the rest of the city: ids of declared groups, and own groups."""
    if indicator.groups["by"] == "none":
        return (), ()
    rest = text(lang, "Rest of the city")
    name = next((one.name for one in own if set(one.members) == set(members) and one.name != rest), "")
    is_declared = set(members) == set(group.members)
    named = [] if is_declared else [(name or text(lang, "Your selection"), tuple(members))]
    named += [(rest, others) for id, others in split(dataset, members) if id == REST]
    return (group.id,) if is_declared else (), tuple(OwnGroup(place(n), *each) for n, each in enumerate(named))
