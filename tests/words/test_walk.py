"""A walk over indicators, spans and places, in both languages: no sentence about a change contradicts its own ends, and
none names the furthest in percent that comes from few; and no sentence of a model names who is first among places that
its limits don't tell apart. Sentences are read as a reader does, by what they say."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

import pandas as pd
import pytest

from charts.theme import LIGHT
from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.energy.uncertainty import change_limits_of, limits_of
from indicators.figures import measures
from indicators.figures.grid import Grid
from indicators.figures.values import grid, values
from indicators.selection import Selection
from locales import LANGUAGES, Language
from pictures import comparison_sentence, map_sentence
from pictures.picture import Picture
from pictures.registry import draw
from pictures.request import Request
from tests.support import extent
from words.change import change_decimals
from words.change_sentence import change_sentence
from words.comparison import standing_sentence
from words.lines import lines_sentence
from words.rows import all_moved, moved, rows
from words.two_periods import slope_sentence
from words.units import countable

FIGURE = r"−?\d[\d.,]*(?<![.,])"
CHANGES: dict[Language, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "de": (
        re.compile(
            rf"(stieg|sank) (?:(?:der|die|das) .+? in .+?|er|sie|es) um (?P<by>{FIGURE}).*?, "
            rf"von (?P<start>{FIGURE}) auf (?P<end>{FIGURE})"
        ),
        re.compile(
            rf"veränderte (?:sich .+?|(?:er|sie|es) sich) kaum.*?, von (?P<start>{FIGURE}) auf (?P<end>{FIGURE})"
        ),
    ),
    "en": (
        re.compile(rf"(rose|fell) by (?P<by>{FIGURE}).*?, from €?(?P<start>{FIGURE}) to €?(?P<end>{FIGURE})"),
        re.compile(rf"hardly changed.*?, from €?(?P<start>{FIGURE}) to €?(?P<end>{FIGURE})"),
    ),
}
UNROUNDED: dict[Language, str] = {"de": "aus ungerundeten Werten", "en": "from unrounded figures"}
FURTHEST: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"(?:stieg|sank) (?:(?:der|die|das) [^;]+?|er|sie|es) i[nm] ([^;]+?) am stärksten|"
        r"Den stärksten (?:Anstieg|Rückgang) seit .+? (?:hat|haben) (.+?) \("
    ),
    "en": re.compile(r"(?:rose|fell) most in (.+?), by|The strongest (?:rise|fall) since .+? is that of (.+?) \("),
}
VALUES: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"am (?:höchsten|niedrigsten|meisten|wenigsten) i[nm] (.+?) \(|am weitesten dar(?:über|unter) i[nm] (.+?) \(|"
        r"[Dd]en (?:höchsten|niedrigsten)(?: Wert von „.+?“.*? unter .+?)? (?:hat|haben) (.+?) \("
    ),
    "en": re.compile(
        r"(?:highest|lowest|most|fewest) in (.+?) \(|furthest (?:above|below) in (.+?) \(|"
        r"the (?:highest figure of “.+?”.*?|lowest) is that of (.+?) \("
    ),
}
MOVES: dict[Language, re.Pattern[str]] = {
    "de": re.compile(FURTHEST["de"].pattern + r"|den (?:schwächsten|stärksten Rückgang) (?:hat|haben) (.+?) \("),
    "en": re.compile(FURTHEST["en"].pattern + r"|the (?:weakest|strongest fall) is that of (.+?) \("),
}
BEFORE_NAMES = re.compile("^(?:in der|in|im|der|die|das) ")
"""What German says before a place."""
FIRST = {"start": VALUES, "end": VALUES, "change": MOVES}
"""What names who is first, by what it tells of."""
COUNTED: dict[Language, tuple[str, ...]] = {"de": ("einem von", "Ortsteilen"), "en": ("one of", "districts")}
"""What stands in the place of names."""
LIT = ("51", "73", "00")
SPANS = 20


def spans(periods: Sequence[str], indicator: Indicator) -> list[tuple[str, str]]:
    """Some of all, the longest among them, for each indicator others."""
    every = [*combinations(periods, 2)]
    few = random.Random(indicator.id).sample(every, min(extent.either(3, SPANS) - 1, len(every)))  # noqa: S311
    return [(periods[0], periods[-1]), *few]


def figure(lang: Language, told: str) -> Decimal:
    plain = told.replace("−", "-").replace("." if lang == "de" else ",", "")
    return Decimal(plain.replace(",", "."))


def assert_ends_agree(lang: Language, indicator: Indicator, sentence: str) -> None:
    moves, hardly = CHANGES[lang]
    if (found := hardly.search(sentence)) is not None:
        start, end = (figure(lang, found[part]) for part in ("start", "end"))
        by = Decimal(0).scaleb(-change_decimals(indicator))
    elif (found := moves.search(sentence)) is not None:
        start, end, by = (figure(lang, found[part]) for part in ("start", "end", "by"))
        assert (end > start) if found[1] in ("stieg", "rose") else (end < start), sentence
    else:
        return
    if UNROUNDED[lang] not in sentence:
        change = 100 * abs(end - start) / abs(start) if indicator.change == "percent" else abs(end - start)
        assert change.quantize(by, ROUND_HALF_UP) == by, sentence


def named(told: str) -> list[str]:
    """The places of a list in words, by their names alone."""
    return [BEFORE_NAMES.sub("", each) for each in re.split(r", | and | und ", told)]


def assert_no_furthest_of_few(lang: Language, sentences: Sequence[str], few: set[str]) -> None:
    for sentence in sentences:
        for found in FURTHEST[lang].finditer(sentence):
            told = next(group for group in found.groups() if group)
            assert not few & set(named(told)), sentence


def told(
    lang: Language,
    indicator: Indicator,
    own: pd.DataFrame,
    changes: pd.DataFrame,
    names: dict[str, str],
    span: tuple[str, str],
) -> Iterator[str]:
    """The sentences about one span that name a change: of the city, of districts, and of those beside each other."""
    parts = changes[changes["area"] != CITY]
    for area in (CITY, *LIT):
        subject = moved(changes, area, names[area], names[area])
        yield change_sentence(lang, indicator, span, subject, None, all_moved(parts), "districts")
    city, first = (moved(changes, area, names[area], names[area]) for area in (CITY, LIT[0]))
    both = change_sentence(lang, indicator, span, city, None, all_moved(parts), "districts", first=first)
    yield from re.split(r"(?<=\.) (?=In )", both)
    yield standing_sentence(lang, indicator, span, parts)
    yield slope_sentence(lang, indicator, span, parts, LIT, "districts")
    yield lines_sentence(lang, indicator, span, own, {area: names[area] for area in LIT}, "value")


@pytest.mark.parametrize("id", extent.of_each_kind(catalogue.load()))
def test_sentences_hold_what_they_say(id: str, snapshot: Dataset) -> None:
    indicator, names = catalogue.load()[id], {**snapshot.names["ortsteil"], CITY: "Leipzig"}
    own = values(snapshot, indicator)
    own = own[own["area"].isin(list(names))]
    periods = sorted(own.loc[own["value"].notna(), "period"].unique())
    if len(periods) < 2:
        return
    counts = indicator.change == "percent" and countable(indicator.unit["de"], indicator.decimals)
    for place, span in enumerate(spans(periods, indicator)):
        for lang in extent.either(LANGUAGES[place % 2 : place % 2 + 1], LANGUAGES):
            changes = rows(lang, indicator, measures.change(Grid.of(own), *span), names)
            sentences = [*told(lang, indicator, own, changes, names, span)]
            for sentence in sentences:
                assert_ends_agree(lang, indicator, sentence)
            few = set(changes.loc[changes["start_value"] < 20, "name"]) if counts else set[str]()
            assert_no_furthest_of_few(lang, sentences, few)


def assert_only_what_limits_carry(
    pattern: re.Pattern[str], sentence: str, areas: dict[str, str], limits: pd.DataFrame, lang: Language
) -> None:
    """areas: of all that have a figure, by name; limits: low and high, by area."""
    for found in pattern.finditer(sentence):
        told = next(group for group in found.groups() if group)
        if any(words in told for words in COUNTED[lang]):
            continue
        first = [areas[name] for name in named(told)]
        others = limits.reindex([area for area in areas.values() if area not in first]).dropna()
        for low, high in limits.loc[first].itertuples(index=False):
            assert not ((others["low"] <= high) & (others["high"] >= low)).any(), sentence


def limits_by_area(indicator: Indicator, span: tuple[str, str], snapshot: Dataset) -> dict[str, pd.DataFrame]:
    """Low and high by area: of values at the start and at the end of a span, and of the change."""
    of_values = limits_of(snapshot, indicator)
    start, end = (of_values[of_values["period"] == period].drop(columns="period") for period in span)
    every = {"start": start, "end": end, "change": change_limits_of(snapshot, indicator, span)}
    return {moment: limits.set_index("area") for moment, limits in every.items()}


MODELLED = [id for id, indicator in catalogue.load().items() if indicator.kind == "modelled"]


@pytest.mark.parametrize("id", MODELLED)
def test_no_sentence_of_a_model_names_more_than_its_limits_carry(id: str, snapshot: Dataset) -> None:
    indicator, districts = catalogue.load()[id], snapshot.codes("ortsteil")
    periods = grid(snapshot, indicator).with_figures(districts)
    for place, span in enumerate(spans(periods, indicator)):
        limits = limits_by_area(indicator, span, snapshot)
        selection = Selection((indicator,), levels=("ortsteil", "city"), start=span[0], end=span[1])
        for lang in extent.either(LANGUAGES[place % 2 : place % 2 + 1], LANGUAGES):
            request = Request(lang, snapshot, LIGHT, selection, "/areas?level=")
            names = {request.names[area]: area for area in districts}
            for moment, told in said_of_all(request):
                assert_only_what_limits_carry(FIRST[moment][lang], told, names, limits[moment], lang)
            listed = replace(request, selection=replace(selection, areas=LIT, levels=None))
            few, compared = {request.names[area]: area for area in LIT}, comparison_sentence.sentence(listed)
            for moment in ("change", "end"):
                assert_only_what_limits_carry(FIRST[moment][lang], compared, few, limits[moment], lang)


def said_of_all(request: Request) -> Iterator[tuple[str, str]]:
    """What a page of all districts says of a span: of the change, of values at its start and at its end."""
    slopes, cells = (draw(kind, request) for kind in ("slope", "heat"))
    assert isinstance(slopes, Picture)
    assert isinstance(cells, Picture)
    yield "change", map_sentence.sentence(request, "change")
    yield from (("end", map_sentence.sentence(request, shows)) for shows in ("value", "city"))
    for both in (map_sentence.sentence(request, "pair"), slopes.sentence):
        yield from zip(("start", "end"), re.split(rf"; (?:in|im Jahr) {request.span[1]} ", both), strict=True)
    # Of all years, none may be named that stands out in the last alone.
    assert not FIRST["end"][request.lang].search(cells.sentence)


OVERLAPPING = pd.DataFrame({"low": [1.0, 2.0, 9.0], "high": [3.0, 4.0, 9.5]}, index=["a", "b", "c"])


@pytest.mark.parametrize(
    ("lang", "pattern", "wrong"),
    [
        ("en", VALUES, "Leipzig 2; highest in Thekla (9), lowest in Plagwitz (2)."),
        (
            "en",
            VALUES,
            "Of the three areas, the highest figure of “Heat” in 2022 is that of Wahren (3), the rest.",
        ),
        ("en", VALUES, "furthest above in Thekla (+9%), furthest below in Plagwitz (−2%)."),
        ("en", MOVES, "; of its three districts it fell most in Plagwitz, by 400.0%."),
        (
            "en",
            MOVES,
            "The strongest rise since 2012 is that of Thekla (+9%), the weakest is that of Wahren (+2%).",
        ),
        ("de", VALUES, "Leipzig 2; am höchsten in Thekla (9), am niedrigsten in Plagwitz (2)."),
        ("de", VALUES, "Den höchsten Wert von „Heizung“ 2022 unter den drei Gebieten hat Wahren (3), den Rest."),
        ("de", VALUES, "am weitesten darüber in Thekla (+9 %), am weitesten darunter in Plagwitz (−2 %)."),
        ("de", MOVES, "; von den drei Ortsteilen stieg sie in Wahren am stärksten, um 400,0 %."),
        ("de", MOVES, "Den stärksten Anstieg seit 2012 hat Thekla (+9 %), den schwächsten hat Wahren (+1 %)."),
    ],
)
def test_the_walk_sees_what_limits_do_not_carry(
    lang: Language, pattern: dict[Language, re.Pattern[str]], wrong: str
) -> None:
    names = {"Plagwitz": "a", "Wahren": "b", "Thekla": "c"}
    with pytest.raises(AssertionError):
        assert_only_what_limits_carry(pattern[lang], wrong, names, OVERLAPPING, lang)


@pytest.mark.parametrize(
    "wrong",
    [
        "From 2012 to 2024 the mean age in Plagwitz rose by 0.1 years, from 2.3 to 2.3 years.",
        "From 2012 to 2024 the mean age in Plagwitz fell by 1.4 years, from 43.6 to 42.3 years.",
        "From 2012 to 2024 the mean age in Plagwitz rose by 1.3 years, from 43.6 to 42.3 years.",
        "From 2012 to 2024 the mean age in Plagwitz hardly changed, from 5.1 to 5.2 years.",
    ],
)
def test_the_walk_sees_what_contradicts_itself(wrong: str) -> None:
    with pytest.raises(AssertionError):
        assert_ends_agree("en", catalogue.load()["mean_age"], wrong)


@pytest.mark.parametrize(
    ("lang", "wrong"),
    [
        ("en", "; of its 63 districts it rose most in Wahren and Plagwitz, by 400.0% each."),
        ("en", "The strongest rise since 2012 is that of Plagwitz (+400.0%), the weakest that of Wahren (+1.0%)."),
        ("de", "; von den 63 Ortsteilen stieg er in Plagwitz am stärksten, um 400,0 %."),
        ("de", "Den stärksten Anstieg seit 2012 hat Plagwitz (+400,0 %), den schwächsten hat Wahren (+1,0 %)."),
    ],
)
def test_the_walk_sees_the_furthest_of_few(lang: Language, wrong: str) -> None:
    with pytest.raises(AssertionError):
        assert_no_furthest_of_few(lang, [wrong], {"Plagwitz"})
