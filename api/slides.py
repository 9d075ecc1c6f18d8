"""Slides that can be edited: of one indicator, or of a workshop set."""

from dataclasses import replace
from functools import partial
from typing import Final

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

import settings
from api import addresses, parameters
from api.answers import MINUTES, cached
from api.problems import WrongParameter, problem
from charts.theme import LIGHT
from data import store
from data.areas import CITY
from exports import links
from exports.formats.registry import File
from exports.slides.of_set import in_a_set, slides_of_set
from indicators.figures.values import grid
from locales import LANGUAGES, Language
from pictures.workshop.drawing import Reader
from pictures.workshop.entry import Entry, WorkshopSet
from pictures.workshop.writing import SetError, from_parameter

PPTX: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
MOST: Final = 10
"""Areas of one chart of lines."""


def slides_pptx(request: Request) -> Response:
    """Map, lines and ranking of one indicator, or the pictures of a set, as `exports.slides.deck` writes them."""
    query = request.query_params
    known = ("set",) if "set" in query else ("indicator", "area", "from", "to")
    parameters.check_names(query, (*known, "version", "lang"))
    lang = parameters.choice(query, "lang", LANGUAGES) or parameters.DEFAULT_LANGUAGE
    dataset = parameters.version(query) or store.current()
    chosen, unread = _of_set(lang, query["set"]) if "set" in query else (_of_indicator(query), [])
    base = addresses.base(request)

    def answer() -> Response:
        from exports.slides.deck import to_pptx  # a library that only slides need
        from exports.slides.templates import TemplateError

        address = in_a_set(base, lang, dataset.version) if "set" in query else partial(_growth, base, lang)
        slides, missing = slides_of_set(chosen, Reader(lang, dataset, LIGHT, "/areas?level="), address)
        left_out = [*unread, *missing]
        if not slides:
            raise WrongParameter(f"There is nothing to draw: {' '.join(left_out) or 'the set is empty.'}")
        try:
            content = to_pptx(slides, settings.slides_template(), left_out, lang)
        except TemplateError as error:
            return problem(500, str(error))
        name = f"leipzig_{'set' if 'set' in query else chosen.entries[0].indicators[0]}_{dataset.version}.pptx"
        return Response(content, 200, {"Content-Disposition": f'attachment; filename="{name}"'}, PPTX)

    return cached(request, dataset.version, answer, addresses.keep(MINUTES))


def _of_set(lang: Language, said: str) -> tuple[WorkshopSet, list[str]]:
    """The set that an address says, and what of it could not be read."""
    try:
        return from_parameter(lang, said)
    except SetError as error:
        raise WrongParameter(f"set: {error}") from None


def _of_indicator(query: QueryParams) -> WorkshopSet:
    parameters.one_indicator(query)
    return _pictures(parameters.asked(query))


def _growth(base: str, lang: Language, entry: Entry) -> str:
    """The page that shows an indicator's map and ranking."""
    years = {"from": entry.start, "to": entry.end}
    return f"{base}/{links.page('growth', lang, indicator=entry.indicators[0], **years)}"


def _pictures(file: File) -> WorkshopSet:
    """Of one indicator between the first and the last period with figures in the years asked for."""
    (indicator,), areas = file.selection.indicators, tuple(file.selection.areas or ())
    if len(areas) > MOST:
        raise WrongParameter(f"area names {len(areas)} areas, expected at most {MOST}.")
    start, end = file.selection.start, file.selection.end
    own = grid(file.dataset, indicator)
    of_districts = own.with_figures(file.dataset.codes("ortsteil"))
    known = of_districts or own.with_figures()
    periods = [one for one in known if (not start or one[:4] >= start) and (not end or one[:4] <= end)]
    if not periods:
        raise WrongParameter(
            f"There are no figures of {indicator.id} in the years asked for, expected from and to within "
            f"{known[0][:4]} and {known[-1][:4]}."
        )
    entry = Entry("lines", (indicator.id,), start=periods[0], end=periods[-1])
    lines = replace(entry, areas=areas or (CITY,), lit=areas or (CITY,))
    if not of_districts:
        return WorkshopSet((lines,))
    lit = tuple(area for area in areas if area in file.dataset.names["ortsteil"])
    drawn, ranked = KINDS[periods[0] == periods[-1]]
    whole = replace(entry, levels=("ortsteil", "city"), lit=lit)
    return WorkshopSet((replace(whole, kind=drawn), lines, replace(whole, kind=ranked)))


KINDS: Final = {False: ("change map", "change ranking"), True: ("value map", "ranking")}
"""Map and ranking, by whether there is a single period."""
