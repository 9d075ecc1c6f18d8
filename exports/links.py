"""Addresses of pages and of the HTTP interface."""

from html import escape
from urllib.parse import urlencode

from indicators.catalogue import Indicator
from locales import Language


def link(page: str, lang: Language, indicator: Indicator, **choices: str) -> str:
    """The address of a page about an indicator, from another page, for an attribute in HTML."""
    return escape(f"{page}?{urlencode({'indicator': indicator.id, **choices, 'lang': lang})}")
