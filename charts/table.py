"""Tables as HTML: they print, they can be read aloud, and their numbers stand under each other.

A table of more rows than fit a screen, or wider than it, scrolls on its own, by keyboard, too; on paper it is whole.
"""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from charts.html import stylesheet, tag

STYLE: Final = stylesheet(__file__, "table.css")


def html_table(caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], lit: Sequence[int]) -> Markup:
    """A table of texts, names in the first column and numbers in the others. lit: indexes of rows to set off."""
    head = [tag("th", name, scope="col") for name in header]
    body = [
        tag("tr", *(tag("td", cell) for cell in row), class_="lit" if n in lit else None) for n, row in enumerate(rows)
    ]
    table = tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *head)),
        tag("tbody", *body),
        class_="figures",
    )
    return STYLE + tag("div", table, class_="scrolled", role="region", aria_label=caption, tabindex=0)
