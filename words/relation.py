"""How closely two figures go together across districts, in words: by Spearman's rank correlation, and never why."""

from math import isnan
from typing import Final

from indicators.analysis.relation import MINIMUM, Correlation
from indicators.catalogue import Indicator
from locales import Language, number, rounded, text
from words.counts import counted
from words.missing import left_out
from words.noun import begun, noun
from words.periods import when

STRONG: Final = 0.6
MODERATE: Final = 0.4
WEAK: Final = 0.2
"""From where a relation is called so, as it is shown; below, none is clear. That is a convention, after Evans,
"Straightforward Statistics for the Behavioral Sciences" (1996), whose "very strong" is strong and whose "very weak" is
not clear here."""
SIGNIFICANT: Final = 0.05


def relation_sentence(
    lang: Language, pair: tuple[Indicator, Indicator], period: str, found: Correlation, missing: int, parts: str
) -> str:
    """How two indicators go together across districts in one period.

    found: over the districts that have both; missing: how many lack one; parts: what the districts are called, in the
    case that "in seven …" takes.
    """
    one, other = (noun(lang, indicator) for indicator in pair)
    head = begun(text(lang, "{one} and {other} {when}", one=one, other=other, when=when(lang, period)))
    said = "; ".join([*_relation(lang, found, parts), *left_out(lang, missing)])
    if isnan(found.spearman):
        return f"{head}: {said}."
    return f"{head}: {said}. " + text(lang, "This says nothing about causes.")


def growth_relation_sentence(lang: Language, title: str, found: Correlation, part_name: str) -> str:
    """Whether places that grew more saw a higher or a lower change of an indicator.

    title: of the indicator; part_name: what one place is called, after "the more a".
    """
    told = {"title": title, "part": part_name, "n": number(lang, found.n)}
    if isnan(found.spearman):
        return text(lang, "{title}: too few figures that differ to compare their change with growth (n = {n}).", **told)
    told |= {"how": _measured(lang, found), "strength": strength(lang, found)}
    if not clear(found):
        return text(lang, "{title}: {strength} between growth and change ({how}).", **told)
    if found.spearman > 0:
        return text(lang, "{title}: the more a {part} grew, the higher the change – {strength} ({how}).", **told)
    return text(lang, "{title}: the more a {part} grew, the lower the change – {strength} ({how}).", **told)


def clear(found: Correlation) -> bool:
    """Whether a relation is spoken of: not where it is hardly one, or where chance alone may well bring it about."""
    return abs(rounded(found.spearman, 2)) >= WEAK and found.p < SIGNIFICANT


def strength(lang: Language, found: Correlation) -> str:
    """What a correlation is called, wherever one is told."""
    rho = float(rounded(found.spearman, 2))
    if not clear(found):
        return text(lang, "no clear relation")
    if abs(rho) >= STRONG:
        return text(lang, "strong positive relation") if rho > 0 else text(lang, "strong negative relation")
    if abs(rho) >= MODERATE:
        return text(lang, "moderate positive relation") if rho > 0 else text(lang, "moderate negative relation")
    return text(lang, "weak positive relation") if rho > 0 else text(lang, "weak negative relation")


def _measured(lang: Language, found: Correlation) -> str:
    """The correlation, and how many independent pairs its pairs are worth to the test."""
    told = {"rho": number(lang, found.spearman, 2), "n": number(lang, found.n)}
    effective = number(lang, found.effective)
    if effective == told["n"]:
        return text(lang, "Spearman’s ρ = {rho}, n = {n}", **told)
    return text(
        lang,
        "Spearman’s ρ = {rho}, n = {n}, which count as {effective} independent cases because neighbours resemble each "
        "other",
        effective=effective,
        **told,
    )


def _relation(lang: Language, found: Correlation, parts: str) -> list[str]:
    if isnan(found.spearman):
        n = number(lang, found.n)
        if found.n < MINIMUM:
            return [text(lang, "too few pairs of figures for a relation (n = {n})", n=n)]
        return [text(lang, "no relation can be stated, because all figures of one are the same (n = {n})", n=n)]
    told = text(
        lang,
        "{relation} in {count} {parts} ({how})",
        relation=strength(lang, found),
        count=counted(lang, found.n),
        parts=parts,
        how=_measured(lang, found),
    )
    if not clear(found):
        return [told]
    if found.spearman > 0:
        return [told, text(lang, "where one is higher, the other tends to be higher, too")]
    return [told, text(lang, "where one is higher, the other tends to be lower")]
