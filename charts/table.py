"""Tables as HTML: they print, they can be read aloud, and their numbers stand under each other.

Readers sort them in the browser (`ui/drawing/tables.js`), by the figures as they are written.

A table of more rows than fit a screen, or wider than it, scrolls on its own, by keyboard, too; on paper it is whole.
"""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from charts.html import stylesheet, tag

STYLE: Final = stylesheet(__file__, "table.css")


MANY: Final = 12
"""Rows from which on names are looked for by typing."""


def html_table(
    caption: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    lit: Sequence[int],
    *,
    find: str = "",
    in_order: bool = False,
) -> Markup:
    """A table of texts, names in the first column and numbers in the others, whose headings are buttons that sort it.

    lit: indexes of rows to set off; find: what a field is called that narrows a long table by name, none without;
    in_order: whether the first column is one of time, whose order is that of the rows. The rows that a reader chose
    are set off in the browser, see `ui.drawing.tables`.
    """
    given = {0: ""} if in_order else {}
    head = [
        tag("th", tag("button", name, type="button"), scope="col", data_given=given.get(n))
        for n, name in enumerate(header)
    ]
    body = [
        tag(
            "tr",
            *(tag("td", cell) for cell in row),
            class_="lit" if n in lit else None,
        )
        for n, row in enumerate(rows)
    ]
    table = tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *head)),
        tag("tbody", *body),
        class_="figures",
    )
    field = tag("input", type="search", class_="find", placeholder=find, aria_label=find)
    scrolled = tag("div", table, class_="scrolled", role="region", aria_label=caption, tabindex=0)
    return STYLE + (field if find and len(rows) > MANY else Markup()) + scrolled
