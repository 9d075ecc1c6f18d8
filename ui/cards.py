"""The card of the district that the reader chose last, with the ways on to the pages about it."""

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


def place(request: Request) -> bool:
    """Places the card of the district chosen last, if any is; returns whether it did."""
    found = card(request)
    if found is None:
        return False
    st.html(drawn(found.name, found.line, found.figures, _ways(request, found.area)))
    return True


def _ways(request: Request, area: str) -> dict[str, str]:
    """Addresses by what they are called: the profile, the comparison with what else is set off, a group."""
    lang, pinned = request.lang, address.pinned(request.dataset)
    compared = ",".join([area, *(other for other in request.lit if other != area), CITY])
    said = address.known().said
    shown = {"indicator": request.indicator.id, own_groups.KEY: said.get(own_groups.KEY, "")}
    ways = {
        text(lang, "Open profile"): links.page("profile", lang, area=area, **pinned),
        text(lang, "Compare"): links.page("compare", lang, compare=compared, **shown, **pinned),
    }
    if request.level == "ortsteil":
        drafted = [other for other in said.get(DRAFT, "").split(",") if other and other != area]
        group = {"edit": "yes", DRAFT: ",".join([*drafted, area])}
        ways[text(lang, "Add to a group")] = links.page("compare", lang, **group, **shown, **pinned)
    return ways
