"""Which indicators the data in force hold: some rubrics are declared, but need a refresh to be loaded."""

from collections.abc import Iterable

from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.kept import kept


def missing_rubrics(indicator: Indicator, dataset: Dataset) -> tuple[str, ...]:
    """Ids of the sources behind an indicator that a dataset holds nothing of, in the indicator's order.

    Empty for an indicator that can be computed. Otherwise it has no values at all, and a refresh may load them.
    """
    held = _held(dataset)
    return tuple(dict.fromkeys(rubric for name in indicator.series if (rubric := name.split("/", 1)[0]) not in held))


def available(indicators: Iterable[Indicator], dataset: Dataset) -> list[Indicator]:
    """Those of some indicators that a dataset can have figures of, in their order; readers are offered these first."""
    return [one for one in indicators if not missing_rubrics(one, dataset)]


@kept
def _held(dataset: Dataset) -> frozenset[str]:
    """Ids of the sources of which there is at least one observation."""
    there = dataset.observations["series"].astype("category").cat.remove_unused_categories()
    return frozenset(str(name).split("/", 1)[0] for name in there.cat.categories)
