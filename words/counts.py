"""Counts in a sentence."""

from typing import Final

from locales import Language, number

SMALL_NUMBERS: Final[dict[Language, list[str]]] = {
    "de": ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"],
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
}


def counted(lang: Language, n: int) -> str:
    """A count in a sentence: a word up to twelve, digits above."""
    return SMALL_NUMBERS[lang][n] if n < len(SMALL_NUMBERS[lang]) else number(lang, n)
