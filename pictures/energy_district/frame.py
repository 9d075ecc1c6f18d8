"""What all pictures of an energy district share: place, words, colours, and the look of what might be."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Final

import pandas as pd

from charts.scenario import marked, tinted
from charts.theme import Captions, Figure, Theme
from indicators import catalogue
from indicators.energy.district.asked import District
from indicators.energy.district.stock import NoStock
from locales import Language, text
from pictures.picture import Drawn, Picture
from pictures.request import Request
from words.energy_district import no_need
from words.places import as_object
from words.sources import source_line

HEAT: Final = "residential_heat"
"""The indicator whose model the heat is from; all other counts are of the same publisher."""


@dataclass(frozen=True)
class Colours:
    """The same in every picture of an energy district; own: made and used here; the last four are heat."""

    own: str
    outside: str
    fed_in: str
    lost: str
    solar_heat: str
    renewable_heat: str
    other_heat: str
    burnt: str


def colours(theme: Theme) -> Colours:
    """theme: tinted."""
    lines = theme.lines
    return Colours(theme.accent, theme.bar, lines[5], theme.no_value, lines[1], lines[2], lines[3], lines[7])


def look(request: Request) -> Request:
    """The same request in the colours of what might be."""
    return replace(request, theme=tinted(request.theme))


def asked(request: Request) -> District:
    """The energy district that is asked for. Raises ValueError where there is none."""
    if request.district is None:
        raise ValueError("a picture of an energy district takes one")
    return request.district


def with_reason(draw: Callable[[Request, District], Drawn]) -> Callable[[Request], Drawn]:
    """A kind of picture that says why where figures of the place are missing, or where it has no dwellings."""

    @wraps(draw)
    def drawn(request: Request) -> Drawn:
        lang, district = request.lang, asked(request)
        try:
            if not district.outcome.year["final_energy_mwh"] > 0:
                return no_need(lang, district)
            return draw(look(request), district)
        except NoStock:
            return text(
                lang,
                "Figures of {name} are missing that the model needs; choose another place.",
                name=as_object(lang, district.name),
            )

    return drawn


def captions(request: Request, title: str, subtitle: str) -> Captions:
    """Words whose title begins with what it is, and whose source says what is modelled."""
    lang, district = request.lang, asked(request)
    notes = [modelled(lang, district)]
    source = source_line(lang, district.dataset, catalogue.load()[HEAT])
    return request.captions(text(lang, "Scenario: {title}", title=f"{district.name}, {title}"), subtitle, notes, source)


def modelled(lang: Language, district: District) -> str:
    """What the figures are reckoned from, in a line."""
    return text(
        lang,
        "Modelled, of dwellings without trade, industry and public buildings: figures of {year}, weather of a test "
        "reference year (Deutscher Wetterdienst), load profiles (BDEW), yield (pvlib)",
        year=district.outcome.period,
    )


def picture(
    request: Request,
    kind: str,
    figure: Figure,
    sentence: str,
    table: pd.DataFrame,
    mark: Callable[[Figure, str, Theme], Figure] = marked,
) -> Picture:
    """A figure as a picture, marked as what might be."""
    drawn = mark(figure, text(request.lang, "SCENARIO"), request.theme)
    return Picture(f"district-{kind}", drawn, sentence, f"leipzig_energy-district_{kind}", table)
