"""Words, numbers and dates in the reader's language.

English texts are the message ids; `de/LC_MESSAGES/messages.po` has the German ones.
"""

import datetime as dt
import io
import math
import unicodedata
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final, Literal, get_args
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt
from babel import dates, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

Language = Literal["de", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

NO_VALUE: Final = "–"
LEIPZIG: Final = ZoneInfo("Europe/Berlin")
"""Stamps are kept in UTC; days are those of Leipzig."""


@cache
def _catalogue(lang: Language) -> NullTranslations:
    if lang == "en":
        return NullTranslations()
    path = Path(__file__).parent / lang / "LC_MESSAGES" / "messages.po"
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=lang))
    compiled.seek(0)
    return GNUTranslations(compiled)


def text(lang: Language, message: str, **parts: object) -> str:
    """A message in a language, its {parts} filled in."""
    found = _catalogue(lang).gettext(message)
    return found.format(**parts) if parts else found


def inflected(lang: Language, case: str, message: str) -> str:
    """Words in the case that another text needs: `of` as after "of its 63", `in` as after "in"."""
    return _catalogue(lang).pgettext(case, message)


def plural(lang: Language, one: str, many: str, n: int, **parts: object) -> str:
    """The message for a count of n, which is a part named n unless another one is given."""
    return _catalogue(lang).ngettext(one, many, n).format(**{"n": number(lang, n), **parts})


# A page writes most of its numbers several times: as label, in a table, in a sentence; and so does the next reader's.
@lru_cache(maxsize=16384)
def number(lang: Language, value: float, decimals: int = 0, *, signed: bool = False) -> str:
    """`1.234,5` or `1,234.5`; a dash for NaN, a true minus, a plus sign where signed."""
    if math.isnan(value):
        return NO_VALUE
    shown = rounded(value, decimals)
    sign = "−" if shown < 0 else "+" if signed and shown > 0 else ""
    return sign + f"{abs(shown):,f}".translate(_marks(lang))


def rounded(value: float, decimals: int) -> Decimal:
    """A value as it is shown. The shortest decimal text is what was meant: 2.675 rounds to 2.68."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def all_rounded(values: npt.ArrayLike, decimals: int) -> npt.NDArray[np.float64]:
    """Values as they are shown, as `rounded` has them, in an array of the same shape; NaN stays."""
    given = np.asarray(values, float)
    units = np.abs(given) * 10.0**decimals
    shown: npt.NDArray[np.float64] = np.copysign(np.floor(units + 0.5) / 10.0**decimals, given)
    # Only next to a half can what a figure is in binary differ from its decimal text.
    halves = np.abs(units % 1 - 0.5) < 1e-6 * np.maximum(units, 1)
    shown[halves] = [float(rounded(value, decimals)) for value in given[halves]]
    shown += 0.0  # no minus before a zero
    return shown


def plotly_separators(lang: Language) -> str:
    """Decimal and thousands mark as plotly's layout takes them."""
    return f"{numbers.get_decimal_symbol(lang)}{numbers.get_group_symbol(lang)}"


@cache
def _marks(lang: Language) -> dict[int, str]:
    """Python's thousands and decimal marks to those of the language."""
    return str.maketrans({",": numbers.get_group_symbol(lang), ".": numbers.get_decimal_symbol(lang)})


def percent(lang: Language, value: float, decimals: int = 1, *, signed: bool = False) -> str:
    """`25,4 %`, with a space that does not break, or `25.4%`."""
    return number(lang, value, decimals, signed=signed) + ("" if math.isnan(value) else percent_sign(lang))


def percent_sign(lang: Language) -> str:
    """The sign as it stands behind a number, in German after a space that does not break."""
    return "\u00a0%" if lang == "de" else "%"


def today() -> dt.date:
    """The day that it is in Leipzig."""
    return dt.datetime.now(LEIPZIG).date()


def day_of(moment: str) -> dt.date:
    """The day in Leipzig of an ISO 8601 moment with its offset; a day by itself stays as it is."""
    at = dt.datetime.fromisoformat(moment)
    return (at if at.tzinfo is None else at.astimezone(LEIPZIG)).date()


def date(lang: Language, moment: str) -> str:
    """The day of an ISO 8601 moment, written out: `23. November 2026`, `23 November 2026`."""
    return dates.format_date(day_of(moment), "d. MMMM y" if lang == "de" else "d MMMM y", locale=lang)


def short_date(lang: Language, day: str) -> str:
    """An ISO 8601 day as it fits into a title: `3.11.2026`, `3 Nov 2026`."""
    return dates.format_date(day_of(day), "d.M.y" if lang == "de" else "d MMM y", locale=lang)


def month_name(lang: Language, month: int, *, short: bool = False) -> str:
    """`Januar`, `January`, or in three letters. month: from 1 to 12."""
    width: Literal["abbreviated", "wide"] = "abbreviated" if short else "wide"
    found = str(dates.get_month_names(width, "stand-alone", lang)[month])
    return found[:3].title() if short else found


def weekday_name(lang: Language, day: int) -> str:
    """In two or three letters: `Mo`, `Mon`. day: from 0 for Monday."""
    return str(dates.get_day_names("abbreviated", "stand-alone", lang)[day]).rstrip(".")


@lru_cache(maxsize=4096)
def alphabetical(name: str) -> str:
    """The key by which names are sorted: DIN 5007, variant 1, takes `ä` for `a` and `ß` for `ss`, whatever the case."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)) + f"\0{name}"


def in_order(names: Mapping[str, str]) -> dict[str, str]:
    """Names by code, sorted by name."""
    return dict(sorted(names.items(), key=lambda item: alphabetical(item[1])))


def joined(lang: Language, names: list[str]) -> str:
    """`A, B und C`, `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return " ".join([", ".join(names[:-1]), text(lang, "and"), names[-1]])
