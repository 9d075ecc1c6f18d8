"""Data packages: everything that is needed to understand and cite the figures, in one file."""

import datetime as dt
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package

from data.store import Dataset
from exports.about.definitions import About, about
from exports.formats.data_package import to_zip
from exports.observations import EMPTY, observations
from indicators import catalogue
from indicators.selection import Selection
from locales import LANGUAGES, Language

SHARE = catalogue.load()["unemployment_share"]


def facts(snapshot: Dataset, lang: Language = "en") -> About:
    return about(snapshot, Selection([SHARE]), lang=lang, address="http://x/y?a=b", accessed=dt.date(2026, 3, 1))


def rows(snapshot: Dataset, lang: Language = "en") -> pd.DataFrame:
    return observations(snapshot, Selection([SHARE], areas=["51", "leipzig-west"]), lang=lang)


def unpacked(package: bytes, folder: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        archive.extractall(folder)
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_frictionless_finds_nothing_wrong(snapshot: Dataset, tmp_path: Path, lang: Language) -> None:
    files = unpacked(to_zip(rows(snapshot, lang), facts(snapshot, lang)), tmp_path)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])
    described = json.loads(files["datapackage.json"])
    for resource in described["resources"]:
        body = files[resource["path"]]
        assert resource["bytes"] == len(body)
        assert resource["hash"] == "sha256:" + hashlib.sha256(body).hexdigest()
    assert described["licenses"] == [
        {
            "name": "dl-de-by-2-0",
            "title": "Datenlizenz Deutschland – Namensnennung – Version 2.0",
            "path": "https://www.govdata.de/dl-de/by-2-0",
        }
    ]
    assert described["version"] == snapshot.version


def test_frictionless_would_find_a_letter_that_is_no_status(snapshot: Dataset, tmp_path: Path) -> None:
    unpacked(to_zip(rows(snapshot).assign(status="X"), facts(snapshot)), tmp_path)
    assert not Package(str(tmp_path / "datapackage.json")).validate().valid


def test_the_texts(snapshot: Dataset, tmp_path: Path) -> None:
    told = facts(snapshot)
    files = unpacked(to_zip(rows(snapshot), told), tmp_path)
    text = {name: body.decode() for name, body in files.items()}
    assert text["CITATION.txt"] == f"{told.citation}\n"
    assert "http://x/y?a=b" in text["README.md"]
    assert "| Q | missing: suppressed for confidentiality |" in text["CODEBOOK.md"]
    assert SHARE.description["en"] in text["CODEBOOK.md"]
    assert "- U, 2001, Alt-West and Ost, kd7-3: The share of 2001" in text["CODEBOOK.md"]
    assert "https://www.govdata.de/dl-de/by-2-0" in text["LICENCE.md"]
    assert text["citation.bib"].startswith("@misc{")
    assert json.loads(text["citation.csl.json"])[0]["type"] == "dataset"
    listed = pd.read_csv(tmp_path / "indicators.csv").iloc[0]
    assert (listed["indicator"], listed["unit"], listed["decimals"]) == (SHARE.id, "%", SHARE.decimals)


def test_the_same_figures_give_the_same_bytes(snapshot: Dataset) -> None:
    assert to_zip(rows(snapshot), facts(snapshot)) == to_zip(rows(snapshot), facts(snapshot))


def test_without_rows_or_sources_it_is_a_package_all_the_same(snapshot: Dataset, tmp_path: Path) -> None:
    files = unpacked(to_zip(EMPTY, facts(replace(snapshot, sources={}))), tmp_path)
    assert Package(str(tmp_path / "datapackage.json")).validate().valid
    assert files["observations.csv"].count(b"\n") == 1
    assert b"This version of the data holds no figures for this choice." in files["README.md"]
