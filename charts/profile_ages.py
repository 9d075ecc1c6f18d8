"""Shares of three age groups as bars with their numbers, in HTML."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from charts.html import stylesheet, tag
from charts.theme import Theme
from indicators.places.ages import Ages
from locales import Language, percent

STYLE: Final = stylesheet(__file__, "profile_ages.css")


def age_bars(
    lang: Language, caption: str, header: Sequence[str], rows: Sequence[tuple[str, Ages]], theme: Theme
) -> Markup:
    """One bar a place below its numbers. header: names of the three groups; rows: places with their shares."""
    colours = (theme.rising[1], theme.rising[2], theme.falling[2])
    keys = [tag("i", class_="colour", style=f"background:{colour}") for colour in colours]
    head = [tag("th", key, name, scope="col") for key, name in zip(keys, header, strict=True)]
    body = []
    for name, ages in rows:
        shares = (ages.young, ages.middle, ages.old)
        numbers = [tag("td", percent(lang, share)) for share in shares]
        widths = zip(shares, colours, strict=True)
        parts = [tag("i", style=f"width:{share:.2f}%;background:{colour}") for share, colour in widths]
        bar = tag("td", tag("div", *parts, class_="bar"), colspan=4, style="padding:0")
        body += [tag("tr", tag("th", name, scope="row"), *numbers), tag("tr", bar, aria_hidden="true")]
    table = tag("caption", caption), tag("thead", tag("tr", tag("td"), *head)), tag("tbody", *body)
    return STYLE + tag("table", *table, class_="ages")
