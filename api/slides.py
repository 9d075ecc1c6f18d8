"""Slides that can be edited: of one indicator, or of a workshop set."""

from dataclasses import replace
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from api import addresses, parameters
from api.answers import MINUTES, cached
from api.problems import WrongParameter
from charts.theme import LIGHT
from data import store
from data.areas import CITY
from exports import links
from exports.formats.registry import File
from exports.slides.of_set import slides_of_set
from indicators.figures.values import grid
from locales import LANGUAGES
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
    if "set" in query:
        try:
            chosen, _ = from_parameter(lang, query["set"])
        except SetError as error:
            raise WrongParameter(f"set: {error}") from None
        address = ""
    else:
        parameters.one_indicator(query)
        file = parameters.asked(query)
        chosen = _pictures(file)
        first = chosen.entries[0]
        years = {"from": first.start, "to": first.end}
        page = links.page("growth", lang, indicator=first.indicators[0], **years)
        address = f"{addresses.base(request)}/{page}"

    def answer() -> Response:
        from exports.slides.deck import to_pptx  # a library that only slides need

        slides, missing = slides_of_set(chosen, Reader(lang, dataset, LIGHT, "/areas?level="), address)
        if not slides:
            raise WrongParameter(f"There is nothing to draw: {' '.join(dict.fromkeys(missing)) or 'the set is empty.'}")
        name = f"leipzig_{'set' if 'set' in query else chosen.entries[0].indicators[0]}_{dataset.version}.pptx"
        return Response(to_pptx(slides), 200, {"Content-Disposition": f'attachment; filename="{name}"'}, PPTX)

    return cached(request, dataset.version, answer, addresses.keep(MINUTES))


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
