"""When the city's growth moved to another level, in words."""

import pandas as pd

from locales import Language, joined, percent, plural, text
from words.missing import nothing_to_draw
from words.periods import short_span

DECIMALS = 1


def change_points_sentence(lang: Language, rows: pd.DataFrame, chance: pd.DataFrame) -> str:
    """The years in which the level changed, the levels, how sure they are, single years, and what chance finds.

    rows, chance: as from `indicators.analysis.change_points`, `result` and `by_chance`.
    """
    if rows.empty:
        return nothing_to_draw(lang)
    return " ".join([_turns(lang, rows), _levels(lang, rows), *_single_years(lang, rows), *_chance(lang, rows, chance)])


def level_rows(lang: Language, rows: pd.DataFrame) -> list[list[str]]:
    """Of each level: its years, the growth, the years between which it began and how often in its first year."""
    return [
        [
            short_span(lang, (own["period"].iloc[0], own["period"].iloc[-1])),
            percent(lang, own["level"].iloc[0], DECIMALS, signed=True),
            *([_range(lang, own.iloc[0]), percent(lang, own["found"].iloc[0], 0)] if own["turn"].iloc[0] else "––"),
        ]
        for own in _stretches(rows)
    ]


def _stretches(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """The rows of each level, in order of time."""
    return [own for _, own in rows.groupby(rows["turn"].cumsum())]


def _turns(lang: Language, rows: pd.DataFrame) -> str:
    turns = [turn for _, turn in rows[rows["turn"]].iterrows()]
    if not turns:
        return text(lang, "The growth of the city’s population stayed on one level, as far as can be told.")
    return text(
        lang,
        "The growth of the city’s population moved to another level in {years} (nine of ten resampled courses: "
        "{ranges}).",
        years=joined(lang, [turn["period"] for turn in turns]),
        ranges=joined(lang, [_range(lang, turn) for turn in turns]),
    )


def _levels(lang: Language, rows: pd.DataFrame) -> str:
    said = [f"{growth} ({span})" for span, growth, *_ in level_rows(lang, rows)]
    return text(lang, "On average it was {levels} a year.", levels=joined(lang, said))


def _range(lang: Language, turn: pd.Series) -> str:
    ends = dict.fromkeys([turn["early"], turn["late"]])
    return short_span(lang, (turn["early"], turn["late"])) if len(ends) > 1 else str(turn["early"])


def _single_years(lang: Language, rows: pd.DataFrame) -> list[str]:
    """Years far from the level of their stretch, and what that would be without them."""
    said = []
    for own in _stretches(rows):
        far = own[own["apart"]]
        if far.empty:
            continue
        years = [f"{year} ({percent(lang, growth, DECIMALS, signed=True)})" for year, growth in _of_years(far)]
        said.append(
            plural(
                lang,
                "{years} is a single year and no turn; without it the level of {span} would be {level}.",
                "{years} are single years and no turns; without them the level of {span} would be {level}.",
                len(far),
                years=joined(lang, years),
                span=short_span(lang, (own["period"].iloc[0], own["period"].iloc[-1])),
                level=percent(lang, own.loc[~own["apart"], "growth"].mean(), DECIMALS, signed=True),
            )
        )
    return said


def _of_years(rows: pd.DataFrame) -> list[tuple[str, float]]:
    return list(zip(rows["period"].tolist(), rows["growth"].tolist(), strict=True))


def _chance(lang: Language, rows: pd.DataFrame, chance: pd.DataFrame) -> list[str]:
    if not rows["turn"].any():
        return []
    as_clear = chance.loc[chance["whose"] == "city", "as_clear"].iloc[0]
    return [
        text(
            lang,
            "Of made-up courses without any turn, but as inert as the city’s, {share} show steps just as clear.",
            share=percent(lang, as_clear, 0),
        )
    ]
