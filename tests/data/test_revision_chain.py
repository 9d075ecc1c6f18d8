"""From one edition of a publisher's table to the next: pages, files and the list of revisions, over HTTP."""

import io
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.routes import routes
from data import store
from data.refresh import main
from tests.fixtures.world import PLAGWITZ, POPULATION, World, cell, rubric_csv
from tests.support.visit import table, visit, warnings

RUBRIC = "kd2-1"
VINTAGE = "2-1=2020-09"


def read(client: TestClient, address: str) -> pd.DataFrame:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.text
    return pd.read_csv(io.StringIO(answer.content.decode("utf-8-sig")), dtype={"area": "str", "period": "str"})


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes)) as client:
        yield client


def test_a_link_to_a_version_keeps_its_figures_after_a_newer_edition(
    root: Path, world: World, mirror: str, client: TestClient
) -> None:
    """The older edition ends in 2021; the newer one adds 2022 and changes one figure of 2020."""
    rubric, held = world.rubrics[RUBRIC], store.current(root).version
    newer = world.bodies[rubric.url]
    world.bodies[rubric.url] = rubric_csv(rubric, years=("2020", "2021"))
    assert main(["--mirror", mirror, "--only", RUBRIC]) == 2
    assert main(["--mirror", mirror, "--only", RUBRIC, "--accept", RUBRIC]) == 0
    older = store.current(root).version
    before = int(cell(root, POPULATION, PLAGWITZ, "2020"))
    lines = newer.decode().split("\r\n")
    place = next(n for n, line in enumerate(lines) if line.startswith('"Ortsteil 51","Einwohner insgesamt"'))
    lines[place] = lines[place].replace(f'"{before}"', f'"{before + 7}"')
    world.bodies[rubric.url] = "\r\n".join(lines).encode()
    accepted = ["--accept", f"{RUBRIC}:sums", "--accept", f"{RUBRIC}:parts"]
    assert main(["--mirror", mirror, "--only", RUBRIC, *accepted]) == 0

    asked = f"observations.csv?indicator=population&area={PLAGWITZ}"
    shown = read(client, asked).set_index("period")["value"]
    assert shown["2020"] == before + 7
    assert "2022" in shown
    shown = read(client, f"{asked}&version={older}").set_index("period")["value"]
    assert shown.dropna().index.tolist() == ["2020", "2021"]
    assert shown["2020"] == before
    found = read(client, "revisions.csv?of=series")
    revised = found[found["change"] == "revised"]
    assert revised[["series", "area", "period", "old", "new", "difference"]].to_numpy().tolist() == [
        [POPULATION, PLAGWITZ, "2020", before, before + 7, 7]
    ]
    assert set(found.loc[found["change"] == "published", "period"]) == {"2022"}
    kept = [one["data_version"] for one in client.get("/api/v1/versions.json").json()["versions"]]
    assert kept == [store.current(root).version, older, held]


@contextmanager
def replay(recordings: Path, *vintage: str) -> Iterator[str]:
    """The base address of the server of the recordings, with another edition of a rubric."""
    command = [sys.executable, str(recordings.parent / "replay" / "serve.py"), *vintage]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.kill()


@pytest.mark.recordings
def test_the_edition_of_2020_and_the_146_figures_that_were_changed_since(
    empty_store: Path, recordings: Path, client: TestClient
) -> None:
    """Since then the women and men of 2012 add up to the residents in the 73 areas."""
    for vintage in (["--vintage", VINTAGE], []):
        with replay(recordings, *vintage) as base:
            accept = ["--accept", RUBRIC] if vintage else []
            assert main(["--mirror", base, "--only", RUBRIC, *accept]) == 0
    newer, older = store.kept(empty_store)[:2]
    found = read(client, "revisions.csv?of=series")
    revised = found[found["change"] == "revised"]
    assert (len(revised), set(revised["period"])) == (146, {"2012"})
    assert revised.groupby("series").size().to_dict() == {"kd2-1/Frauen": 73, "kd2-1/Männer": 73}
    assert (revised["new"] - revised["old"] == revised["difference"]).all()
    table_of_all = store.current(empty_store).series(POPULATION)
    residents = table_of_all[table_of_all["period"] == "2012"].set_index("area")["value"]
    together = revised.groupby("area")["new"].sum()
    assert (together == residents.reindex(together.index)).all()
    texts = {}
    for version in (older, newer):
        app = visit("growth", lang="en", indicator="women", level="stadtbezirk", version=version, to="2019")
        assert warnings(app) == []
        assert len(app.info) == int(version == older)
        texts[version] = table(app)
        area = revised[(revised["series"] == "kd2-1/Frauen") & (revised["area"] == "0")].iloc[0]
        figure = area["old"] if version == older else area["new"]
        assert f"<td>{figure:,.0f}" in texts[version].replace("</td>", "")
    assert texts[older] != texts[newer]
    page = " ".join(html.value for html in visit("methods", lang="en", show="data").html)
    assert "146 figures of 2012 changed in kd2-1" in page.replace("\u00a0", " ")
