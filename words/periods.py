"""Periods in a sentence: years, quarters and days."""

from locales import Language, date, inflected, short_date, text


def when(lang: Language, period: str) -> str:
    """A period in a sentence: `in 2024`, `on 9 May 2011`, `in quarter 1 of 2024`."""
    year, _, quarter = period.partition("-Q")
    if quarter:
        return text(lang, "in quarter {quarter} of {year}", quarter=quarter, year=year)
    if is_year(period):
        return text(lang, "in {year}", year=period)
    return text(lang, "on {day}", day=date(lang, period))


def dated(lang: Language, period: str) -> str:
    """A period by itself: `2024`, `9 May 2011`, `quarter 1 of 2024`."""
    year, _, quarter = period.partition("-Q")
    if quarter:
        return text(lang, "quarter {quarter} of {year}", quarter=quarter, year=year)
    return period if is_year(period) else date(lang, period)


def spanned(lang: Language, span: tuple[str, str], what: str) -> str:
    """What happened in a span of years or between two days, as a sentence begins."""
    facts = {"start": dated(lang, span[0]), "end": dated(lang, span[1]), "what": what}
    if is_year(span[0]) or is_year(span[1]):
        return text(lang, "From {start} to {end} {what}", **facts)
    return text(lang, "Between {start} and {end} {what}", **facts)


def since(lang: Language, period: str) -> str:
    """A period after "since": `2024`, `9 May 2011`, in German `dem 9. Mai 2011`."""
    return inflected(lang, "since", "{day}").format(day=date(lang, period)) if is_day(period) else dated(lang, period)


def short(lang: Language, period: str) -> str:
    """A period in titles and at the head of columns: `2024`, `2024-Q1`, `9 May 2011`."""
    return period if is_year(period) or "Q" in period else short_date(lang, period)


def short_span(lang: Language, span: tuple[str, str]) -> str:
    """From one period to another: `2012–2024`, `24.9.2017–26.9.2021`."""
    return "–".join(short(lang, period) for period in span)


def is_day(period: str) -> bool:
    """Whether a period is a day, such as that of an election."""
    return len(period) == len("2024-06-09")


def is_year(period: str) -> bool:
    """Whether a period is a whole year, which is told by its number."""
    return len(period) == len("2024")
