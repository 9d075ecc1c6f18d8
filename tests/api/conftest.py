"""Stores that hold older versions."""

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest

from data import store

VERSIONS = ["2024-01-01-aaaaaaaa", "2025-01-01-bbbbbbbb"]
SERIES = "kd2-1/Einwohner insgesamt"


def keep(folder: Path) -> list[str]:
    """Two versions in a store, the second of them in force; the embedded one is newer."""
    for name in VERSIONS:
        shutil.copytree(store.SNAPSHOT, folder / name)
        (folder / name / store.MANIFEST).write_text(json.dumps({"data_version": name}), "utf-8")
    (folder / store.CURRENT).write_text(json.dumps({"data_version": VERSIONS[1]}), "utf-8")
    return VERSIONS


@pytest.fixture
def kept(empty_store: Path) -> list[str]:
    """Two versions in a store of the test's own, which it may change."""
    return keep(empty_store)


@pytest.fixture(scope="session")
def revised_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions, of which the older one has another count of Plagwitz in 2024 and none of 2023; never to change."""
    folder = tmp_path_factory.mktemp("revised")
    keep(folder)
    path = folder / VERSIONS[0] / "observations.parquet"
    table = pd.read_parquet(path).astype({"series": "str", "area": "str", "period": "str", "status": "str"})
    here = (table["series"] == SERIES) & (table["area"] == "51")
    table = table.assign(value=table["value"].mask(here & (table["period"] == "2024"), 10_000))
    table[~(here & (table["period"] == "2023"))].to_parquet(path, index=False)
    return folder


@pytest.fixture
def revised(empty_store: Path, revised_store: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The versions of `revised_store`, which is in force."""
    assert not empty_store.exists()
    monkeypatch.setenv("INDICATORS_STORE", str(revised_store))
    return VERSIONS


@pytest.fixture
def embedded() -> str:
    """The name of the embedded version, whichever is in force."""
    return str(json.loads((store.SNAPSHOT / store.MANIFEST).read_text("utf-8"))["data_version"])
