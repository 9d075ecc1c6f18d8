"""Ranges of figures as error bars, which PowerPoint draws from figures of their own."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from exports.slides.charts_xml import A, C
from exports.slides.forms import filled


def error_bars(series: Any, above: Sequence[float], below: Sequence[float], shade: str) -> None:
    """Gives a series of bars the range of each of its figures. above, below: what the range adds and takes off."""
    # python-pptx has no way of its own.
    look = f'<c:spPr><a:ln w="9525">{filled(shade)}</a:ln></c:spPr>'
    kind = '<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
    sizes = f"<c:plus>{_numbers(above)}</c:plus><c:minus>{_numbers(below)}</c:minus>"
    drawn = parse_xml(f'<c:errBars xmlns:c="{C}" xmlns:a="{A}">{kind}{sizes}{look}</c:errBars>')
    series._element.find(qn("c:cat")).addprevious(drawn)


def _numbers(values: Sequence[float]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values))
    return f'<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numLit>'
