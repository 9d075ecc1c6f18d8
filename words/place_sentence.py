"""The sentence above a profile, from the figures of a place; how a figure stands among those of its peers."""

from collections.abc import Mapping
from math import isnan
from typing import Any, Final

import pandas as pd

from data.store import Dataset
from indicators import catalogue
from indicators.analysis.ranks import Rank
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.values import grid
from indicators.places import similarity
from indicators.places.place import Place
from indicators.places.profile import differences
from locales import Language, text
from words.care import DOUBTFUL, mark
from words.change import amount
from words.noun import noun
from words.phrases import bare
from words.profile import Apart, Residents, profile_sentence
from words.ranks import rank_words
from words.rows import moved
from words.rows import rows as change_rows

SINCE: Final = "2012"
"""The first year of the change in the sentence."""
A_TOPIC: Final = 2
IN_SENTENCE: Final = 2
"""How many differences are listed of one topic, and how many are told in the sentence."""


def place_sentence(
    lang: Language, dataset: Dataset, place: Place, names: Mapping[str, str], rows: pd.DataFrame, until: str = ""
) -> str:
    """Who lives there, how that changed, what is unlike the city, what is alike.

    names: of every area and group; rows: of `indicators.places.profile.positions`, until the end of the same year.
    """
    known = catalogue.load()
    apart = [
        Apart(
            noun(lang, known[row["indicator"]]),
            row["period"],
            bare(lang, known[row["indicator"]], row["value"]),
            amount(lang, known[row["indicator"]], row["city"]),
        )
        for row in differences(rows, IN_SENTENCE, A_TOPIC).to_dict("records")
    ]
    # Resemblance is of the newest figures, whatever year is shown.
    alike = similarity.similar(dataset, place).iloc[: 0 if until else None]
    first = alike[alike["distance"].round(2) == alike["distance"].round(2).min()]
    similar = [names[area] for area in first["area"]]
    residents = _residents(lang, dataset, place, names, rows)
    return profile_sentence(lang, names[place.id], known["population"], residents, apart, similar)


def _residents(
    lang: Language, dataset: Dataset, place: Place, names: Mapping[str, str], positions: pd.DataFrame
) -> Residents | None:
    population = catalogue.load()["population"]
    rows = positions[positions["indicator"] == population.id]
    if rows.empty:
        return None
    row = rows.iloc[0]
    groups = ((place.id, place.members),) if place.members else ()
    changes = measures.change(grid(dataset, population, groups), SINCE, row["period"])
    told = change_rows(lang, population, changes, names)
    return Residents((SINCE, row["period"]), moved(told, place.id, names[place.id], names[place.id]), row["status"])


def standing(lang: Language, indicator: Indicator, row: Mapping[Any, Any]) -> str:
    """The rank of a figure, and the city's where it compares. row: of `indicators.places.profile.POSITIONS`."""
    told = []
    if not isnan(row["rank"]):
        rank = Rank(int(row["rank"]), int(row["of"]), int(row["level"]))
        told.append(rank_words(lang, rank, grades=indicator.graded))
    if indicator.comparable and not isnan(row["city"]):
        doubt = mark(row["city_status"] if row["city_status"] == DOUBTFUL else "")
        told.append(text(lang, "city {value}", value=bare(lang, indicator, row["city"]) + doubt))
    return " · ".join(told)
