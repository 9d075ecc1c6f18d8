"""What an indicator is, in a word or two."""

from indicators.catalogue import Indicator
from locales import Language, text


def absent(lang: Language) -> str:
    """Why an indicator that is declared has no figures."""
    return text(lang, "no data at present")


def not_measured(lang: Language, indicator: Indicator) -> tuple[str, str]:
    """That nobody counted or measured an indicator's figures, as a line and as a word; empty where somebody did."""
    return {
        "modelled": (text(lang, "modelled, not measured"), text(lang, "modelled")),
        "forecast": (text(lang, "forecast, not counted"), text(lang, "forecast")),
    }.get(indicator.kind, ("", ""))


def kind(lang: Language, indicator: Indicator) -> str:
    """How an indicator comes about, in a word."""
    counted = text(lang, "official") if indicator.kind == "official" else text(lang, "derived")
    return not_measured(lang, indicator)[1] or counted
