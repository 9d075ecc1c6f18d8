"""The kinds of districts, in words."""

import pandas as pd

from indicators.analysis.kinds import BORDERLINE, Kind
from locales import Language, joined, number, text


def kind_name(lang: Language, kind: Kind) -> str:
    """What a kind is called."""
    names: dict[Kind, str] = {
        "inner": text(lang, "inner city"),
        "estates": text(lang, "large estates"),
        "edge": text(lang, "edge of the city"),
    }
    return names[kind]


def kinds_sentence(lang: Language, rows: pd.DataFrame, numbers: pd.DataFrame, names: dict[str, str]) -> str:
    """How many districts are of which kind, how clearly, and who is borderline.

    rows, numbers: as from `indicators.analysis.kinds.result` and `number`; names: of the districts.
    """
    counts = {kind: number(lang, int((rows["kind"] == kind).sum())) for kind in ("inner", "estates", "edge")}
    three = numbers[numbers["rand"].notna()].iloc[0]
    told = text(
        lang,
        "By their traits the districts fall into three kinds: {inner} of the inner city, {estates} of large estates, "
        "{edge} on the edge (mean silhouette {silhouette}; 95% of reshuffles in which the traits have "
        "no connection give {chance} at most).",
        silhouette=number(lang, three["silhouette"], 2),
        chance=number(lang, three["chance_high"], 2),
        **counts,
    )
    doubtful = rows.loc[rows["silhouette"] < BORDERLINE, "area"]
    if doubtful.empty:
        return told
    who = joined(lang, [names[area] for area in doubtful])
    return " ".join([told, text(lang, "Borderline: {names}.", names=who)])
