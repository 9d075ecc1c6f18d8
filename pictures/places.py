"""The places a picture or a page speaks of: groups with their names, and how each is drawn."""

from collections.abc import Sequence
from dataclasses import replace

from charts.timeline import Line
from data.areas import CITY
from data.store import Dataset
from indicators.catalogue import Indicator, groups
from indicators.catalogue.groups import Group
from indicators.figures.reader_groups import OwnGroup, place
from locales import Language, inflected, text
from pictures.request import Request

GROUP = "group"
REST = "rest"


def official(lang: Language, dataset: Dataset) -> dict[str, str]:
    """Name by code or id of every official area and declared group, of boroughs so that they are told from
    districts."""
    boroughs = {code: text(lang, "{name} borough", name=name) for code, name in dataset.names["stadtbezirk"].items()}
    return {**dataset.all_names, **boroughs, **{id: group.title[lang] for id, group in groups.load().items()}}


def split(lang: Language, dataset: Dataset, members: Sequence[str], title: str) -> tuple[OwnGroup, ...]:
    """A group of Ortsteile under a title, and all the others."""
    others = tuple(code for code in dataset.codes("ortsteil") if code not in members)
    rest = (OwnGroup(REST, text(lang, "Rest of the city"), others),) if others else ()
    return (OwnGroup(GROUP, title, tuple(members)), *rest)


def called(lang: Language, group: Group, members: Sequence[str], named: str) -> tuple[str, str, str]:
    """What members are called in titles, as the subject of a sentence, and as in `in {place}`: as the reader named
    them, or by the declared group unless it consists of others."""
    if named or set(members) == set(group.members):
        return (named or group.title[lang],) * 3
    return text(lang, "Your selection"), text(lang, "your selection"), inflected(lang, "in", "your selection")


def lines(request: Request) -> list[Line]:
    """The lines of a picture, in the order of drawing: a group against the city and its rest; the areas listed, the
    first strongest; those set off, above the city; or, where nothing is, all boroughs, thin."""
    names, theme, colours = request.names, request.theme, request.colours
    if request.listed:
        return [Line(area, names[area], colours[area], 3 if n == 0 else 2) for n, area in enumerate(colours)][::-1]
    if GROUP in request.areas and request.indicator.groups["by"] != "none":
        return contrast(request)
    if request.lit:
        return [*(Line(area, names[area], colour) for area, colour in colours.items()), _city(request, theme.text)]
    # Their colours only tell them apart.
    thin = zip(request.dataset.codes("stadtbezirk"), [*theme.lines, theme.muted, theme.text], strict=False)
    return [*(Line(area, names[area], colour, 1.2) for area, colour in thin), _city(request, theme.accent)]


def _city(request: Request, colour: str) -> Line:
    return Line(CITY, request.names[CITY], colour, 3)


def contrast(request: Request) -> list[Line]:
    """The city, its rest and, on top, the group."""
    theme, names = request.theme, request.names
    looks = {CITY: (theme.text, 2), REST: (theme.muted, 2), GROUP: (theme.accent, 3)}
    return [Line(area, names[area], *look) for area, look in looks.items() if area in names]


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
    named = split(lang, dataset, members, name or text(lang, "Your selection"))[is_declared:]
    return (group.id,) if is_declared else (), tuple(replace(one, id=place(n)) for n, one in enumerate(named))
