"""What has to be known about single figures: breaks and doubts, with the reason that the source gives."""

from collections.abc import Collection
from dataclasses import replace

from data.store import Dataset
from indicators.catalogue import Indicator, Text
from indicators.kept import kept, kept_lately


@kept_lately
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


def seen_by(dataset: Dataset, members: Collection[str]) -> Dataset:
    """The figures as a group of areas has them: what moved from one member to another is no break of the group.

    members: area codes. The dataset itself where nothing of that kind happened.
    """
    names = {dataset.names["ortsteil"].get(code) for code in members}
    inner = tuple(
        (rubric, place)
        for rubric, source in dataset.sources.items()
        for place, remark in enumerate(source.get("remarks", []))
        if remark.get("within") and set(remark["areas"]) <= names
    )
    return _without(dataset, inner) if inner else dataset


@kept
def _without(dataset: Dataset, remarks: tuple[tuple[str, int], ...]) -> Dataset:
    """A dataset in which some remarks, by source and place there, make no break."""
    table = dataset.observations
    code = {name: code for code, name in dataset.names["ortsteil"].items()}
    status = table["status"].astype("str")
    year = table["period"].astype("str").str[:4].astype(int)
    for rubric, place in remarks:
        remark = dataset.sources[rubric]["remarks"][place]
        series = [name for name in table["series"].cat.categories if name.startswith(f"{rubric}/")]
        moved = table["series"].isin(series) & table["area"].isin([code[name] for name in remark["areas"]])
        moved &= year.between(remark["from"], remark["until"]) & (status == "B")
        status = status.mask(moved, "A")
    return replace(dataset, observations=table.assign(status=status.astype("category")))
