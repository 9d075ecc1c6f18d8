"""Addresses of pages and of the HTTP interface."""

from typing import Final
from urllib.parse import urlencode

from indicators.figures.reader_groups import written
from indicators.selection import Selection
from locales import Language

API: Final = "api/v1/"
"""The folder of the HTTP interface, beside the pages."""


def page(name: str, lang: Language, **choices: str) -> str:
    """The address of a page from another page, or with an empty name of the same page; choices without a value are
    left out."""
    return f"{name}?{urlencode({**{key: value for key, value in choices.items() if value}, 'lang': lang})}"


def api(file: str, **parameters: str) -> str:
    """The address of a file of the HTTP interface, from a page."""
    return f"{API}{file}?{urlencode(parameters, safe=',~')}"


def boundaries(version: str) -> str:
    """The address of the boundaries that maps are drawn from, to which a level is added.

    plotly draws through d3-geo, which takes a ring for the outline of what lies on its right: the other way round, as
    files have them, each district would fill the globe except for itself.
    """
    return api("areas.geojson", version=version, rings="clockwise", level="")


def observations(selection: Selection, lang: Language, version: str, ending: str = "csv", **more: str) -> str:
    """The address of a selection of a version's figures in the HTTP interface, below that of the application."""
    start, end = selection.years
    asked = {
        "indicator": ",".join(indicator.id for indicator in selection.indicators),
        "area": ",".join(selection.areas or ()),
        "level": ",".join(selection.levels or ()),
        "group": written(selection.own),
        "from": start,
        "to": end,
        "lang": lang,
        "version": version,
        **more,
    }
    said = {name: value for name, value in asked.items() if value}
    return f"api/v1/observations.{ending}?{urlencode(said, safe=',~')}"
