"""Tables behind pages at addresses of their own: profile, similarity, what moved most, contributions, limits."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import cached, csv
from api.problems import WrongParameter
from data.areas import CITY, LEVELS
from exports.area_ids import identified
from exports.formats.registry import File
from exports.observations import PLACES, observations
from exports.tables.growth_story import growth
from exports.tables.moved_most import movements
from exports.tables.profile import profile
from exports.tables.similarity import similarity
from indicators import catalogue
from indicators.analysis.contribution import REMAINDER, contribution
from indicators.analysis.turning_points import turning
from indicators.catalogue import groups
from indicators.energy.uncertainty import limits_of
from indicators.figures.values import grid
from indicators.places.moved_most import moved_most
from indicators.places.place import Place
from locales import text

COMMON: Final = ("version", "lang", "style")
MODELLED: Final = tuple(id for id, one in catalogue.load().items() if one.kind == "modelled")
TOGETHER: Final = "all districts"


def profile_csv(request: Request) -> Response:
    """Columns `exports.tables.profile.COLUMNS`; area is one, to the last year that is looked at."""
    file = _asked(request, ("area", "to"))
    place, name = _place(file)
    return _answer(
        request, file, "leipzig_profile", lambda: profile(file.dataset, place, name, file.selection.end, lang=file.lang)
    )


def similarity_csv(request: Request) -> Response:
    """Columns `exports.tables.similarity.COLUMNS`; area is one."""
    file = _asked(request, ("area",))
    place, name = _place(file)
    return _answer(request, file, "leipzig_similarity", lambda: similarity(file.dataset, place, name))


def moved_most_csv(request: Request) -> Response:
    """Columns `exports.tables.moved_most.COLUMNS`; area is one and not a group, from and to are needed."""
    file = _asked(request, ("area", "from", "to"))
    parameters.check_official(file.selection)
    (area,), (start, end) = _one_area(file), _span(file)

    def table() -> pd.DataFrame:
        ranked = [pair for pair in moved_most(file.dataset, area, start, end) if not pair[1].why]
        return movements(file.dataset, ranked, area, file.dataset.all_names[area], file.lang)

    return _answer(request, file, "leipzig_moved-most", table)


def contributions_csv(request: Request) -> Response:
    """Columns `exports.tables.growth_story.COLUMNS`; level is of the parts, from and to are needed."""
    file = _asked(request, ("level", "from", "to"))
    level = parameters.choice(request.query_params, "level", LEVELS[:-1]) or "ortsteil"
    span = _span(file)
    return _answer(request, file, "leipzig_contributions", lambda: _growth(file, file.dataset.codes(level), span))


def limits_csv(request: Request) -> Response:
    """Columns of the observations and `low` and `high`, of modelled indicators; all of them without one."""
    file = _asked(request, ("indicator", "area", "level", "from", "to"))
    query = request.query_params
    wrong = [one.id for one in file.selection.indicators if "indicator" in query and one.id not in MODELLED]
    if wrong:
        raise WrongParameter(f"indicator is '{wrong[0]}', which has no limits, expected one of {', '.join(MODELLED)}.")
    parameters.check_official(file.selection)
    return _answer(request, file, "leipzig_limits", lambda: _limits(file))


def _asked(request: Request, own: tuple[str, ...]) -> File:
    parameters.check_names(request.query_params, (*own, *COMMON))
    return parameters.asked(request.query_params)


def _answer(request: Request, file: File, prefix: str, table: Callable[[], pd.DataFrame]) -> Response:
    return cached(request, file.dataset.version, lambda: csv(file, prefix, table()))


def _one_area(file: File) -> tuple[str]:
    areas = file.selection.areas or ()
    if len(areas) != 1:
        raise WrongParameter(f"area names {len(areas)} areas, expected a single one.")
    return (areas[0],)


def _span(file: File) -> tuple[str, str]:
    start, end = file.selection.start, file.selection.end
    if not start or not end or start == end:
        raise WrongParameter("from and to are needed, two different years, such as from=2012&to=2024.")
    return start, end


def _place(file: File) -> tuple[Place, str]:
    """A district, borough or declared group and its name. Raises WrongParameter for the city, which has no peers."""
    (area,) = _one_area(file)
    if area in groups.load():
        group = groups.load()[area]
        return Place(area, "ortsteil", group.members), group.title[file.lang]
    for level in LEVELS[:-1]:
        if area in file.dataset.names[level]:
            return Place(area, level), file.dataset.names[level][area]
    raise WrongParameter("area is the city, which has no peers here, expected a district, a borough or a group.")


def _growth(file: File, codes: list[str], span: tuple[str, str]) -> pd.DataFrame:
    dataset, indicator = file.dataset, catalogue.load()["population"]
    everyone = ((TOGETHER, tuple(dataset.codes("ortsteil"))),)
    parts = contribution(grid(dataset, indicator, everyone), codes, CITY, *span, TOGETHER)
    residents = grid(dataset, indicator)
    years = residents.with_figures([CITY])
    level = dict(zip(dataset.areas["code"], dataset.areas["level"], strict=True))
    names = {**dataset.all_names, REMAINDER: text(file.lang, "assigned to no district")}
    places = pd.DataFrame([(area, names[area], level.get(area, REMAINDER)) for area in parts["area"]], columns=PLACES)
    return growth(dataset, indicator, parts, turning(residents, years[0], years[-1]), places, span, file.lang)


def _limits(file: File) -> pd.DataFrame:
    known = catalogue.load()
    chosen = [one for one in file.selection.named if one.id in MODELLED]
    rows = observations(file.dataset, replace(file.selection, indicators=tuple(chosen)), file.lang)
    limits = [limits_of(file.dataset, known[one.id]).assign(indicator=one.id) for one in chosen]
    return identified(file.dataset, rows.merge(pd.concat(limits), on=["indicator", "area", "period"], how="left"))
