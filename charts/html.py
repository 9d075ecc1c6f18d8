"""HTML by element, so that no name and no figure can become markup."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import quote

from markupsafe import Markup, escape

ENDLESS: Final = frozenset({"base", "br", "hr", "img", "input", "link", "meta", "td", "th", "tr"})
"""Elements without an end tag: they have none, or may do without, for which a table of all districts is a third
shorter."""


def tag(name: str, /, *children: str, **attributes: str | int | None) -> Markup:
    """An element with its children; they and the attributes are escaped unless they are markup.

    attributes: `class_` stands for `class`, `aria_label` for `aria-label`; those that are None are left out.
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    end = "" if name in ENDLESS else f"</{name}>"
    return Markup(f"<{name}{said}>{''.join(map(escape, children))}{end}")  # noqa: S704  # all parts are escaped


@cache
def stylesheet(code: str, name: str) -> Markup:
    """A style sheet as an element. code: the file of the code that asks, `__file__`; name: of the sheet beside it."""
    return Markup(f"<style>\n{Path(code).with_name(name).read_text('utf-8')}</style>")  # noqa: S704  # our own file


def script_hash(code: str) -> str:
    """By which a content security policy (CSP level 3) lets a script run that stands in a page."""
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"


def address(svg: Markup) -> str:
    """The address of a picture that holds itself; pages take no SVG among their HTML, but as an image."""
    return "data:image/svg+xml," + quote(svg, safe=" =:/'<>")
