"""How far figures typically lie apart."""

from typing import Final

import numpy as np
import numpy.typing as npt

NORMAL: Final = 1.4826
"""What makes the median absolute deviation of normal values their standard deviation: 1 ÷ Φ⁻¹(3/4)."""


def spread(figures: npt.ArrayLike) -> float:
    """1.4826 × the median absolute deviation from the median, in the unit of the figures; NaN without any.

    Missing figures are left out. Half of the figures could be far out without moving it, unlike a standard deviation.
    Source: Rousseeuw and Croux, "Alternatives to the Median Absolute Deviation", Journal of the American Statistical
    Association 88 (1993), equation 1.3.
    """
    known = np.asarray(figures, float)
    known = known[~np.isnan(known)]
    return float(NORMAL * np.median(np.abs(known - np.median(known)))) if len(known) else float("nan")
