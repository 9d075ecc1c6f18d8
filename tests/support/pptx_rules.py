"""What makes PowerPoint offer a repair, looked for in a file of slides: no package of Python brings the schemas."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from posixpath import dirname, normpath
from typing import Final
from xml.etree.ElementTree import Element, fromstring

R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A, P, C = (
    f"{{http://schemas.openxmlformats.org/{name}/2006/{part}}}"
    for name, part in (("drawingml", "main"), ("presentationml", "main"), ("drawingml", "chart"))
)
VALUES: Final = (
    *("idx", "order", "tx", "spPr", "invertIfNegative", "marker", "dPt", "dLbls", "trendline", "errBars"),
    *("cat", "val", "xVal", "yVal", "smooth"),
)
AXIS: Final = (
    *("axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title", "numFmt", "majorTickMark"),
    *("minorTickMark", "tickLblPos", "spPr", "txPr", "crossAx", "crosses", "crossesAt", "auto", "lblAlgn", "lblOffset"),
    *("noMultiLvlLbl", "crossBetween", "majorUnit", "minorUnit"),
)
ORDER: Final[dict[str, Sequence[str]]] = {
    P + "sp": ("nvSpPr", "spPr", "style", "txBody"),
    P + "grpSp": ("nvGrpSpPr", "grpSpPr", "sp", "grpSp", "graphicFrame", "pic"),
    P + "spPr": ("xfrm", "custGeom", "prstGeom", "noFill", "solidFill", "ln"),
    A + "custGeom": ("avLst", "gdLst", "ahLst", "cxnLst", "rect", "pathLst"),
    A + "tc": ("txBody", "tcPr"),
    A + "tbl": ("tblPr", "tblGrid", "tr"),
    A + "p": ("pPr", "r", "fld", "endParaRPr"),
    A + "rPr": ("ln", "noFill", "solidFill", "latin", "hlinkClick"),
    C + "ser": VALUES,
    C + "valAx": AXIS,
    C + "catAx": AXIS,
    C + "chartSpace": ("date1904", "lang", "roundedCorners", "style", "chart", "spPr", "txPr", "externalData"),
    C + "chart": ("title", "autoTitleDeleted", "plotArea", "legend", "plotVisOnly", "dispBlanksAs", "showDLblsOverMax"),
    C + "plotArea": ("layout", "barChart", "scatterChart", "catAx", "valAx", "spPr"),
    C + "errBars": ("errDir", "errBarType", "errValType", "noEndCap", "plus", "minus", "spPr"),
}  # fmt: skip
"""Children of what we write, in the order of ECMA-376 (part 1, annex A)."""
STACKED: Final = {"ctr", "inEnd", "inBase"}
"""Where labels of stacked bars may stand."""


def broken_rules(content: bytes) -> Iterator[str]:
    """What is wrong with a file, a line each."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = package.namelist()
        parts = {name: package.read(name) for name in names}
    yield from (f"{name} is there twice" for name, count in Counter(names).items() if count > 1)
    types = _parsed(parts["[Content_Types].xml"])
    named = {one.get("PartName", "").lstrip("/") for one in types if one.get("PartName")}
    endings = {one.get("Extension") for one in types if one.get("Extension")}
    for name in names:
        if name != "[Content_Types].xml" and name not in named and name.rpartition(".")[2] not in endings:
            yield f"{name} has no type"
    yield from (f"{name} has a type and is missing" for name in named - set(names))
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            tree = _parsed(part)
            yield from (f"{name}: {wrong}" for wrong in (*_links(name, tree, parts), *_ids(tree), *_order(tree)))


def _links(name: str, tree: Element, parts: dict[str, bytes]) -> Iterator[str]:
    """Relationships that lead nowhere, and ids that no relationship has."""
    if name.endswith(".rels"):
        folder = dirname(dirname(name))
        for one in tree:
            target = one.get("Target", "")
            there = target.lstrip("/") if target.startswith("/") else normpath(f"{folder}/{target}").lstrip("/")
            if one.get("TargetMode") != "External" and there not in parts:
                yield f"{target} is missing"
        return
    used = {value for one in tree.iter() for key, value in one.attrib.items() if key.startswith(R)}
    rels = f"{dirname(name)}/_rels/{name.rpartition('/')[2]}.rels".lstrip("/")
    known = {one.get("Id") for one in _parsed(parts[rels])} if rels in parts else set()
    yield from (f"{id} has no relationship" for id in used - known)


def _ids(tree: Element) -> Iterator[str]:
    ids = Counter(one.get("id") for one in tree.iter(P + "cNvPr"))
    yield from (f"shape {id} is there twice" for id, count in ids.items() if count > 1)


def _order(tree: Element) -> Iterator[str]:
    for parent in (one for one in tree.iter() if one.tag in ORDER):
        order = ORDER[parent.tag]
        children = [_short(child) for child in parent]
        strange = [child for child in children if child not in order and child != "extLst"]
        places = [order.index(child) for child in children if child in order]
        groups = parent.tag in (P + "grpSp", A + "p")
        if strange or (places != sorted(places) and not groups):
            yield f"{_short(parent)} has {' '.join(children)}"
    for chart in tree.iter(C + "barChart"):
        if any(one.get("val") == "stacked" for one in chart.iter(C + "grouping")):
            yield from (f"label {one.get('val')}" for one in chart.iter(C + "dLblPos") if one.get("val") not in STACKED)
    for shade in tree.iter(A + "srgbClr"):
        if not re.fullmatch("[0-9A-F]{6}", shade.get("val", "")):
            yield f"colour {shade.get('val')}"


def _short(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _parsed(part: bytes) -> Element:
    return fromstring(part)  # a file that the test itself had made
