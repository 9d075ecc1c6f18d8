"""What charts need that python-pptx has no way of its own for."""

from collections.abc import Sequence
from typing import Any, Final

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def finish(chart: Any, inner: Sequence[float]) -> None:
    """Places the drawing inside of its chart, so that words beside it have room, and shows what lies behind it.

    inner: shares of the chart that the drawing begins at and takes (left, top, width, height).
    """
    _layout(chart, inner)
    look = f'<c:spPr xmlns:c="{C}" xmlns:a="{A}"><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
    chart._chartSpace.chart.addnext(parse_xml(look))
    for axis in chart._chartSpace.iter(qn("c:axId"), qn("c:crossAx")):
        # The schema knows no numbers below zero, such as python-pptx gives.
        axis.set("val", axis.get("val").lstrip("-"))


def _layout(chart: Any, inner: Sequence[float]) -> None:
    area = chart._chartSpace.chart.plotArea
    for there in area.findall(qn("c:layout")):
        area.remove(there)
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    sides = "".join(f'<c:{name} val="{share:.4f}"/>' for name, share in zip("xywh", inner, strict=True))
    area.insert(0, parse_xml(f'<c:layout xmlns:c="{C}"><c:manualLayout>{modes}{sides}</c:manualLayout></c:layout>'))
