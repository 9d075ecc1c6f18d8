"""A card: one district in one look, with the ways on to other pages."""

from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup

from charts.html import stylesheet, tag
from charts.key_list import key_list

STYLE: Final = stylesheet(__file__, "card.css")


def card(name: str, line: Markup, figures: Sequence[tuple[str, str, str | None]], ways: Mapping[str, str]) -> Markup:
    """A district's name beside its course as a small line, its figures, and addresses by what they are called."""
    links = (tag("a", label, href=where) for label, where in ways.items())
    head = tag("h2", name, " ", line)
    return STYLE + tag("section", head, key_list(figures), tag("p", *links), class_="card", aria_label=name)
