"""Two indicators of the districts against each other."""

import pandas as pd

from charts.scatter import Axis, scatter
from data.store import Dataset
from indicators import catalogue
from indicators.analysis.relation import Correlation, correlation, matched
from indicators.catalogue import Indicator
from indicators.figures.values import values
from indicators.places.middles import places
from locales import Language, number, text
from pictures.marks import named, without_figure
from pictures.picture import Drawn
from pictures.request import Request
from words.care import DOUBTFUL, doubts_counted
from words.periods import dated
from words.relation import relation_sentence


def relation(request: Request) -> Drawn:
    """The first two indicators of the districts in the last year that has both, sized by population."""
    lang, dataset, names = request.lang, request.dataset, request.dataset.names[request.level]
    indicator, other = pair = request.selection.indicators[0], request.selection.indicators[1]
    pairs = matched(values(dataset, indicator), values(dataset, other)).dropna(subset=["x", "y"])
    pairs = pairs[pairs["area"].isin(list(names)) & (pairs["period"] <= request.selection.end)]
    if pairs.empty:
        return text(lang, "There is no year in which both indicators have figures.")
    year = str(pairs["period"].max())
    residents = values(dataset, catalogue.load()["population"])
    size = residents[residents["period"] == year].set_index("area")["value"]
    rows = pd.DataFrame({"area": list(names), "name": list(names.values())})
    rows = rows.merge(pairs[pairs["period"] == year], on="area", how="left").assign(size=rows["area"].map(size))
    titles = {"one": indicator.title[lang], "other": other.title[lang]}
    title = text(lang, "{one} and {other} {year}", **titles, year=dated(lang, year))
    found = correlation(rows["x"], rows["y"], places(dataset, request.level, rows["area"]))
    doubts = doubts_counted(lang, _doubtful(dataset, pair, year, rows))
    notes = [*without_figure(request, rows, "x", "y"), *doubts]
    captions = request.captions(title, _strength(lang, found), notes)
    lit, axes = named(request, rows, "x", "y"), (_axis(lang, indicator), _axis(lang, other))
    figure = scatter(rows, lit, axes, request.fit, captions, request.theme)
    missing = int(rows[["x", "y"]].isna().any(axis=1).sum())
    sentence = relation_sentence(lang, pair, year, found, missing, request.parts)
    return request.picture("relation", figure, sentence, rows)


def _axis(lang: Language, indicator: Indicator) -> Axis:
    return Axis(indicator.title[lang], indicator.unit[lang], indicator.decimals)


def _doubtful(dataset: Dataset, pair: tuple[Indicator, Indicator], year: str, rows: pd.DataFrame) -> int:
    """How many of the points that are drawn have a doubtful figure in either of two indicators."""
    there = set(rows.dropna(subset=["x", "y"])["area"])
    found = pd.concat([values(dataset, each) for each in pair])
    doubtful = found[(found["period"] == year) & (found["status"] == DOUBTFUL)]
    return len(there & set(doubtful["area"]))


def _strength(lang: Language, found: Correlation) -> str:
    r, rho = number(lang, found.pearson, 2), number(lang, found.spearman, 2)
    return text(lang, "Pearson r = {r}, Spearman ρ = {rho}, n = {n}; size: residents", r=r, rho=rho, n=found.n)
