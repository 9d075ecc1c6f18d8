"""Sets as files and as what stands in an address: the same JSON (`set.schema.json`), in an address compressed.

Both come from strangers: they are measured before they are read, and what is wrong with one picture leaves the others.
"""

import binascii
import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import asdict, fields
from functools import cache
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from indicators.figures.reader_groups import OwnGroup
from locales import Language, number, text
from pictures.workshop.entry import MOST, DistrictIf, Entry, WhatIf, WorkshopSet, codes_of

SCHEMA: Final = Path(__file__).with_name("set.schema.json")
LAYOUT: Final = 1
"""Version of the layout, in files and at the head of what stands in an address."""
LARGEST: Final = 200_000
"""Bytes of a file, and of an address's set once it is unpacked."""
DEFAULTS: Final = {field.name: field.default for field in fields(Entry)}
TUPLES: Final = ("indicators", "areas", "levels", "lit")


class SetError(ValueError):
    """A set that can't be read at all; says in the reader's language what was wrong, expected, and to be done."""


def as_json(given: WorkshopSet, *, indent: int | None = 2) -> bytes:
    """A set as a file; what is as it is by default is left out."""
    entries = [_written(entry) for entry in given.entries]
    separators = (",", ":") if indent is None else None
    said = {"set": LAYOUT, "version": given.version, "entries": entries}
    return json.dumps(said, ensure_ascii=False, indent=indent, separators=separators).encode()


def as_parameter(given: WorkshopSet) -> str:
    """A set as it stands in an address, of letters, digits, `-`, `_` and `.`; empty for one without pictures."""
    if not given.entries:
        return ""
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    packed = packer.compress(as_json(given, indent=None)) + packer.flush()
    return f"{LAYOUT}.{urlsafe_b64encode(packed).decode().rstrip('=')}"


def from_parameter(lang: Language, said: str) -> tuple[WorkshopSet, list[str]]:
    """The set that an address says, and what of it could not be read. Raises SetError for one that can't be at all."""
    if not said:
        return WorkshopSet(), []
    layout, _, packed = said.partition(".")
    try:
        if layout != str(LAYOUT):
            raise ValueError
        unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        bytes_ = unpacker.decompress(urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), LARGEST + 1)
        if not unpacker.eof:
            raise ValueError
    except (ValueError, binascii.Error, zlib.error):
        raise SetError(
            text(lang, "The address of this set is not whole; copy all of it, or open the set’s file.")
        ) from None
    return from_json(lang, bytes_)


def from_json(lang: Language, content: bytes) -> tuple[WorkshopSet, list[str]]:
    """The set of a file, and what of it could not be read. Raises SetError for one that can't be at all."""
    if len(content) > LARGEST:
        most = number(lang, LARGEST // 1000)
        raise SetError(text(lang, "The file is larger than {n} kB; expected is a set that was saved here.", n=most))
    said = _parsed(content)
    if not _validator().is_valid(said):
        raise SetError(
            text(
                lang,
                "This is no set of pictures that was saved here (JSON with at most {n} pictures); choose another file.",
                n=MOST,
            )
        )
    entries, problems = list[Entry](), list[str]()
    for n, one in enumerate(said["entries"], start=1):
        wrong = best_match(_validator("#/$defs/entry").iter_errors(one))
        if wrong is None:
            entries.append(_read(one))
        else:
            place = "/".join(str(part) for part in wrong.absolute_path) or "kind"
            problems.append(
                text(lang, "Picture {n} of the set is left out: its “{place}” is not as expected.", n=n, place=place)
            )
    return WorkshopSet(tuple(entries), said.get("version", "")), problems


def _parsed(content: bytes) -> Any:
    """None for what is no JSON, or can't be written again, such as half a letter or a number without an end."""
    try:
        said = json.loads(content)
        json.dumps(said, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        return None
    return said


@cache
def _validator(part: str = "#") -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    return Draft202012Validator(schema if part == "#" else {"$ref": part, "$defs": schema["$defs"]})


def _written(entry: Entry) -> dict[str, Any]:
    said = {name: value for name, value in asdict(entry).items() if value != DEFAULTS[name]}
    if entry.own:
        said["own"] = [[group.id, group.name, "".join(group.members)] for group in entry.own]
    return said


def _read(said: Mapping[str, Any]) -> Entry:
    found: dict[str, Any] = {name: tuple(value) if name in TUPLES else value for name, value in said.items()}
    if "own" in found:
        found["own"] = tuple(OwnGroup(id, name, codes_of(members)) for id, name, members in found["own"])
    if "what_if" in found:
        found["what_if"] = WhatIf(**found["what_if"])
    if "district" in found:
        found["district"] = DistrictIf(**found["district"])
    return Entry(**found)
