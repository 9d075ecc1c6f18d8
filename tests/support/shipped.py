"""What the embedded snapshot holds."""

from data import store
from indicators import catalogue
from indicators.catalogue.availability import missing_rubrics
from indicators.figures.values import values

SHIPPED = store.current(store.SNAPSHOT / "no store here")
LOADED = {id: indicator for id, indicator in catalogue.load().items() if not missing_rubrics(indicator, SHIPPED)}
WITHOUT_PARTS = [
    id
    for id, indicator in LOADED.items()
    if indicator.groups["by"] == "none" and "51" in set(values(SHIPPED, indicator)["area"])
]
