"""What an indicator is called in a sentence, and how its figures stand there: with article, without quotation marks.

All that German needs to decline follows from the noun, which is declared in the nominative with its article.
"""

from typing import Final

from indicators.catalogue import Indicator, Text
from locales import Language, text
from words.units import with_unit

PRONOUN: Final = {"der": "er", "die": "sie", "das": "es"}
ACCUSATIVE: Final = {"der": "den {}en", "die": "die {}e", "das": "das {}e"}
"""By article of the nominative: article and adjective in front of the noun."""
WEAK: Final = "quotient"
"""How the only weak nouns end, which German declines in the accusative; all others are there what they are declared."""
MOST: Final[dict[Language, dict[str, tuple[str, str]]]] = {
    "de": {"high": ("höchst", "niedrigst"), "large": ("größt", "kleinst"), "long": ("längst", "kürzest")},
    "en": {"high": ("highest", "lowest"), "large": ("largest", "smallest"), "long": ("longest", "shortest")},
}
"""The superlatives at both ends, by `Indicator.degree`."""


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
    bare = _bare(lang, indicator)
    return f"{_superlative(lang, indicator, 0)} {bare + 'en' if lang == 'de' and bare.endswith(WEAK) else bare}"


def lowest(lang: Language, indicator: Indicator) -> str:
    """The opposite of `highest`, which has named the noun: `die wenigsten`, `the lowest`."""
    if indicator.graded:
        return text(lang, "the worst")
    if indicator.counts:
        return text(lang, "the fewest")
    return _superlative(lang, indicator, 1)


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


def _superlative(lang: Language, indicator: Indicator, end: int) -> str:
    """With its article, in German in the accusative; end: 0 for the highest, 1 for the lowest."""
    adjective = MOST[lang][indicator.degree][end]
    return ACCUSATIVE[_article(indicator)].format(adjective) if lang == "de" else f"the {adjective}"


def _article(indicator: Indicator) -> str:
    return indicator.noun["de"].partition(" ")[0]


def _bare(lang: Language, indicator: Indicator) -> str:
    """The noun without its article."""
    return indicator.noun[lang].partition(" ")[2]
