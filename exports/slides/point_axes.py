"""The axes of charts of points."""

from collections.abc import Mapping
from decimal import Decimal
from math import ceil, floor
from typing import Any, Final

from pptx.enum.chart import XL_AXIS_CROSSES, XL_TICK_LABEL_POSITION, XL_TICK_MARK

from charts.classes import nice_ticks
from exports.slides.slide import Slide
from exports.slides.words import colour, number_format, plain, style

YEARS: Final = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
"""Steps of an axis of years, the smallest that gives few labels first."""


def axis(drawn: Any, looks: Mapping[str, Any], slide: Slide) -> None:
    """What an axis shows. looks: the picture's axis, whose range is known."""
    drawn.has_major_gridlines = "gridcolor" in looks and looks.get("showgrid", True) and "ticktext" not in looks
    if drawn.has_major_gridlines:
        drawn.major_gridlines.format.line.color.rgb = colour(slide.theme.grid)
    drawn.visible = looks.get("visible", True) and "ticktext" not in looks
    drawn.reverse_order = looks["range"][0] > looks["range"][1]
    drawn.crosses = XL_AXIS_CROSSES.MINIMUM
    drawn.major_tick_mark, drawn.tick_label_position = XL_TICK_MARK.NONE, XL_TICK_LABEL_POSITION.LOW
    drawn.format.line.color.rgb = colour(slide.theme.grid)
    low, high, step = ends(looks)
    drawn.minimum_scale, drawn.maximum_scale = low, high
    if drawn.visible:
        drawn.major_unit = step
    decimals = max(0, -Decimal(str(step)).normalize().as_tuple().exponent)  # type: ignore[operator]  # a number's is no letter
    written = number_format(decimals, max(abs(low), abs(high)))
    drawn.tick_labels.number_format = "0" if _of_years(looks) else written
    drawn.tick_labels.number_format_is_linked = False
    if said := looks.get("title", {}).get("text"):
        drawn.has_title = True
        drawn.axis_title.text_frame.text = plain(said)
        style(drawn.axis_title.text_frame.paragraphs[0].font, 10, slide.theme.text)


def _of_years(looks: Mapping[str, Any]) -> bool:
    return bool(looks.get("tickformat") == "d")


def ends(looks: Mapping[str, Any]) -> tuple[float, float, float]:
    """Where an axis begins and ends, and its step; PowerPoint counts steps from the beginning."""
    low, high = min(looks["range"]), max(looks["range"])
    if not looks.get("visible", True) or "ticktext" in looks:
        # Words at the very end would be lost by rounding.
        rim = 1e-6 * (high - low)
        return low - rim, high + rim, high - low
    if _of_years(looks):
        low = ceil(low)
        span = max(1, floor(high) - low)
        step = next((step for step in YEARS if span / step <= 8 and not span % step), ceil(span / 6))
        return low, high, step
    ticks = nice_ticks(low, high)
    step = looks.get("dtick") or (ticks[1] - ticks[0] if len(ticks) > 1 else high - low)
    return round(floor(low / step) * step, 9), round(ceil(high / step) * step, 9), round(step, 9)
