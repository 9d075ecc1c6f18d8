"""The limits of modelled figures and of their changes, by area."""

from dataclasses import replace

import pandas as pd

from indicators.analysis.limits import Limits
from indicators.catalogue import Indicator
from indicators.energy.uncertainty import change_limits_of, limits_of
from pictures.request import Request


def limits_in(request: Request, indicator: Indicator) -> dict[str, Limits]:
    """The limits of an indicator in the period of a picture of one, by area; none but of modelled figures."""
    if indicator.kind != "modelled":
        return {}
    limits = limits_of(request.dataset, indicator, request.groups)
    return _by_area(limits[limits["period"] == request.at])


def limits_of_ends(request: Request) -> tuple[dict[str, Limits], dict[str, Limits]]:
    """The limits of the first and of the last period of a request, see `limits_in`."""
    start, end = (limits_in(replace(request, period=period), request.indicator) for period in request.span)
    return start, end


def change_limits_in(request: Request) -> dict[str, Limits]:
    """The limits of the changes over the span of a request, by area; none but of modelled figures."""
    return _by_area(change_limits_of(request.dataset, request.indicator, request.span, request.groups))


def _by_area(limits: pd.DataFrame) -> dict[str, Limits]:
    return {area: (low, high) for area, low, high in zip(limits["area"], limits["low"], limits["high"], strict=True)}
