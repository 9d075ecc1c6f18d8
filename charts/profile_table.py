"""A profile as an HTML table: one row an indicator, one section a topic."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

STYLE: Final = """<style>
.profile{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem;line-height:1.3}
.profile caption{text-align:left;padding:0 0 .4rem;opacity:.75}
.profile :is(th,td){padding:.2rem 0 .2rem .8rem;text-align:right;vertical-align:middle;white-space:nowrap;border:0}
.profile :is(th,td):first-child{padding-left:0;text-align:left;white-space:normal;font-weight:400}
.profile thead th{font-weight:600;white-space:normal;vertical-align:bottom;border-bottom:1px solid currentColor}
.profile thead th:first-child{font-weight:600}
.profile tbody tr+tr>*{border-bottom:1px solid color-mix(in srgb,currentColor 14%,transparent)}
.profile tr.topic th{font-weight:600;padding-top:.75rem;border-bottom:1px solid currentColor}
.profile small{opacity:.72;font-size:.85em}
.profile .value{font-weight:600}
.profile .why{font-weight:400;font-style:italic;white-space:normal;font-size:.85em;min-width:8rem}
.profile .above,.profile .below{font-weight:600}
.profile .similar{opacity:.72}
.profile td.words{text-align:left}.profile thead th.words{text-align:left}.profile th.verdict{max-width:9rem}
.profile img{width:96px;height:22px;display:block;margin-left:auto}
.profile .heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.profile .then{display:none}
@media (max-width:900px){.profile .then{display:inline}
.profile{font-size:.82rem}.profile .wide{display:none}.profile :is(th,td){padding-left:.5rem}}
@media (max-width:520px){.profile{font-size:.74rem}.profile thead th:nth-child(-n+6){overflow-wrap:anywhere}
.profile small{display:block}.profile :is(th,td){padding-left:.35rem}
.profile .why{min-width:0}.profile caption{max-width:88vw}}
.scroll{overflow-x:auto}
</style>"""
DENSE: Final = 60
"""Rows above which a table is set in smaller type in print, so that two pages hold it."""
COLUMNS: Final = ("", "", "wide", "rank", "", "words verdict", "wide", "words")
"""What the columns may do: those that are wide leave a narrow window."""


@dataclass(frozen=True)
class Row:
    """The words of one row; why stands in the place of a missing value.

    verdict: of `indicators.places.profile.verdict`, in words, and the median it is about; line: the address of a
    sparkline and its words; trend: an arrow and its words.
    """

    title: str
    unit: str
    value: str
    why: str
    period: str
    rank: str
    city: str
    verdict: tuple[str, str, str]
    line: tuple[str, str]
    trend: tuple[str, str]


def profile_table(caption: str, header: Sequence[str], sections: Sequence[tuple[str, Sequence[Row]]]) -> str:
    """The table; header: names of the eight columns; sections: topics with their rows."""
    head = "".join(f'<th scope="col" class="{kind}">{escape(name)}' for name, kind in zip(header, COLUMNS, strict=True))
    dense = " dense" if sum(len(rows) for _, rows in sections) > DENSE else ""
    body = "".join(
        f'<tbody><tr class="topic"><th colspan="{len(COLUMNS)}" scope="rowgroup">{escape(topic)}'
        + "".join(map(_row, rows))
        for topic, rows in sections
    )
    return (
        f'{STYLE}<div class="scroll"><table class="profile{dense}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</thead>{body}</table></div>"
    )


def _row(row: Row) -> str:
    value = f'<td class="why">{escape(row.why)}' if row.why else f'<td class="value">{escape(row.value)}'
    address, told = row.line
    line = f'<img src="{escape(address)}" alt="{escape(told)}">' if address else ""
    arrow, heard = row.trend
    verdict, words, median = row.verdict
    period = f'<span class="then">{escape(row.period)}</span>'
    cells = [
        f'<tr><th scope="row">{escape(row.title)} <small>{escape(row.unit)} {period}</small>',
        value,
        f'<td class="wide">{escape(row.period)}',
        f'<td class="rank">{escape(row.rank)}',
        f"<td>{escape(row.city)}",
        f'<td class="words"><span class="{verdict}">{escape(words)}</span> <small>({escape(median)})</small>'
        if verdict
        else '<td class="words">',
        f'<td class="wide">{line}',
        f'<td class="words"><span aria-hidden="true">{escape(arrow)}</span><span class="heard">{escape(heard)}</span>',
    ]
    return "".join(cells)
