"""Observations as JSON-stat 2.0, which statistical offices' tools read: json-stat.org/format."""

import json
from itertools import product
from math import isnan
from typing import Any, Final

import pandas as pd

from exports.about.definitions import About, nothing

DIMENSIONS: Final = ("indicator", "area_id", "period")
ROLES: Final = {"metric": ["indicator"], "geo": ["area_id"], "time": ["period"]}


def to_jsonstat(frame: pd.DataFrame, about: About) -> bytes:
    """A dataset of the dimensions `DIMENSIONS`, whose value and status hold those cells that have a row.

    frame: columns `exports.observations.COLUMNS`. A cell with a status and without a value is missing for its reason;
    one without both was not asked for or does not exist. `extension` has data version, address and sources with the
    time of their retrieval.
    """
    labels = [frame.drop_duplicates(name).set_index(name) for name in DIMENSIONS]
    keys = [[*dict.fromkeys(frame[name])] for name in DIMENSIONS]
    keys[2].sort()
    place = {key: n for n, key in enumerate(product(*keys))}
    cells = [str(place[key]) for key in zip(*(frame[name] for name in DIMENSIONS), strict=True)]
    known = zip(cells, frame["value"].tolist(), strict=True)
    names: tuple[dict[Any, str], ...] = (labels[0]["title"].to_dict(), labels[1]["name"].to_dict(), {})
    shown = {one.id: {"label": one.unit[about.lang], "decimals": one.decimals} for one in about.indicators}
    categories = {name: _category(each, called) for name, each, called in zip(DIMENSIONS, keys, names, strict=True)}
    categories["indicator"]["unit"] = {id: shown[id] for id in keys[0]}
    told = {
        "version": "2.0",
        "class": "dataset",
        "label": about.work.title,
        "source": about.citation,
        "updated": max((source.retrieved_at for source in about.sources), default=about.work.issued.isoformat()),
        "id": list(DIMENSIONS),
        "size": [len(each) for each in keys],
        "role": ROLES,
        "dimension": {name: {"category": category} for name, category in categories.items()},
        "value": {cell: value for cell, value in known if not isnan(value)},
        "status": dict(zip(cells, frame["status"].tolist(), strict=True)),
        "extension": _extension(about, empty=frame.empty),
    }
    return json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _category(keys: list[str], called: dict[Any, str]) -> dict[str, Any]:
    return {"index": keys, "label": {key: called.get(key, key) for key in keys}}


def _extension(about: About, *, empty: bool) -> dict[str, Any]:
    return {
        "data_version": about.version,
        "address": about.address,
        "sources": [
            {"id": one.id, "title": one.title, "licence": one.licence.id, "retrieved_at": one.retrieved_at}
            for one in about.sources
        ],
        **({"note": nothing(about.lang)} if empty else {}),
    }
