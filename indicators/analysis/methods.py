"""The methods of analysis, declared in `methods.toml`: what each asks and assumes."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from jsonschema import Draft202012Validator

from indicators.catalogue import Text

DECLARED: Final = Path(__file__).with_name("methods.toml")
SCHEMA: Final = Path(__file__).with_name("methods.schema.json")


@dataclass(frozen=True, eq=False)
class Method:
    """One declared method; what each field means stands in `methods.schema.json`."""

    id: str
    question: Text
    short: Text
    assumes: Mapping[str, Sequence[str]]
    wrong: Mapping[str, Sequence[str]]
    reference: str
    results: Sequence[str]
    indicators: Sequence[str] = ()
    unsaid: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rates: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)


@cache
def load() -> Mapping[str, Method]:
    """The methods by id, in the order of the page. Raises ValidationError where the file breaks its schema."""
    found = tomllib.loads(DECLARED.read_text("utf-8"))
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(found)
    return {id: Method(id, **said) for id, said in found.items()}
