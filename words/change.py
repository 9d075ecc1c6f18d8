"""How values and changes are written: with their unit, in percent or points, with as many decimals as tell them."""

from dataclasses import dataclass
from math import isnan

from indicators.analysis.limits import Limits
from indicators.catalogue import Indicator
from locales import Language, inflected, number, percent, rounded, text
from words.ends import MORE, Exactness, exactness
from words.noun import by_itself
from words.units import agreeing, countable, in_unit, with_unit


@dataclass(frozen=True)
class Moved:
    """How one place changed between two periods; NaN where a figure is missing.

    place: as in `in {place}`; breaks: the periods between in which its series breaks;
    doubtful: whether one of its figures is of low reliability; limits: of the difference, where it is modelled.
    """

    name: str
    place: str
    start: float
    end: float
    difference: float
    breaks: tuple[str, ...] = ()
    doubtful: bool = False
    limits: Limits | None = None


def amount(lang: Language, indicator: Indicator, value: float, decimals: int | None = None) -> str:
    """A value with its unit: `632.562 Personen`, `5,1 %`; decimals: those of the indicator unless others are given."""
    if isnan(value):
        return text(lang, "no figure")
    shown = number(lang, value, indicator.decimals if decimals is None else decimals)
    if indicator.graded:
        return by_itself(lang, indicator, shown)
    return with_unit(lang, shown, indicator.unit[lang])


def short_difference(lang: Language, indicator: Indicator, value: float) -> str:
    """A signed change where its unit stands beside it already; only percent keeps its sign."""
    if indicator.change == "percent":
        return percent(lang, value, 1, signed=True)
    return number(lang, value, change_decimals(indicator), signed=True)


def change_unit(lang: Language, indicator: Indicator) -> str:
    """What the changes of an indicator are counted in."""
    unit = text(lang, "grade points") if indicator.graded else indicator.unit[lang]
    return {"percent": "%", "points": text(lang, "percentage points"), "absolute": unit}[indicator.change]


def in_change_unit(lang: Language, indicator: Indicator) -> str:
    """The same as captions say it, declined in German: `in Prozentpunkten`."""
    if indicator.change == "points":
        return text(lang, "in {unit}", unit=inflected(lang, "in", "percentage points"))
    return in_unit(lang, change_unit(lang, indicator))


def change_decimals(indicator: Indicator) -> int:
    """How many decimals a change is shown with."""
    if indicator.change == "percent":
        return 1
    return max(indicator.decimals, 1) if indicator.change == "points" else indicator.decimals


def exact(indicator: Indicator, start: float, end: float, change: float) -> Exactness:
    """How exactly the ends of a change are told wherever they stand beside it; change: as the indicator states it."""
    percents, usual = indicator.change == "percent", indicator.decimals
    # Nobody has ever counted a part of a person; but ends that differ must not look level.
    whole = countable(indicator.unit["de"], usual) and rounded(start, usual) != rounded(end, usual)
    more = 0 if whole else MORE
    return exactness(start, end, change, usual, change_decimals(indicator), percent=percents, more=more)


def apart(indicator: Indicator, start: float, end: float, change: float) -> int:
    """Decimals of two figures that stand without their change: as usual, unless a rise or a fall would look level."""
    usual = indicator.decimals
    if rounded(start, usual) != rounded(end, usual) or not direction(indicator, change):
        return usual
    return exact(indicator, start, end, change).decimals


def difference(lang: Language, indicator: Indicator, value: float, *, signed: bool = True) -> str:
    """A change in the way the indicator states changes: percent, percentage points, or its unit."""
    if isnan(value):
        return text(lang, "no figure")
    shown = value if signed else abs(value)
    if indicator.change == "percent":
        return percent(lang, shown, 1, signed=signed)
    decimals = change_decimals(indicator)
    figure = number(lang, shown, decimals, signed=signed)
    unit = agreeing(change_unit(lang, indicator), figure)
    if indicator.change == "points" and number(lang, abs(value), decimals) == number(lang, 1, decimals):
        unit = text(lang, "percentage point")
    return f"{figure}\u00a0{unit}"


def relative(indicator: Indicator) -> bool:
    """Whether differences stand without a unit in a sentence that says it once: counts in relation, and grades."""
    per = indicator.counts is not None or indicator.unit["en"].startswith("per ")
    return indicator.change == "absolute" and (per or indicator.graded)


def by(lang: Language, indicator: Indicator, value: float) -> str:
    """How far figures moved, behind `by` in a sentence that says at its end what they count."""
    if relative(indicator):
        return number(lang, abs(value), indicator.decimals)
    return difference(lang, indicator, value, signed=False)


def direction(indicator: Indicator, change: float) -> int:
    """Sign of a change as it is shown: one that rounds to zero is none, nor is one that is missing."""
    shown = 0 if isnan(change) else rounded(change, change_decimals(indicator))
    return (shown > 0) - (shown < 0)


def turned(way: int, up: str, down: str, level: str) -> str:
    """The text that fits a direction: up for 1, down for -1, level for 0."""
    return {1: up, -1: down, 0: level}[way]
