"""The districts of a borough, and the largest of some."""

from collections.abc import Sequence

from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.figures.values import grid


def of_borough(dataset: Dataset, borough: str) -> list[str]:
    """The Ortsteile of a Stadtbezirk, in order of code."""
    areas = dataset.areas
    return sorted(areas.loc[(areas["level"] == "ortsteil") & (areas["parent"] == borough), "code"])


def largest(dataset: Dataset, areas: Sequence[str], n: int) -> list[str]:
    """The up to n areas with the most residents in the newest year of the city, the largest first."""
    residents = grid(dataset, catalogue.load()["population"])
    newest = residents.history(CITY).known[-1].period
    counted = {area: residents.cell(area, newest)[0] for area in residents.areas if area in areas}
    return sorted((area for area, count in counted.items() if count == count), key=lambda area: -counted[area])[:n]
