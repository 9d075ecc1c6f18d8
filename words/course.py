"""How figures went on: a headline that can be counted, and what a test for a trend finds."""

from collections.abc import Sequence
from math import isnan

from indicators.analysis.course import course
from indicators.analysis.trends import TESTABLE, Slope, Trend
from indicators.catalogue import Indicator
from indicators.figures.grid import Observed
from locales import Language, number, plural, text
from words.care import DOUBTFUL, doubt
from words.periods import short, short_span, since


def stretch(lang: Language, start: str, end: str) -> str:
    """The periods of a stretch: from one to another, or the only one."""
    return short(lang, start) if start == end else short_span(lang, (start, end))


def headline(lang: Language, indicator: Indicator, figures: Sequence[Observed]) -> tuple[str, str]:
    """What figures did from one to the next, and whether the last of them stands out.

    figures: those that can be compared with each other, in order of period, none missing.
    """
    found = course(figures, indicator.decimals)
    if found is None:
        return text(lang, "too few values"), ""
    first, last = figures[0].period, figures[-1].period
    ends = {
        "highest": text(lang, "{end}: highest value since {start}", end=short(lang, last), start=since(lang, first)),
        "lowest": text(lang, "{end}: lowest value since {start}", end=short(lang, last), start=since(lang, first)),
        "": "",
    }
    doubts = doubt(lang, (each.status == DOUBTFUL for each in figures))
    return _counted(lang, found.rises, found.falls, found.steps, yearly=found.yearly), (ends[found.last] + doubts)


def _counted(lang: Language, rises: int, falls: int, steps: int, *, yearly: bool) -> str:
    facts = {"rises": number(lang, rises), "falls": number(lang, falls), "steps": number(lang, steps)}
    if rises == falls:
        if not rises:
            return text(lang, "always the same")
        if yearly:
            return text(lang, "rose in {rises}, fell in {falls} of {steps} years", **facts)
        return text(lang, "rose {rises}, fell {falls} of {steps} times", **facts)
    if steps in (rises, falls):
        return _each_time(lang, risen=rises == steps, yearly=yearly)
    if rises > falls:
        if yearly:
            return text(lang, "rose in {rises} of {steps} years", **facts)
        return text(lang, "rose {rises} of {steps} times", **facts)
    if yearly:
        return text(lang, "fell in {falls} of {steps} years", **facts)
    return text(lang, "fell {falls} of {steps} times", **facts)


def _each_time(lang: Language, *, risen: bool, yearly: bool) -> str:
    if yearly:
        return text(lang, "rose every year") if risen else text(lang, "fell every year")
    return text(lang, "rose every time") if risen else text(lang, "fell every time")


def tested(lang: Language, indicator: Indicator, found: Trend, verdict: str) -> list[str]:
    """The slope of a stretch, what the test of a trend finds in it, and what that takes for granted.

    found: at least of one figure; verdict: of `indicators.analysis.trends.verdicts`, for this trend alone.
    """
    span = stretch(lang, found.start, found.end)
    told = [] if isnan(found.slope.slope) else [_method(lang, indicator, span, found.slope)]
    if not verdict:
        return [*told, untested(lang, indicator)]
    if isnan(found.p):
        return [*told, _too_few(lang, span, found.n)]
    result = text(
        lang,
        "Mann–Kendall test after pre-whitening, {span}: {verdict} ({p}, n = {n}).",
        span=span,
        verdict=verdict_word(lang, verdict),
        p=p_told(lang, found.p),
        n=number(lang, found.n),
    )
    return [*told, result, assumed(lang)]


def pace(lang: Language, indicator: Indicator, found: Slope) -> str:
    """How far figures move in a year, in a few words; empty where there are too few."""
    return (
        ""
        if isnan(found.slope)
        else text(lang, "on average {slope} a year", slope=_yearly(lang, indicator, found.slope))
    )


def _yearly(lang: Language, indicator: Indicator, slope: float) -> str:
    shown = number(lang, slope, indicator.decimals + (indicator.change != "percent"), signed=True)
    return f"{shown}\u00a0{text(lang, 'percentage points')}" if indicator.change == "points" else shown


def _method(lang: Language, indicator: Indicator, span: str, found: Slope) -> str:
    """What the average of `pace` is, and how far it may be from the true one."""
    low, high = (_yearly(lang, indicator, each) for each in (found.low, found.high))
    return text(
        lang,
        "Average: the median of the changes per year between any two years of {span} (Theil–Sen slope), which single "
        "odd years hardly move; 95%: {low} to {high}.",
        span=span,
        low=low,
        high=high,
    )


def _too_few(lang: Language, span: str, n: int) -> str:
    return plural(
        lang,
        "No test: {n} figure that can be compared ({span}), {needed} are needed.",
        "No test: {n} figures that can be compared ({span}), {needed} are needed.",
        n,
        span=span,
        needed=number(lang, TESTABLE),
    )


def untested(lang: Language, indicator: Indicator) -> str:
    """Why figures that were not counted are not tested."""
    if indicator.kind == "forecast":
        return text(lang, "No test: these figures are a forecast, a trend in them would be its assumption.")
    return text(lang, "No test: these figures are modelled, a trend in them would be one of the model.")


def assumed(lang: Language) -> str:
    """What the test takes for granted, and what its silence means."""
    return text(
        lang,
        "The test assumes that figures are evenly spaced and that each depends on the one before alone. It seldom "
        "finds a trend that is not there, and misses many that are: “no clear trend” does not prove that nothing "
        "changed.",
    )


def p_told(lang: Language, p: float) -> str:
    """A p as it is written: `p = 0.012`, `p < 0.001`, with spaces that do not break."""
    least = 0.001
    sign, shown = ("<", least) if p < least else ("=", p)
    return f"p\u00a0{sign}\u00a0{number(lang, shown, 3)}"


def verdict_word(lang: Language, verdict: str) -> str:
    """The verdict of `indicators.analysis.trends.verdicts` in a word or two; nothing where nothing was tested."""
    return {
        "": "",
        "rising": text(lang, "rising"),
        "falling": text(lang, "falling"),
        "no clear trend": text(lang, "no clear trend"),
        "too few values": text(lang, "too few values"),
    }[verdict]
