"""Where each district stands in one period."""

from collections.abc import Mapping
from math import isnan

import pandas as pd

from charts.distribution import Reference, distribution
from charts.labels import with_notes
from data.areas import CITY, Level
from locales import plural, text
from pictures.marks import Colours, extremes, missing_counted
from pictures.picture import Picture, Subject
from words.care import DOUBTFUL
from words.change import amount
from words.districts import distribution_sentence
from words.periods import dated
from words.phrases import parts
from words.rows import value_rows


def positions(subject: Subject, figures: pd.DataFrame, names: Mapping[str, str], lit: Colours, level: Level) -> Picture:
    """Where each district stands at the end of the span, and the city among them where that compares."""
    lang, indicator = subject.lang, subject.indicator
    districts = {area: name for area, name in names.items() if area != CITY}
    rows = value_rows(lang, indicator, figures, districts, subject.end).rename(columns={"shade": "value"})
    city = value_rows(lang, indicator, figures, {CITY: names[CITY]}, subject.end).iloc[0]
    label = f"{city['name']}: {amount(lang, indicator, city['shade'])}"
    reference = Reference(label, float(city["shade"])) if indicator.comparable and not isnan(city["shade"]) else None
    title = text(
        lang,
        "{title} {end}: the districts beside each other",
        title=indicator.title[lang],
        end=dated(lang, subject.end),
    )
    told = subject.captions(title, text(lang, "in {unit}", unit=indicator.unit[lang]))
    doubtful = int((rows["value"].notna() & (rows["status"] == DOUBTFUL)).sum())
    told = with_notes(told, [plural(lang, "○ doubtful: {n} area", "○ doubtful: {n} areas", doubtful)] * (doubtful > 0))
    figure = distribution(
        rows,
        lit or extremes(rows, subject.theme, "value"),
        reference,
        told,
        subject.theme,
        indicator.decimals,
        missing_counted(lang),
    )
    listed = rows.rename(columns={"value": "shade"})
    said = distribution_sentence(lang, indicator, subject.end, listed, list(lit), parts(lang, level))
    return subject.picture("distribution", figure, said, rows)
