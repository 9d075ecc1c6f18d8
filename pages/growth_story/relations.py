"""What went with growth: how age and nationality changed beside it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from charts.scatter import Axis, scatter
from data.areas import CITY
from indicators import catalogue
from indicators.analysis.contribution import contribution
from indicators.analysis.relation import correlation
from indicators.catalogue import Indicator
from indicators.figures.grid import stacked
from indicators.figures.values import Groups, grid, published
from locales import plural, text
from pages.growth_story.population import Story
from pictures import places
from pictures.marks import Colours, extremes
from pictures.picture import Drawn, changes
from words.care import DOUBTFUL, with_care
from words.change import change_decimals, change_sentence, change_unit
from words.contribution import nationality_sentence
from words.relation import relation_sentence
from words.rows import moved

AGE: Final = ("mean_age", "youth_ratio", "old_age_ratio")
NATIONALITY: Final = "foreign_share"
BESIDE: Final = ("mean_age", NATIONALITY)
"""Indicators whose change is drawn against growth."""
FOREIGN: Final = "foreign"


def sentences(story: Story, groups: Groups) -> list[str]:
    """How age and nationality changed in the city, beside the group, each over the years that it has."""
    declared = catalogue.load()
    told = [_sentence(story, declared[id], groups) for id in (*AGE, NATIONALITY)]
    return [sentence for sentence in [*told, _foreigners(story)] if sentence]


def relation(story: Story, indicator: Indicator, lit: Colours) -> Drawn:
    """Growth of each part against the change of an indicator, over the same years, and what that says."""
    chosen, dataset = story.chosen, story.chosen.dataset
    lang, parts = chosen.lang, dataset.codes(story.level)
    span = _span(story, indicator, parts)
    if span is None:
        return text(lang, "“{title}” has no two years between these.", title=indicator.title[lang])
    growth = _changes(story, chosen.indicator, span, parts)
    other = _changes(story, indicator, span, parts)
    rows = pd.DataFrame({"area": parts}).merge(growth[["area", "change", "end_value"]], on="area", how="left")
    rows = rows.merge(other[["area", "change"]], on="area", how="left", suffixes=("", "_other"))
    rows = rows.rename(columns={"change": "x", "change_other": "y", "end_value": "size"})
    rows["name"] = rows["area"].map(story.names)
    unit = change_unit(lang, indicator)
    axes = (
        Axis(text(lang, "Growth"), "%", 1),
        Axis(text(lang, "Change of “{title}”", title=indicator.title[lang]), unit, change_decimals(indicator)),
    )
    title = text(lang, "Growth and “{title}”", title=indicator.title[lang])
    subtitle = text(lang, "change of each {start}–{end}; size: residents {end}", start=span[0], end=span[1])
    told = chosen.captions(title, subtitle, indicator)
    found = correlation(rows["x"], rows["y"])
    part = text(lang, "district") if story.level == "ortsteil" else text(lang, "borough")
    sentence = relation_sentence(lang, indicator.title[lang], found, part)
    moves = pd.concat([growth, other])
    sentence += with_care(lang, moves["breaks"], moves["status"] == DOUBTFUL)
    figure = scatter(
        rows,
        lit or extremes(rows, chosen.theme, "x", "y"),
        axes,
        False,
        told,
        chosen.theme,
        lambda n: plural(lang, "no figure: {n} area", "no figure: {n} areas", n),
        500,
    )
    key = f"growth-{indicator.id}"
    return chosen.picture(key, figure, sentence, rows, "–".join(span))


def _span(story: Story, indicator: Indicator, areas: Sequence[str]) -> tuple[str, str] | None:
    """The first and the last of the chosen years in which any of the areas has a figure."""
    start, end = story.chosen.span
    known = grid(story.chosen.dataset, indicator).with_figures(areas)
    there = [period for period in known if start <= period <= end]
    return (there[0], there[-1]) if len(there) > 1 else None


def _changes(
    story: Story, indicator: Indicator, span: tuple[str, str], areas: Sequence[str], groups: Groups = ()
) -> pd.DataFrame:
    """The change of an indicator over its own years; see `pictures.picture.changes`."""
    chosen = replace(story.chosen, indicator=indicator, start=span[0], end=span[1])
    return changes(chosen, {area: story.names[area] for area in areas}, groups)


def _sentence(story: Story, indicator: Indicator, groups: Groups) -> str:
    lang = story.chosen.lang
    span = _span(story, indicator, [CITY])
    if span is None:
        return ""
    rows = _changes(story, indicator, span, [CITY, places.GROUP], groups)
    city = moved(rows, CITY, text(lang, "Leipzig"), text(lang, "Leipzig"))
    group = moved(rows, places.GROUP, story.names[places.GROUP], story.names[places.GROUP])
    return change_sentence(lang, indicator, span, city, group, [], "")


def _foreigners(story: Story) -> str:
    """The number of foreign nationals, from the counts behind their share."""
    chosen = story.chosen
    (series,) = catalogue.load()[NATIONALITY].values["numerator"]
    foreign = replace(published(chosen.dataset, series).among([CITY]), areas=(FOREIGN,))
    found = contribution(stacked([story.figures.among([CITY]), foreign]), [FOREIGN], CITY, *chosen.span)
    return nationality_sentence(chosen.lang, chosen.indicator, chosen.span, found)
