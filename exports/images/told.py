"""What tooltips of a figure say of a point, as text: plotly's templates filled in."""

import re
from collections.abc import Mapping
from typing import Any

from exports.images.lettering import plain


def each(value: Any, count: int) -> list[Any]:
    """A property of a trace for each of its points."""
    return list(value) if isinstance(value, list | tuple) else [value] * count


def told(trace: Mapping[str, Any], n: int, known: Mapping[str, str]) -> str:
    """What the tooltip of the nth point says; empty where there is none. known: what templates call `x`, `y`."""
    if trace.get("hoverinfo") == "skip" or "hovertemplate" not in trace:
        return ""
    count = n + 1
    form = each(trace["hovertemplate"], count)[n]
    return filled(form, trace, n, known)


def filled(form: str, trace: Mapping[str, Any], n: int, known: Mapping[str, str]) -> str:
    """A template filled in for the nth point, without marks of type."""
    own = trace["customdata"][n] if "customdata" in trace else ""

    def said(match: re.Match[str]) -> str:
        name, index = match[1], match[2]
        if name == "customdata":
            return str(own[int(index)] if index else own)
        return str(trace["text"][n]) if name == "text" and isinstance(trace["text"], list) else known.get(name, "")

    whole = re.sub(r"%\{(\w+)(?:\[(\d+)\])?[^}]*\}", said, form)
    return plain(whole.replace("<extra></extra>", "").replace("<br>", ", ").rstrip(", "))
