"""Tables as HTML: they print, they can be read aloud, and their numbers stand under each other."""

from collections.abc import Sequence
from html import escape
from typing import Final

STYLE: Final = """<style>
.figures{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.92rem}
.figures caption{text-align:left;padding:0 0 .4rem;opacity:.75}
.figures th{font-weight:600;text-align:left;border-bottom:1px solid currentColor;padding:.3rem .6rem .3rem 0}
.figures td{border-bottom:1px solid color-mix(in srgb,currentColor 14%,transparent);padding:.22rem .6rem .22rem 0}
.figures .n{text-align:right;white-space:nowrap;padding-right:0;padding-left:.8rem}
.figures tr.lit td{font-weight:600}
.figures td.no{opacity:.6}
</style>"""


def html_table(
    caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], lit: Sequence[int], left: int = 1
) -> str:
    """A table of texts. lit: indexes of rows to set off; left: how many columns hold text, not numbers."""
    head = "".join(f'<th scope="col"{_side(i, left)}>{escape(name)}</th>' for i, name in enumerate(header))
    body = "".join(
        f"<tr{' class=lit' if n in lit else ''}>"
        + "".join(f"<td{_side(i, left)}>{escape(cell)}</td>" for i, cell in enumerate(row))
        + "</tr>"
        for n, row in enumerate(rows)
    )
    return (
        f'{STYLE}<table class="figures"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _side(column: int, left: int) -> str:
    return "" if column < left else " class=n"
