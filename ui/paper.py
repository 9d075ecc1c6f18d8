"""Pages on paper: always light, with the date and the version of the figures at the foot of every sheet."""

import json
from dataclasses import astuple
from functools import cache
from typing import Final

from markupsafe import Markup

from charts.classes import blend
from charts.html import stylesheet
from charts.scenario import TINTED
from charts.theme import DARK, LIGHT, Theme
from locales import Language, text

STYLE: Final = stylesheet(__file__, "print.css")
MOST_CLASSES: Final = 9
KEPT: Final = ".heatmap-label *,.picture:has(.hm) stop"
"""What explains the pixels of a heat table: a scale in other colours than theirs would tell other figures."""
SHADES: Final = 64
"""Classes of a map of values at most, and the narrow ones of a continuous scale."""


def style(lang: Language, title: str, version: str, theme: Theme) -> Markup:
    """The style sheet of the print of a page with a title, in whichever colours it is shown."""
    foot = text(lang, "Leipzig Urban Indicators · {page} · data version {version}", page=title, version=version)
    return STYLE + _element(_foot(foot)) + (_element(_lightened()) if theme == DARK else Markup())


def _element(css: str) -> Markup:
    # What comes from outside is a string of CSS already, in which no tag can begin.
    return Markup(f"<style>@media print{{{css}}}</style>")  # noqa: S704


def _foot(words: str) -> str:
    said = json.dumps(words, ensure_ascii=False).replace("<", "")
    small = "font:8pt sans-serif;color:#555"
    pages = 'content:counter(page) " / " counter(pages)'
    return f"@page{{@bottom-left{{content:{said};{small};width:80%}}@bottom-right{{{pages};{small}}}}}"


@cache
def _lightened() -> str:
    """Rules that give what is drawn in a dark colour the light theme's in its place. Heat tables are pixels and stay as
    they are, as do the texts in them and the scale that explains them."""
    scales = zip(_shades(DARK), _shades(LIGHT), strict=True)
    colours = zip(_colours(DARK), _colours(LIGHT), strict=True)
    rules = [_rule(old, new, what) for old, new in dict(scales).items() for what in ("fill", "stop-color")]
    rules += [_rule(old, new, what) for old, new in dict(colours).items() for what in ("fill", "stroke", "stop-color")]
    return "".join(['[data-testid="stHtml"] img{filter:brightness(.6)}', *rules])


def _rule(old: str, new: str, what: str) -> str:
    written = "rgb({}, {}, {})".format(*bytes.fromhex(old.removeprefix("#")))
    # The library writes most as styles with numbers, a scale's as attributes, and small print as it came.
    found = f'[style*="{what}: {written}"],[style*="{what}:{old}"],[{what}="{old}"],[{what}="{written}"]'
    return f".picture svg :is({found}):not({KEPT}){{{what}:{new}!important}}"


def _colours(theme: Theme) -> list[str]:
    """Colours that pictures are drawn in, in an order that is the same for both themes."""
    tinted = TINTED[theme.background]
    fields = [*astuple(theme), tinted.background, tinted.accent]
    return [colour for field in fields for colour in ((field,) if isinstance(field, str) else field)]


def _shades(theme: Theme) -> list[str]:
    """Those of scales of values, which lie between the theme's, likewise."""
    counts = range(2, MOST_CLASSES + 1)
    found = [blend(values, n) for values in (theme.values, TINTED[theme.background].values) for n in counts]
    return [colour for scale in (*found, blend(theme.values, SHADES)) for colour in scale]
