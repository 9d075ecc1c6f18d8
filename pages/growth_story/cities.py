"""Leipzig's growth beside other cities."""

from data import cities
from data.store import Dataset
from indicators import cities as declared
from indicators.cities import standing
from locales import Language
from words.cities import growth_sentence


def growth_beside(lang: Language, dataset: Dataset, start: str, end: str) -> str:
    """Leipzig's growth beside the other cities, as far as the figures allow it, between two years."""
    every = declared.indicators()
    residents, ages = every["census_residents"], every["eurostat_median_age"]
    counts = standing.values(dataset, residents)
    day = standing.newest(counts)
    if not day:
        return ""
    found = standing.standing(counts, day, residents.decimals)
    changes = standing.changes_between(standing.values(dataset, ages), start, end)
    return growth_sentence(lang, (residents, found), (ages, changes), cities.names())
