"""What an indicator is, in a word or two."""

from indicators.catalogue import Indicator
from locales import Language, text


def absent(lang: Language) -> str:
    """Why an indicator that is declared has no figures."""
    return text(lang, "not in the embedded figures; refresh to load")


def kind(lang: Language, indicator: Indicator) -> str:
    """How an indicator comes about, in a word."""
    return {
        "official": text(lang, "official"),
        "derived": text(lang, "derived"),
        "modelled": text(lang, "modelled"),
    }.get(indicator.kind, text(lang, "forecast"))
