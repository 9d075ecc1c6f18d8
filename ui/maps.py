"""Maps with a slider of years: where it stands is in the address."""

from collections.abc import Callable, Sequence
from functools import partial

from locales import Language
from pictures.picture import Picture
from ui import address, pictures


def year(periods: Sequence[str], default: str) -> str:
    """The period that the slider below a map of values stands at."""
    address.one("year", periods, default)
    period: str = address.state("year")
    return period


def place(lang: Language, drawn: Picture, picked: Callable[[str], None] | None = None) -> None:
    """A map; where its slider comes to rest, the page follows."""
    pictures.place(lang, drawn, picked, partial(address.choose, "year"))
