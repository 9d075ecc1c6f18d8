"""What is new in the figures, for readers of feeds: an Atom feed (RFC 4287) of the versions that are kept."""

from collections import Counter
from itertools import pairwise
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from starlette.requests import Request
from starlette.responses import Response

from api import addresses, parameters
from api.answers import MINUTES, cached
from data import store
from data.store import Dataset, NoData
from exports.tables.revisions import revisions_of_series
from indicators.kept import kept
from indicators.selection import Selection
from locales import LANGUAGES, Language, number, text

ATOM: Final = "application/atom+xml"
ID: Final = "tag:leipzig-urban-indicators,2026:versions"
"""The same wherever the application stands (RFC 4151)."""
MOST: Final = 10
"""Versions that the feed goes back."""


def changes_atom(request: Request) -> Response:
    """One entry a version, newest first, that says how many published figures are new, revised or gone, and links to
    them."""
    query = request.query_params
    parameters.check_names(query, ("lang",))
    lang = parameters.choice(query, "lang", LANGUAGES) or parameters.DEFAULT_LANGUAGE
    store.current()  # without any figures there is nothing to tell
    names, base = store.kept(), addresses.base(request)
    return cached(
        request,
        "+".join(names),
        lambda: Response(_feed(lang, _readable(names[: MOST + 1]), base), media_type=ATOM),
        addresses.keep(MINUTES),
    )


def _readable(names: list[str]) -> list[Dataset]:
    found = []
    for name in names:
        try:
            found.append(store.version(name))
        except NoData:
            continue
    return found


def _feed(lang: Language, versions: list[Dataset], base: str) -> bytes:
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": lang})
    SubElement(root, "id").text = ID
    SubElement(root, "title").text = text(lang, "Leipzig Urban Indicators: new figures and revisions")
    SubElement(root, "link", rel="self", href=f"{base}/api/v1/changes.atom?lang={lang}")
    SubElement(SubElement(root, "author"), "name").text = "Leipzig Urban Indicators"
    SubElement(root, "updated").text = _retrieved(versions[0])
    for newer, older in pairwise(versions):
        counts = _changes(newer, older.version)
        found = "revisions.csv?of=series&" + f"from={older.version}&to={newer.version}"
        _entry(
            root, newer, text(lang, "Data version {version}", version=newer.version), _told(lang, counts), base, found
        )
    if len(versions) <= MOST:
        first = text(
            lang, "The oldest version that is kept; its figures reach to {period}.", period=versions[-1].newest_period
        )
        title = text(lang, "Data version {version}", version=versions[-1].version)
        _entry(root, versions[-1], title, first, base, f"observations.csv?version={versions[-1].version}")
    return bytes(tostring(root, "utf-8", xml_declaration=True))


def _entry(root: Element, version: Dataset, title: str, told: str, base: str, found: str) -> None:
    entry = SubElement(root, "entry")
    SubElement(entry, "id").text = f"{ID}:{version.version}"
    SubElement(entry, "title").text = title
    SubElement(entry, "updated").text = _retrieved(version)
    SubElement(entry, "link", rel="alternate", type="text/html", href=f"{base}/methods")
    SubElement(entry, "link", rel="related", type="text/csv", href=f"{base}/api/v1/{found}")
    SubElement(entry, "summary").text = told


@kept
def _changes(newer: Dataset, older: str) -> Counter[str]:
    """How many published figures there are of each kind of change; older: a version's name."""
    return Counter(revisions_of_series(store.version(older), newer, None, Selection(), "en")["change"])


def _told(lang: Language, counts: Counter[str]) -> str:
    if not counts:
        return text(lang, "No published figure differs from the version before.")
    return text(
        lang,
        "Published figures: {published} new, {revised} revised, {withdrawn} withdrawn, {status} with another status.",
        **{kind: number(lang, counts[kind]) for kind in ("published", "revised", "withdrawn", "status")},
    )


def _retrieved(version: Dataset) -> str:
    """When the last of its sources was retrieved (RFC 3339)."""
    at = max((str(source.get("retrieved_at") or "") for source in version.sources.values()), default="")
    return at if "T" in at else f"{at or version.version[:10]}T00:00:00Z"
