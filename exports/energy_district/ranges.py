"""The ranges of an energy district, one after the other."""

from threading import Lock
from typing import Final

import pandas as pd

from indicators.energy.district.asked import District

ALONE: Final = Lock()
"""The hours of all draws together take a hundred megabytes, and requests come in threads."""


def ranges(district: District) -> pd.DataFrame:
    """See `District.ranges`."""
    with ALONE:
        return district.ranges
