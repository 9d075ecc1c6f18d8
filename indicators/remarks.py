"""What has to be known about single figures: breaks and doubts, with the reason that the source gives."""

from data.store import Dataset
from indicators.catalogue import Indicator, Text


def reason(dataset: Dataset, indicator: Indicator, period: str, status: str) -> Text | None:
    """Why figures of an indicator have a status in a period, or None where no source says so.

    A break or a doubt in any part of a derived indicator is one of the indicator.
    """
    year = int(period[:4])
    for series in indicator.series:
        rubric, characteristic = series.split("/", 1)
        for remark in dataset.sources.get(rubric, {}).get("remarks", []):
            meant = remark["status"] == status and remark["from"] <= year <= remark["until"]
            if meant and characteristic in remark.get("characteristics", [characteristic]):
                found: Text = remark["reason"]
                return found
    return None
