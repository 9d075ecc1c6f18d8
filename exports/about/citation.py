"""How to cite figures and pictures made from them: as text, for BibTeX and as CSL-JSON.

CSL-JSON is what reference managers such as Zotero read; its keys: citationstyles.org, schema 1.0.2.
"""

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from data.store import Dataset
from exports.about.sources import Licence, licences, publishers, sources
from indicators.catalogue import Indicator
from locales import Language, date, joined, plural, text

PRODUCT: Final = "Leipzig Urban Indicators"
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMED: Final = 3
"""As many indicators are named in a title; more are counted."""

_LATEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


@dataclass(frozen=True)
class Work:
    """What is cited.

    title: in the language of the citation; key: short and unique, for reference managers; issued: the day of the
    data version; address: where it can be had again, empty where that is unknown; changed: what was done to the
    published figures, a sentence without its full stop, empty for figures as published.
    """

    key: str
    title: str
    publishers: tuple[str, ...]
    licences: tuple[Licence, ...]
    version: str
    issued: dt.date
    accessed: dt.date
    address: str
    changed: str
    picture: bool


def work(
    dataset: Dataset,
    indicators: Sequence[Indicator],
    *,
    lang: Language,
    accessed: dt.date,
    address: str = "",
    title: str = "",
    picture: bool = False,
    boundaries: bool = False,
) -> Work:
    """The work that figures of some indicators are, or a picture of them.

    title: what the picture or table is called; without one, the indicators are named or counted.
    accessed: the day on which the figures were had. boundaries: whether it shows the shapes of areas, as maps do.
    """
    known = sources(dataset, indicators, boundaries=boundaries)
    what = indicators[0].id if len(indicators) == 1 else "indicators"
    return Work(
        key=re.sub(r"[^A-Za-z0-9-]", "-", f"leipzig-{what}-{dataset.version}"),
        title=title or _title(lang, indicators),
        publishers=publishers(known),
        licences=licences(known),
        version=dataset.version,
        issued=dt.date.fromisoformat(dataset.version[:10]),
        accessed=accessed,
        address=address,
        changed=_changed(lang, {indicator.kind for indicator in indicators}),
        picture=picture,
    )


def as_text(lang: Language, cited: Work) -> str:
    """One paragraph: publishers, year, title, data version, licence, and when and where it was had."""
    kind = text(lang, "figure") if cited.picture else text(lang, "data set")
    who = "; ".join(cited.publishers) or PRODUCT
    parts = [
        f"{who} ({cited.issued.year}): {cited.title} [{kind}]",
        f"{PRODUCT}, " + text(lang, "data version {version}", version=cited.version),
        *_terms(lang, cited),
        _retrieved(lang, cited),
    ]
    return ". ".join(parts) + ("" if cited.address else ".")


def as_bibtex(lang: Language, cited: Work) -> str:
    """An entry `@misc` with `url`, `urldate` and `version`, which BibTeX and biblatex both take, in UTF-8."""
    fields = {
        "author": " and ".join(f"{{{_latex(name)}}}" for name in cited.publishers or (PRODUCT,)),
        "title": f"{{{_latex(cited.title)}}}",
        "howpublished": PRODUCT,
        "year": str(cited.issued.year),
        "month": MONTHS[cited.issued.month - 1],
        "version": cited.version,
        "note": _latex(". ".join(_terms(lang, cited))),
        "url": cited.address.replace("{", "%7B").replace("}", "%7D"),
        "urldate": cited.accessed.isoformat(),
        "language": {"de": "german", "en": "english"}[lang],
    }
    # A month is a macro, which stands without braces.
    lines = [f"  {key} = {value if key == 'month' else f'{{{value}}}'}," for key, value in fields.items() if value]
    return "\n".join([f"@misc{{{cited.key},", *lines, "}"]) + "\n"


def as_csl_json(lang: Language, cited: Work) -> str:
    """A JSON list of one item."""
    item: dict[str, Any] = {
        "id": cited.key,
        "type": "graphic" if cited.picture else "dataset",
        "title": cited.title,
        "author": [{"literal": name} for name in cited.publishers or (PRODUCT,)],
        "publisher": PRODUCT,
        "issued": {"date-parts": [[cited.issued.year, cited.issued.month, cited.issued.day]]},
        "accessed": {"date-parts": [[cited.accessed.year, cited.accessed.month, cited.accessed.day]]},
        "version": cited.version,
        "URL": cited.address,
        "note": ". ".join(_terms(lang, cited)),
        "language": lang,
    }
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


def _title(lang: Language, indicators: Sequence[Indicator]) -> str:
    if 0 < len(indicators) <= NAMED:
        return text(lang, "{what}, Leipzig", what=joined(lang, [indicator.title[lang] for indicator in indicators]))
    return plural(lang, "{n} indicator of Leipzig", "{n} indicators of Leipzig", len(indicators))


def _changed(lang: Language, kinds: set[str]) -> str:
    # The licence of most figures asks for a word where they were changed.
    if "modelled" in kinds:
        return text(lang, "Data changed: modelled or computed from published figures")
    return text(lang, "Data changed: computed from published figures") if "derived" in kinds else ""


def _terms(lang: Language, cited: Work) -> list[str]:
    """Sentences without their full stops: under which licences, and what was changed."""
    names = [f"{one.title} ({one.address})" if one.title else one.id for one in cited.licences]
    licence = [text(lang, "Licence: {licence}", licence="; ".join(names))] if names else []
    return [*licence, *([cited.changed] if cited.changed else [])]


def _retrieved(lang: Language, cited: Work) -> str:
    day = date(lang, cited.accessed.isoformat())
    if cited.address:
        return text(lang, "Retrieved {day}, {address}", day=day, address=cited.address)
    return text(lang, "Retrieved {day}", day=day)


def _latex(words: str) -> str:
    return words.translate(_LATEX)
