"""What has to be known about single figures: breaks and doubts, with the reason that the source gives."""

from data.store import Dataset
from indicators.catalogue import Indicator, Text


def reason(dataset: Dataset, indicator: Indicator, period: str, status: str, areas: frozenset[str]) -> Text | None:
    """Why figures of an indicator have a status in a period, or None where no source says so.

    areas: codes of those that have it; of other codes, such as a group's own, any reason may be meant. A break or a
    doubt in any part of a derived indicator is one of the indicator.
    """
    places = dataset.areas[dataset.areas["code"].isin(list(areas))]
    names, levels = frozenset(places["name"]), frozenset(places["level"])
    groups = len(places) < len(areas)
    year = int(period[:4])
    for series in indicator.series:
        rubric, characteristic = series.split("/", 1)
        for remark in dataset.sources.get(rubric, {}).get("remarks", []):
            meant = remark["status"] == status and remark["from"] <= year <= remark["until"]
            here = groups or (
                (names & set(remark.get("areas", names))) and (levels & set(remark.get("levels", levels)))
            )
            if meant and here and characteristic in remark.get("characteristics", [characteristic]):
                found: Text = remark["reason"]
                return found
    return None
