"""Two indicators of the districts against each other."""

from collections.abc import Mapping

import pandas as pd

from charts.labels import with_notes
from charts.scatter import Axis, scatter
from data.areas import CITY, Level
from data.store import Dataset
from indicators import catalogue
from indicators.analysis.relation import Correlation, correlation, matched
from indicators.catalogue import Indicator
from indicators.figures.values import values
from locales import Language, number, text
from pictures.marks import Colours, extremes, missing_counted
from pictures.picture import Drawn, Subject
from words.care import DOUBTFUL, doubts_counted
from words.districts import relation_sentence
from words.periods import dated
from words.phrases import parts


def relation(
    subject: Subject, other: Indicator, names: Mapping[str, str], lit: Colours, level: Level, *, fit: bool
) -> Drawn:
    """Two indicators of the districts in the last year that has both, sized by population."""
    lang, indicator, dataset = subject.lang, subject.indicator, subject.dataset
    districts = {area: name for area, name in names.items() if area != CITY}
    pairs = matched(values(dataset, indicator), values(dataset, other)).dropna(subset=["x", "y"])
    pairs = pairs[pairs["area"].isin(list(districts)) & (pairs["period"] <= subject.end)]
    if pairs.empty:
        return text(lang, "There is no year in which both indicators have figures.")
    year = str(pairs["period"].max())
    residents = values(dataset, catalogue.load()["population"])
    size = residents[residents["period"] == year].set_index("area")["value"]
    rows = pd.DataFrame({"area": list(districts), "name": list(districts.values())})
    rows = rows.merge(pairs[pairs["period"] == year], on="area", how="left").assign(size=rows["area"].map(size))
    axes = tuple(Axis(one.title[lang], one.unit[lang], one.decimals) for one in (indicator, other))
    title = text(
        lang, "{one} and {other} {year}", one=indicator.title[lang], other=other.title[lang], year=dated(lang, year)
    )
    found = correlation(rows["x"], rows["y"])
    told = subject.captions(title, _strength(lang, found), other)
    told = with_notes(told, doubts_counted(lang, _doubtful(dataset, (indicator, other), year, rows)))
    figure = scatter(
        rows,
        lit or extremes(rows, subject.theme, "x", "y"),
        (axes[0], axes[1]),
        fit,
        told,
        subject.theme,
        missing_counted(lang),
    )
    missing = int(rows[["x", "y"]].isna().any(axis=1).sum())
    said = relation_sentence(lang, (indicator, other), year, found, missing, parts(lang, level))
    return subject.picture("relation", figure, said, rows)


def _doubtful(dataset: Dataset, pair: tuple[Indicator, Indicator], year: str, rows: pd.DataFrame) -> int:
    """How many of the points that are drawn have a doubtful figure in either of two indicators."""
    there = set(rows.dropna(subset=["x", "y"])["area"])
    found = pd.concat([values(dataset, each) for each in pair])
    doubtful = found[(found["period"] == year) & (found["status"] == DOUBTFUL)]
    return len(there & set(doubtful["area"]))


def _strength(lang: Language, found: Correlation) -> str:
    r, rho = number(lang, found.pearson, 2), number(lang, found.spearman, 2)
    return text(lang, "Pearson r = {r}, Spearman ρ = {rho}, n = {n}; size: residents", r=r, rho=rho, n=found.n)
