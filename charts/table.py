"""Tables as HTML: they print, they can be read aloud, and their numbers stand under each other.

A table of more rows than fit a screen, or wider than it, scrolls on its own, by keyboard, too; on paper it is whole.
"""

from collections.abc import Sequence
from html import escape
from typing import Final

BETWEEN: Final = "\x1f"
"""Separates cells while the row is made safe for HTML at once, which takes a fifth of the time of one by one."""
STYLE: Final = """<style>
.scrolled{max-height:460px;overflow:auto}
@media print{.scrolled{max-height:none}}
.figures{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.92rem}
.figures caption{text-align:left;padding:0 0 .4rem;opacity:.75}
.figures th{font-weight:600;text-align:left;border-bottom:1px solid currentColor;padding:.3rem .6rem .3rem 0}
.figures td{border-bottom:1px solid color-mix(in srgb,currentColor 14%,transparent);padding:.22rem .6rem .22rem 0}
.figures :is(th,td):nth-child(n+2){text-align:right;white-space:nowrap;padding-right:0;padding-left:.8rem}
.figures thead th{white-space:normal!important;vertical-align:bottom}
.figures tr.lit td{font-weight:600}
@media (max-width:640px){.figures{font-size:.82rem}.figures :is(th,td):nth-child(n+2){padding-left:.45rem}}
</style>"""


def html_table(caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], lit: Sequence[int]) -> str:
    """A table of texts, names in the first column and numbers in the others. lit: indexes of rows to set off."""
    # End tags of cells and rows may be left out in HTML, and a table of all districts is a third shorter for it.
    head = "".join(f'<th scope="col">{escape(name)}' for name in header)
    body = "".join(
        f"<tr{' class=lit' if n in lit else ''}><td>{escape(BETWEEN.join(row)).replace(BETWEEN, '<td>')}"
        for n, row in enumerate(rows)
    )
    return (
        f'{STYLE}<div class="scrolled" role="region" aria-label="{escape(caption)}" tabindex="0">'
        f'<table class="figures"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</thead><tbody>{body}</tbody></table></div>"
    )
