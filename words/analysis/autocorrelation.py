"""Whether neighbouring districts resemble each other, in words."""

from typing import Final

import pandas as pd

from indicators.catalogue import Indicator
from locales import Language, joined, number, plural, text
from words.missing import nothing_to_draw
from words.periods import dated, short_span, when
from words.phrases import without_year

DECIMALS: Final = 2
NAMED: Final = 3
"""Districts of a kind up to which they are named."""


def resemblance_sentence(lang: Language, indicator: Indicator, rows: pd.DataFrame) -> str:
    """Whether neighbours resemble each other in the last period more than by chance, and how that was before.

    rows: as from `indicators.analysis.autocorrelation.result`, of one indicator, in order of period.
    """
    if rows.empty:
        return nothing_to_draw(lang)
    last = rows.iloc[-1]
    found = {name: number(lang, last[name], DECIMALS) for name in ("moran", "chance_low", "chance_high")}
    found["what"] = measured_in(lang, indicator, last["start"], last["period"])
    return " ".join([_now(lang, last, found), *_before(lang, rows)])


def measured_in(lang: Language, indicator: Indicator, start: str, period: str) -> str:
    """What is measured, and when: `Mean age in 2023`, `Population, growth 2018–2024`."""
    title = indicator.title[lang]
    if start:
        return text(lang, "{indicator}, growth {span}", indicator=title, span=short_span(lang, (start, period)))
    return f"{without_year(title, period)} {when(lang, period)}"


def _now(lang: Language, last: pd.Series, found: dict[str, str]) -> str:
    if last["moran"] > last["chance_high"]:
        return text(
            lang,
            "{what}: neighbouring districts resemble each other (Moran’s I = {moran}; nine of ten random "
            "reshuffles of the values give {chance_low} to {chance_high}).",
            **found,
        )
    if last["moran"] < last["chance_low"]:
        return text(
            lang,
            "{what}: neighbouring districts differ more than by chance (Moran’s I = {moran}; nine of "
            "ten random reshuffles of the values give {chance_low} to {chance_high}).",
            **found,
        )
    return text(
        lang,
        "{what}: no resemblance of neighbouring districts can be told apart from chance (Moran’s I = {moran}; "
        "nine of ten random reshuffles of the values give {chance_low} to {chance_high}).",
        **found,
    )


def _before(lang: Language, rows: pd.DataFrame) -> list[str]:
    """The first figure, and the highest where it is another."""
    if len(rows) == 1:
        return []
    order = rows["moran"].to_numpy()
    first, last, most = rows.iloc[0], rows.iloc[-1], rows.iloc[int(order.argmax())]
    told = [text(lang, "{moran} ({span})", **_told(lang, first))]
    if most["period"] not in {first["period"], last["period"]}:
        told.append(text(lang, "highest {moran} ({span})", **_told(lang, most)))
    return [text(lang, "Before: {figures}.", figures=", ".join(told))]


def _told(lang: Language, row: pd.Series) -> dict[str, str]:
    when = short_span(lang, (row["start"], row["period"])) if row["start"] else dated(lang, row["period"])
    return {"span": when, "moran": number(lang, row["moran"], DECIMALS)}


def kind_name(lang: Language, kind: str) -> str:
    """What a kind of `indicators.analysis.clusters.KINDS` is called; the empty one is not told apart from chance."""
    return {
        "high-high": text(lang, "high among high"),
        "low-low": text(lang, "low among low"),
        "high-low": text(lang, "high among low"),
        "low-high": text(lang, "low among high"),
    }.get(kind, text(lang, "not told apart from chance"))


def clusters_sentence(lang: Language, indicator: Indicator, rows: pd.DataFrame, names: dict[str, str]) -> str:
    """How many districts of which kind are told apart from chance, and how many without the control and by a
    stricter test.

    rows: as from `indicators.analysis.clusters.result`, of one indicator; names: of its districts.
    """
    first, known = rows.iloc[0], rows["p"].notna()
    found = rows[rows["kind"] != ""]
    said = {
        "what": measured_in(lang, indicator, first["start"], first["period"]),
        "known": number(lang, int(known.sum())),
        "alone": number(lang, int((rows["p"] < 0.05).sum())),
    }
    if found.empty:
        return text(
            lang,
            "{what}: no district with its surroundings can be told apart from chance; testing each of "
            "{known} by itself would have shown {alone}.",
            **said,
        )
    kinds = [_of_kind(lang, str(kind), own["area"].tolist(), names) for kind, own in found.groupby("kind")]
    return plural(
        lang,
        "{what}: {n} of {known} districts can be told apart from chance with its surroundings: {kinds}. "
        "Testing each by itself would have shown {alone}; tested in both directions {strict}.",
        "{what}: {n} of {known} districts can be told apart from chance with their surroundings: {kinds}. "
        "Testing each by itself would have shown {alone}; tested in both directions {strict}.",
        len(found),
        kinds=joined(lang, kinds),
        strict=_remaining(lang, int(rows["strict"].sum())),
        **said,
    )


def _remaining(lang: Language, n: int) -> str:
    return plural(lang, "{n} remains", "{n} remain", n) if n else text(lang, "none remains")


def _of_kind(lang: Language, kind: str, areas: list[str], names: dict[str, str]) -> str:
    """`7 low among low`, with the names of a few."""
    told = text(lang, "{n} {kind}", n=number(lang, len(areas)), kind=kind_name(lang, kind))
    return f"{told} ({joined(lang, [names[area] for area in areas])})" if len(areas) <= NAMED else told


def links_sentence(lang: Language, links: int, districts: int) -> str:
    """How many pairs of neighbours there are, and how many neighbours a district has on average."""
    mean = number(lang, 2 * links / districts, 1)
    return plural(
        lang,
        "{n} pair of neighbours, {mean} neighbours a district on average.",
        "{n} pairs of neighbours, {mean} neighbours a district on average.",
        links,
        mean=mean,
    )
