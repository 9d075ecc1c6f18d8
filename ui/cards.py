"""The card of the district that the reader chose last, with the ways on to the pages about it."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from charts.card import card as drawn
from data.areas import CITY
from exports import links
from locales import text
from pictures.chosen import card
from pictures.request import Request
from ui import address, own_groups

DRAFT: Final = "draft"
"""The choice of the districts of a group in the making, on the page that compares."""


def place(request: Request, group: Mapping[str, str] | None = None) -> bool:
    """Places the card of the district chosen last, if any is; returns whether it did.

    group: addresses by what they are called, in the place of the one that adds it to a group of the reader's own.
    """
    found = card(request)
    if found is None:
        return False
    beside = request.lit if group is None else ()
    joining = _to_a_group(request, found.area) if group is None else dict(group)
    st.html(drawn(found.name, found.line, found.figures, _ways(request, found.area, beside) | joining))
    return True


def _ways(request: Request, area: str, beside: Sequence[str]) -> dict[str, str]:
    """Addresses by what they are called: the profile, and the comparison with other areas and the city."""
    lang, pinned = request.lang, address.pinned(request.dataset)
    compared = ",".join([area, *(other for other in beside if other != area), CITY])
    return {
        text(lang, "Open profile"): links.page("profile", lang, area=area, **pinned),
        text(lang, "Compare"): links.page("compare", lang, compare=compared, **_shown(request), **pinned),
    }


def _to_a_group(request: Request, area: str) -> dict[str, str]:
    """The way to a group in the making with the district in it; none for boroughs, of which no group is made."""
    if request.level != "ortsteil":
        return {}
    drafted = [other for other in address.known().said.get(DRAFT, "").split(",") if other and other != area]
    group = {"edit": "yes", DRAFT: ",".join([*drafted, area])}
    where = links.page("compare", request.lang, **group, **_shown(request), **address.pinned(request.dataset))
    return {text(request.lang, "Add to a group"): where}


def _shown(request: Request) -> dict[str, str]:
    """What the page that compares is to show: the same indicator, and the reader's groups."""
    return {"indicator": request.indicator.id, own_groups.KEY: address.known().said.get(own_groups.KEY, "")}
