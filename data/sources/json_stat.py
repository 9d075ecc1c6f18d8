"""JSON-stat 2.0 (https://json-stat.org/full/): cells in row-major order of `id` and `size`, flags beside each."""

import json
from collections.abc import Mapping, Set
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from data.sources.http import SourceError


@dataclass(frozen=True)
class Cube:
    """names: of the codes of each dimension; cells: of each the code by dimension, `value` (None: none) and `flags`."""

    names: Mapping[str, Mapping[str, str]]
    cells: list[dict[str, Any]]


def read(body: bytes, dimensions: Set[str]) -> Cube:
    """A dataset of some dimensions. Raises SourceError for any other answer."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        raise SourceError("the answer is not JSON, expected JSON-stat; try again later") from None
    if not isinstance(answer, dict) or answer.get("class") != "dataset":
        raise SourceError("the answer is no JSON-stat dataset, expected class 'dataset'; try again later")
    try:
        return _cube(answer, dimensions)
    except (KeyError, TypeError, AttributeError, IndexError, ValueError, OverflowError) as error:
        raise SourceError(f"the answer breaks off from JSON-stat 2.0 ({error!r}); try again later") from None


def _cube(answer: Mapping[str, Any], dimensions: Set[str]) -> Cube:
    categories = {name: answer["dimension"][name]["category"] for name in answer["id"]}
    codes, size = [_codes(category) for category in categories.values()], answer["size"]
    if [len(own) for own in codes] != size or set(categories) != dimensions:
        raise SourceError(
            f"the answer has the dimensions {answer['id']} of sizes {size}, "
            f"expected {', '.join(sorted(dimensions))} with a code for each cell"
        )
    values, flags = (_by_place(cells, prod(size)) for cells in (answer["value"], answer.get("status") or {}))
    cells = [
        dict(zip(categories, at, strict=True), value=None if value is None else float(value), flags=str(flag or ""))
        for at, value, flag in zip(product(*codes), values, flags, strict=True)
    ]
    return Cube({name: category.get("label", {}) for name, category in categories.items()}, cells)


def _codes(category: Mapping[str, Any]) -> list[str]:
    """The codes of a dimension in order; a single one may stand in its label alone."""
    index = category.get("index", list(category.get("label", {})))
    return sorted(index, key=index.__getitem__) if isinstance(index, dict) else list(index)


def _by_place(cells: Any, size: int) -> list[Any]:
    """What stands at each place of a cube: a list of all, those that exist by number, or one text for all."""
    if isinstance(cells, str):
        return [cells] * size
    own = cells if isinstance(cells, list) else [cells.get(str(n)) for n in range(size)]
    if len(own) != size:
        raise IndexError(f"{len(own)} values for {size} cells")
    return own
