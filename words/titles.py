"""What an indicator is called in a sentence."""

from indicators.catalogue import Indicator
from locales import Language, text
from words.indicator import not_measured


def titled(lang: Language, indicator: Indicator, *remarks: str) -> str:
    """An indicator's title, with remarks in brackets as far as it does not say them itself.

    It says on its own where nobody counted or measured the figures, and where a rise is for the worse.
    """
    title = indicator.title[lang]
    _, kind = not_measured(lang, indicator)
    grade = text(lang, "school grade, 1 = best") if indicator.graded else ""
    said = "; ".join(remark for remark in (*remarks, kind, grade) if remark.lower() not in title.lower())
    if not said:
        return title
    return f"{title[:-1]}; {said})" if title.endswith(")") else f"{title} ({said})"


def unit_beside(lang: Language, indicator: Indicator) -> str:
    """The unit, unless the title names it already; and whether nobody counted the figures."""
    unit, title = indicator.unit[lang], indicator.title[lang]
    kind = text(lang, "modelled") if indicator.kind == "modelled" else ""
    return ", ".join(said for said in (unit, kind) if said and said.lower() not in title.lower())
