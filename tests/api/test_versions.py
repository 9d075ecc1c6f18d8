"""Versions and revisions over HTTP."""

import io
import json
from pathlib import Path

import pandas as pd
from starlette.testclient import TestClient

from data import store
from data.store import Dataset
from exports.tables.revisions import COLUMNS, SERIES_COLUMNS
from tests.support import extent

REVISIONS = "/api/v1/revisions.csv"
SOME = extent.either("indicator=population,population_density&", "")
"""Which indicators are compared where it matters only whether there is anything that differs."""
SERIES = "kd2-1/Einwohner insgesamt"


def read(client: TestClient, query: str = "", **look: str) -> pd.DataFrame:
    answer = client.get(f"{REVISIONS}?{query}")
    assert answer.status_code == 200, answer.text
    text = answer.content.decode("utf-8-sig")
    frame: pd.DataFrame = pd.read_csv(io.StringIO(text), **look, dtype="str", keep_default_na=False)  # type: ignore[call-overload]
    return frame


def test_the_last_two_versions_unless_said_otherwise(client: TestClient, revised: list[str]) -> None:
    found = read(client)
    assert found.columns.tolist() == COLUMNS
    rows = found[(found["indicator"] == "population") & (found["period"] == "2024")]
    assert rows[["area", "change", "old", "new", "difference"]].to_numpy().tolist() == [
        ["51", "revised", "10000", "17209", "7209"]
    ]
    # What is computed from a figure changes with it.
    assert {"population", "population_density", "population_change"} <= set(found["indicator"])
    assert set(found["area"]) == {"51"}
    assert read(client, f"{SOME}from={revised[0]}&to={revised[1]}").equals(read(client, SOME) if SOME else found)


def test_indicators_areas_language_and_style(client: TestClient, revised: list[str]) -> None:
    assert revised
    found = read(client, "indicator=population&area=51,leipzig-west&lang=de&style=de", sep=";")
    assert found[["title", "area", "period", "change"]].to_numpy().tolist() == [
        ["Einwohner", "51", "2023", "published"],
        ["Einwohner", "51", "2024", "revised"],
        ["Einwohner", "leipzig-west", "2023", "published"],
        ["Einwohner", "leipzig-west", "2024", "revised"],
    ]
    assert read(client, "area=52").empty


def test_the_other_direction(client: TestClient, revised: list[str]) -> None:
    found = read(client, f"indicator=population&from={revised[1]}&to={revised[0]}")
    assert found["change"].tolist() == ["withdrawn", "revised"]


def test_the_embedded_version_can_be_compared_too(client: TestClient, revised: list[str], embedded: str) -> None:
    assert read(client, f"{SOME}from={revised[1]}&to={embedded}").empty
    assert len(read(client, f"indicator=population&from={revised[0]}&to={embedded}")) == 2


def test_a_single_version_has_nothing_to_be_compared_with(client: TestClient, snapshot: Dataset) -> None:
    answer = client.get(REVISIONS)
    assert answer.status_code == 404
    assert answer.json()["detail"] == (
        f"No version older than '{snapshot.version}' is kept here, so there is none to compare it with."
    )
    assert read(client, f"{SOME}from={snapshot.version}").empty


def test_the_name_of_the_file_and_its_tag(client: TestClient, revised: list[str]) -> None:
    answer = client.get(f"{REVISIONS}?indicator=population&style=de")
    name = f"leipzig_revisions_population_all_{revised[0]}_{revised[1]}_de.csv"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    headers = {"If-None-Match": answer.headers["etag"]}
    assert client.get(f"{REVISIONS}?indicator=population&style=de", headers=headers).status_code == 304


def test_versions_newest_first(client: TestClient, kept: list[str], embedded: str) -> None:
    told = client.get("/api/v1/versions.json").json()
    manifest = (store.SNAPSHOT / store.MANIFEST).read_text("utf-8")
    assert told["data_version"] == kept[1]
    assert [(one["data_version"], one["in_force"]) for one in told["versions"]] == [
        (embedded, False),
        (kept[1], True),
        (kept[0], False),
    ]
    assert told["versions"][0]["observations"] == json.loads(manifest)["observations"]
    assert told["versions"][0]["newest_period"] == max(store.current().observations["period"].cat.categories)


def test_a_damaged_version_is_left_out(client: TestClient, kept: list[str], empty_store: Path) -> None:
    (empty_store / kept[0] / "observations.parquet").write_bytes(b"damaged")
    names = [one["data_version"] for one in client.get("/api/v1/versions.json").json()["versions"]]
    assert kept[0] not in names
    assert kept[1] in names
    assert client.get(f"/api/v1/observations.csv?version={kept[0]}").status_code == 404
    assert client.get(REVISIONS).status_code == 404


def test_the_list_is_new_when_a_version_comes(client: TestClient, kept: list[str], empty_store: Path) -> None:
    first = client.get("/api/v1/versions.json")
    (empty_store / store.CURRENT).write_text(json.dumps({"data_version": kept[0]}), "utf-8")
    again = client.get("/api/v1/versions.json", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.json()["data_version"]) == (200, kept[0])


def test_the_figures_that_the_publisher_changed(client: TestClient, revised: list[str]) -> None:
    cells = store.version(revised[1]).series(SERIES).set_index(["area", "period"])["value"]
    held = str(int(cells["51", "2023"]))
    found = read(client, f"of=series&from={revised[0]}&to={revised[1]}")
    assert found.columns.tolist() == SERIES_COLUMNS
    assert found[["series", "name", "period", "change", "old", "new", "difference"]].to_numpy().tolist() == [
        [SERIES, "Plagwitz", "2023", "published", "", held, ""],
        [SERIES, "Plagwitz", "2024", "revised", "10000", "17209", "7209"],
    ]
    assert len(read(client, "of=series&indicator=population&area=51")) == 2
    assert read(client, "of=series&indicator=unemployed").empty
    assert read(client, "of=series&area=52").empty
    assert client.get(f"{REVISIONS}?of=cells").status_code == 400
