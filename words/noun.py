"""What an indicator is called in a sentence, and how its figures stand there: with article, without quotation marks.

All that German needs to decline follows from the noun, which is declared in the nominative with its article.
"""

from typing import Final

from indicators.catalogue import Indicator, Text
from locales import Language, text
from words.units import with_unit

PRONOUN: Final = {"der": "er", "die": "sie", "das": "es"}
HIGHEST: Final = {"der": "den höchsten", "die": "die höchste", "das": "das höchste"}
LOWEST: Final = {"der": "den niedrigsten", "die": "die niedrigste", "das": "das niedrigste"}
"""By article of the nominative: the accusative, in which a noun without an adjective is what it is declared."""


def noun(lang: Language, indicator: Indicator) -> str:
    """`das Durchschnittsalter`, `the mean age`; says it where a rise is for the worse."""
    said = indicator.noun[lang]
    grades = text(lang, "1 = best")
    return f"{said} ({grades})" if indicator.graded else said


def begun(phrase: str) -> str:
    """A phrase as a sentence begins."""
    return phrase[:1].upper() + phrase[1:]


def pronoun(lang: Language, indicator: Indicator) -> str:
    """What stands for the noun as a subject: `es`, `it`."""
    return PRONOUN[_article(indicator)] if lang == "de" else "it"


def highest(lang: Language, indicator: Indicator) -> str:
    """What is had by who has the highest figure or the best grade: `die meisten Einwohner`."""
    if indicator.graded:
        return text(lang, "the best {noun}", noun=_bare(lang, indicator))
    if most := indicator.most or indicator.counts:
        return text(lang, "the most {counts}", counts=most[lang])
    return f"{HIGHEST[_article(indicator)] if lang == 'de' else 'the highest'} {_bare(lang, indicator)}"


def lowest(lang: Language, indicator: Indicator) -> str:
    """The opposite of `highest`, which has named the noun: `die wenigsten`, `the lowest`."""
    if indicator.graded:
        return text(lang, "the worst")
    if indicator.counts:
        return text(lang, "the fewest")
    return LOWEST[_article(indicator)] if lang == "de" else "the lowest"


def beside_noun(lang: Language, indicator: Indicator, shown: str) -> str:
    """A number in a sentence that has said the noun, which may have told already what is counted."""
    if indicator.numbered or indicator.graded:
        return shown
    return by_itself(lang, indicator, shown)


def by_itself(lang: Language, indicator: Indicator, shown: str) -> str:
    """A number with what it counts: `281 private Pkw je 1.000 Einwohner`, `43,6 Jahre`, `Note 2,2`."""
    if indicator.graded:
        return text(lang, "grade {n}", n=shown)
    if indicator.counts is None:
        return with_unit(lang, shown, indicator.unit[lang])
    counts: Text = indicator.one if indicator.one and shown.lstrip("+−") == "1" else indicator.counts
    return f"{shown}\u00a0{counts[lang]}"


def _article(indicator: Indicator) -> str:
    return indicator.noun["de"].partition(" ")[0]


def _bare(lang: Language, indicator: Indicator) -> str:
    """The noun without its article."""
    return indicator.noun[lang].partition(" ")[2]
