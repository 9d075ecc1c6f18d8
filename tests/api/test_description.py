"""The description for programs: valid, complete, and what the running application keeps."""

import json
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from api.description import FILE
from api.routes import DATA
from data.store import Dataset
from exports.about import codebook
from exports.observations import COLUMNS, LEVELS
from indicators import catalogue
from tests.support import extent

KEPT = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "unsupported_method",
    "allow_header_conformance",
)
"""Not among them: that what the description allows is answered with figures. A first year after the last one, or an
area of another level than the one chosen, is refused, which OpenAPI has no words for."""


def test_it_describes_every_address_and_no_other() -> None:
    assert set(json.loads(FILE.read_text("utf-8"))["paths"]) == {f"/api{path}" for path in DATA} | {"/healthz"}


def test_it_names_what_there_is(client: TestClient, snapshot: Dataset) -> None:
    told = client.get("/api/v1/openapi.json").json()
    choices = told["components"]["parameters"]
    assert choices["indicator"]["schema"]["items"]["enum"] == list(catalogue.load())
    assert {"51", "5", "14713000", "leipzig-west"} < set(choices["area"]["schema"]["items"]["enum"])
    assert choices["level"]["schema"]["items"]["enum"] == list(LEVELS)
    assert choices["version"]["schema"]["enum"] == [snapshot.version]
    row = told["components"]["schemas"]["Observation"]
    assert list(row["properties"]) == COLUMNS
    assert set(row["properties"]["status"]["enum"]) == set(codebook.statuses("en"))
    for schema in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_answers_are_what_it_says(client: TestClient) -> None:
    told = client.get("/api/v1/openapi.json").json()
    for address, name in {
        "/api/v1/indicators.json": "Indicators",
        "/api/v1/versions.json": "Versions",
        # Every indicator, and places of every level; figures of Knautkleeberg-Knauthain are confidential.
        "/api/v1/observations.json?from=2020&area=51,54,5,14713000,leipzig-west": "Observations",
        "/api/v1/areas.geojson": "FeatureCollection",
        "/api/v1/changes.json?indicator=mean_age&level=stadtbezirk": "Changes",
        "/api/v1/observations.json?lang=fr": "Problem",
        "/healthz": "Health",
    }.items():
        schema = {"$ref": f"#/components/schemas/{name}", "components": told["components"]}
        Draft202012Validator(schema).validate(client.get(address).json())


def test_schemathesis_finds_no_answer_that_is_not_described(running: str, tmp_path: Path, seed: str) -> None:
    # Without an indicator every answer would be the whole table; wrong ones are asked for in test_parameters.
    (tmp_path / "schemathesis.toml").write_text(
        '[parameters]\n"query.indicator" = ["population", "base_rent"]\n', "utf-8"
    )
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"{running}/api/v1/openapi.json"]
    # A few questions to each address, right and wrong ones, the same at every run that is not long.
    count = str(extent.either(2, 20))
    bounds = ["--phases", "fuzzing", "--max-examples", count, "--seed", seed, "--generation-database", "none"]
    options = ["--checks", ",".join(KEPT), "--request-timeout", "30", "--wait-for-schema", "60"]
    run = subprocess.run(
        [*command, *bounds, *options], cwd=tmp_path, capture_output=True, text=True, timeout=extent.either(120, 600)
    )
    assert run.returncode == 0, run.stdout
    # Every address but that of the description itself.
    assert f"{len(DATA)} passed" in run.stdout
