"""The limits of modelled figures, by area."""

from indicators.catalogue import Indicator
from indicators.energy.uncertainty import limits_of
from pictures.request import Request
from words.limits import Limits


def limits_in(request: Request, indicator: Indicator) -> dict[str, Limits]:
    """The limits of an indicator in the period of a picture of one, by area; none but of modelled heat."""
    limits = limits_of(request.dataset, indicator)
    own = limits[limits["period"] == request.at]
    return {area: (low, high) for area, low, high in zip(own["area"], own["low"], own["high"], strict=True)}
