"""The districts of a borough, and the largest of some."""

from collections.abc import Sequence

from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.figures.values import values


def of_borough(dataset: Dataset, borough: str) -> list[str]:
    """The Ortsteile of a Stadtbezirk, in order of code."""
    areas = dataset.areas
    return sorted(areas.loc[(areas["level"] == "ortsteil") & (areas["parent"] == borough), "code"])


def largest(dataset: Dataset, areas: Sequence[str], n: int) -> list[str]:
    """The up to n areas with the most residents in the newest year of the city, the largest first."""
    residents = values(dataset, catalogue.load()["population"]).dropna(subset=["value"])
    newest = residents[residents["period"] == residents.loc[residents["area"] == CITY, "period"].max()]
    counted = newest[newest["area"].isin(list(areas))].sort_values("value", ascending=False, kind="stable")
    return [str(code) for code in counted["area"].iloc[:n]]
