"""The sentence that tells how closely two changes go together across districts."""

from math import isnan
from typing import Final

from indicators.analysis.relation import Correlation
from locales import Language, number, text

STRONG: Final = 0.5
MODERATE: Final = 0.3
"""From where a correlation is called so. Source: Cohen, "Statistical Power Analysis for the Behavioral Sciences"
(1988), for r."""
SIGNIFICANT: Final = 0.05


def relation_sentence(lang: Language, title: str, found: Correlation, part_name: str) -> str:
    """Whether places that grew more saw a higher or a lower change of an indicator, by rank correlation.

    What chance alone may well bring about (p of `indicators.analysis.relation.correlation`, which is optimistic) is no
    connection.
    title: of the indicator; part_name: what one place is called, after "the more a".
    """
    told = {"title": title, "part": part_name, "n": number(lang, found.n)}
    if isnan(found.spearman):
        return text(
            lang, "Too few figures that differ to compare growth with the change of “{title}” (n = {n}).", **told
        )
    told["how"] = text(lang, "Spearman ρ = {rho}, n = {n}", rho=number(lang, found.spearman, 2), n=found.n)
    if found.spearman_p >= SIGNIFICANT:
        return text(lang, "There is no clear connection between growth and the change of “{title}” ({how}).", **told)
    told["strength"] = _strength(lang, abs(found.spearman))
    if found.spearman > 0:
        return text(lang, "The more a {part} grew, the higher its change of “{title}”: {strength} ({how}).", **told)
    return text(lang, "The more a {part} grew, the lower its change of “{title}”: {strength} ({how}).", **told)


def _strength(lang: Language, rho: float) -> str:
    if rho >= STRONG:
        return text(lang, "a strong connection")
    return text(lang, "a moderate connection") if rho >= MODERATE else text(lang, "a weak connection")
