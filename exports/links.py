"""Addresses of pages and of the HTTP interface."""

from html import escape
from urllib.parse import urlencode

from indicators.catalogue import Indicator
from indicators.figures.named_groups import written
from indicators.selection import Selection
from locales import Language


def link(page: str, lang: Language, indicator: Indicator, **choices: str) -> str:
    """The address of a page about an indicator, from another page, for an attribute in HTML."""
    return escape(f"{page}?{urlencode({'indicator': indicator.id, **choices, 'lang': lang})}")


def query(selection: Selection, lang: Language, version: str) -> dict[str, str]:
    """The parameters that ask the HTTP interface for a selection of a version's figures."""
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
    }
    return {name: value for name, value in asked.items() if value}
