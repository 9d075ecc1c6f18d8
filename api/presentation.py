"""A workshop set to present: a picture at a time, for the page that presents, and all of it as one file."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final

import orjson
import pyarrow as pa
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

import settings
from api import parameters
from api.answers import MINUTES, cached
from api.problems import WrongParameter
from charts.theme import DARK, LIGHT
from data import store
from data.store import Dataset
from exports import links
from exports.presentation import letters
from exports.presentation.offline import offline
from exports.presentation.picture import shown
from exports.presentation.questions import choices
from locales import LANGUAGES, Language
from pictures.workshop.changing import Change, NotPossible, changed
from pictures.workshop.drawing import Reader, drawn_one
from pictures.workshop.entry import MOST, Entry, WorkshopSet
from pictures.workshop.writing import SetError, as_parameter, from_parameter

THEMES: Final = {"light": LIGHT, "dark": DARK}
CHANGES: Final = ("indicator", "year", "from", "to", "area")
LIBRARY: Final = settings.ROOT / "ui" / "drawing" / "library" / "plotly.min.js.br"


def presentation_html(request: Request) -> Response:
    """The whole set as a file that asks for nothing, see `exports.presentation.offline`."""
    query = request.query_params
    parameters.check_names(query, ("set", "version", "lang"))
    lang, dataset, chosen, problems = _asked(query)

    def answer() -> Response:
        reader = Reader(lang, dataset, LIGHT)
        headers = {"Content-Disposition": f'attachment; filename="leipzig_set_{dataset.version}.html"'}
        return Response(offline(chosen, problems, reader, _library(), letters.held()), 200, headers, "text/html")

    return cached(request, dataset.version, answer)


def presentation_json(request: Request) -> Response:
    """One picture of a set in words and as plotly's figure, with what of it can be changed; and changed so."""
    query = request.query_params
    parameters.check_names(query, ("set", "picture", "theme", *CHANGES, "version", "lang"))
    lang, dataset, chosen, _ = _asked(query)
    place = _place(query, len(chosen.entries))
    theme = parameters.choice(query, "theme", tuple(THEMES)) or "light"
    reader = reader_of(lang, dataset, theme)
    try:
        entry = changed(chosen.entries[place], _change(query), dataset, lang)
    except NotPossible as error:
        raise WrongParameter(str(error)) from None

    def answer() -> Response:
        told = shown(drawn_one(entry, reader)).as_json() | {"choices": choices(entry, reader)}
        content = orjson.dumps(told | {"set": _with(chosen, place, entry)})
        return Response(content, media_type="application/json")

    return cached(request, dataset.version, answer, MINUTES)


def reader_of(lang: Language, dataset: Dataset, theme: str) -> Reader:
    """For whom pictures are drawn that are shown below the application's own address."""
    boundaries = links.boundaries(dataset.version)
    return Reader(lang, dataset, THEMES[theme], boundaries)


def _asked(query: QueryParams) -> tuple[Language, Dataset, WorkshopSet, list[str]]:
    """Language, figures and set of a query, which must not be empty, and what of the set could not be read.

    Raises WrongParameter and UnknownVersion.
    """
    lang = parameters.choice(query, "lang", LANGUAGES) or parameters.DEFAULT_LANGUAGE
    dataset = parameters.version(query) or store.current()
    parameters.require(query, "set", "the address of the page workshop")
    try:
        chosen, problems = from_parameter(lang, query["set"])
    except SetError as error:
        raise WrongParameter(f"set: {error}") from None
    if not chosen.entries:
        raise WrongParameter("set has no pictures, expected at least one.")
    return lang, dataset, chosen, problems


def _place(query: Mapping[str, str], count: int) -> int:
    said = query.get("picture", "1")
    if not said.isdecimal() or not 1 <= int(said[:4]) <= count:
        raise WrongParameter(f"picture is '{said[:40]}', expected a number from 1 to {count}.")
    return int(said) - 1


def _change(query: QueryParams) -> Change:
    said = {name: query.get(name, "") for name in CHANGES}
    areas = tuple(filter(None, dict.fromkeys(said["area"].split(",")))) if "area" in query else None
    return Change(said["indicator"], said["year"], said["from"], said["to"], areas)


def _with(chosen: WorkshopSet, place: int, entry: Entry) -> str:
    """The set with a changed picture after the one that it was made from; empty where it has no room, or none is."""
    if entry in chosen.entries or len(chosen.entries) >= MOST:
        return ""
    entries = (*chosen.entries[: place + 1], entry, *chosen.entries[place + 1 :])
    return as_parameter(replace(chosen, entries=entries))


@cache
def _library() -> str:
    packed: Any = pa.BufferReader(LIBRARY.read_bytes())
    return bytes(pa.CompressedInputStream(packed, "brotli").read()).decode()
