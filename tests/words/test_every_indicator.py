"""Every sentence about a picture, for each kind of indicator on the embedded figures, in German and English in turn."""

import re
from collections.abc import Iterator
from itertools import cycle

import pandas as pd
import pytest

from charts.classes import change_classes, value_classes
from charts.theme import LIGHT
from data.areas import CITY, Level
from data.store import Dataset
from indicators import catalogue
from indicators.analysis.relation import correlation, matched
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.classes import value_breaks
from indicators.figures.grid import Grid
from indicators.figures.steps import change_steps
from indicators.figures.values import values
from locales import LANGUAGES, Language, all_rounded
from tests.support import extent
from words.against_city import against_city_sentence
from words.change import change_decimals
from words.change_sentence import change_sentence
from words.classes import classes_sentence
from words.districts import distribution_sentence, heat_sentence
from words.lines import lines_sentence
from words.one_period import value_sentence
from words.relation import relation_sentence
from words.rows import all_moved, moved, value_rows
from words.rows import rows as change_rows
from words.two_periods import pair_sentence, slope_sentence

FORBIDDEN = re.compile(
    r"\bnan\b|None|[{}]|[ \u00a0]{2}|(?<!\d)-\d|\d-\d|\(\)|\.\.|;;|: ;|; \.|, ,| [,;.)]|−0([.,]0+)?(?![.,\d])"
)
"""A hole in a sentence, a hyphen where a minus belongs, a zero with a sign."""
LEVELS: dict[Level, dict[Language, str]] = {
    "ortsteil": {"de": "Ortsteilen", "en": "districts"},
    "stadtbezirk": {"de": "Stadtbezirken", "en": "boroughs"},
}
LIT = {"ortsteil": ["51", "73"], "stadtbezirk": ["5", "7"]}


def chosen() -> list[Indicator]:
    return [catalogue.load()[id] for id in extent.of_each_kind(catalogue.load())]


def sentences(lang: Language, dataset: Dataset, indicator: Indicator, level: Level) -> Iterator[str]:
    figures, names, parts = values(dataset, indicator), dataset.names[level], LEVELS[level][lang]
    named = {**names, CITY: "Leipzig"}
    own = figures[figures["area"].isin(list(named))]
    known = own[own["value"].notna()]
    periods = sorted(known["period"].unique())
    for period in {periods[0], periods[-1]}:
        rows = value_rows(lang, indicator, figures, names, period)
        city = float(value_rows(lang, indicator, figures, {CITY: "Leipzig"}, period)["shade"].iloc[0])
        yield value_sentence(lang, indicator, period, rows, city, parts)
        yield against_city_sentence(lang, indicator, period, rows, city, parts)
        yield distribution_sentence(lang, indicator, period, rows, LIT[level], parts)
        yield value_legend(lang, dataset, indicator, level, rows["shade"])
    span = (periods[0], periods[-1])
    changes = change_rows(lang, indicator, measures.change(Grid.of(own), *span), named)
    rows, city_moved = changes[changes["area"] != CITY], moved(changes, CITY, "Leipzig", "Leipzig")
    yield change_sentence(lang, indicator, span, city_moved, None, all_moved(rows), parts)
    yield slope_sentence(lang, indicator, span, rows, LIT[level], parts)
    yield pair_sentence(lang, indicator, span, rows, city_moved, parts)
    yield change_legend(lang, indicator, rows["shade"])
    yield heat_sentence(lang, indicator, own.assign(name=own["area"].map(named)), periods, list(names))
    lines = {area: named[area] for area in (*LIT[level], CITY)}
    yield lines_sentence(lang, indicator, span, own, lines, "value")
    yield lines_sentence(lang, indicator, span, measures.index_to(Grid.of(own), periods[0]).frame, lines, "index")
    yield lines_sentence(lang, indicator, span, measures.year_on_year(Grid.of(own)).frame, lines, "change")


def value_legend(lang: Language, dataset: Dataset, indicator: Indicator, level: Level, shades: pd.Series) -> str:
    breaks = value_breaks(dataset, indicator, level)
    classes = value_classes(breaks, [""] * len(breaks), indicator.decimals, LIGHT)
    return classes_sentence(lang, indicator, breaks, classes.counts(shades), int(shades.isna().sum()))


def change_legend(lang: Language, indicator: Indicator, shades: pd.Series) -> str:
    decimals = change_decimals(indicator)
    steps = change_steps(all_rounded(shades, decimals), decimals)
    classes = change_classes(steps, [""] * 2 * len(steps), decimals, LIGHT)
    counts = classes.counts(shades)
    return classes_sentence(lang, indicator, classes.breaks, counts, int(shades.isna().sum()), of_change=True)


def test_sentences_about_districts_are_whole(snapshot: Dataset) -> None:
    for indicator, lang in zip(chosen(), cycle(LANGUAGES), strict=False):
        figures = values(snapshot, indicator)
        if figures.loc[figures["area"].isin(snapshot.codes("ortsteil")), "value"].notna().any():
            for sentence in sentences(lang, snapshot, indicator, "ortsteil"):
                assert_whole(sentence)


@pytest.mark.parametrize("id", ["population", "unemployment_share"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_about_boroughs_are_whole(lang: Language, id: str, snapshot: Dataset) -> None:
    said = list(sentences(lang, snapshot, catalogue.load()[id], "stadtbezirk"))
    for sentence in said:
        assert_whole(sentence)
    assert any(("zehn Stadtbezirken" if lang == "de" else "ten boroughs") in sentence for sentence in said)


def test_relations_are_whole(snapshot: Dataset) -> None:
    share = catalogue.load()["unemployment_share"]
    for indicator in chosen():
        pairs = matched(values(snapshot, indicator), values(snapshot, share)).dropna(subset=["x", "y"])
        pairs = pairs[pairs["area"].isin(snapshot.codes("ortsteil"))]
        for period, rows in pairs.groupby("period"):
            found, missing = correlation(rows["x"], rows["y"]), 63 - len(rows)
            for lang in LANGUAGES:
                assert_whole(relation_sentence(lang, (indicator, share), str(period), found, missing, "Ortsteilen"))


def assert_whole(sentence: str) -> None:
    assert FORBIDDEN.search(sentence) is None, sentence
    assert sentence.endswith("."), sentence
    assert sentence.count("(") == sentence.count(")"), sentence
    assert sentence[0].isupper() or sentence[0] in "„“", sentence
