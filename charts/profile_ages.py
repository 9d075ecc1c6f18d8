"""Shares of three age groups as bars with their numbers, in HTML."""

from collections.abc import Sequence
from html import escape
from typing import Final

from charts.theme import Theme
from indicators.places.ages import Ages
from locales import Language, percent

STYLE: Final = """<style>
.ages{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem;line-height:1.3}
.ages caption{text-align:left;padding:0 0 .3rem;font-weight:600}
.ages :is(th,td){border:0;text-align:right;padding:.15rem 0 .15rem .6rem;font-weight:400}
.ages th:first-child{text-align:left;padding-left:0}
.ages .bar{display:flex;height:.85rem;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.ages i{display:block;height:100%}
.ages .key{display:inline-block;width:.7rem;height:.7rem;margin-right:.3rem;print-color-adjust:exact}
</style>"""


def age_bars(
    lang: Language, caption: str, header: Sequence[str], rows: Sequence[tuple[str, Ages]], theme: Theme
) -> str:
    """One bar a place below its numbers. header: names of the three groups; rows: places with their shares."""
    colours = (theme.rising[1], theme.rising[2], theme.falling[2])
    keys = "".join(
        f'<th scope="col"><i class="key" style="background:{colour}"></i>{escape(name)}'
        for name, colour in zip(header, colours, strict=True)
    )
    body = ""
    for name, ages in rows:
        parts = (ages.young, ages.middle, ages.old)
        shown = "".join(f"<td>{percent(lang, part)}" for part in parts)
        bar = "".join(
            f'<i style="width:{part:.2f}%;background:{colour}"></i>'
            for part, colour in zip(parts, colours, strict=True)
        )
        body += f'<tr><th scope="row">{escape(name)}{shown}<tr aria-hidden="true"><td colspan="4" style="padding:0">'
        body += f'<div class="bar">{bar}</div>'
    return (
        f'{STYLE}<table class="ages"><caption>{escape(caption)}</caption><thead><tr><td>{keys}</thead>'
        f"<tbody>{body}</table>"
    )
