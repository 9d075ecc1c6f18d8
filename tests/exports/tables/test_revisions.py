"""What changed between two versions, against changes made by hand."""

import math
from dataclasses import replace

import pandas as pd
import pytest

from data.store import Dataset
from exports.tables.revisions import COLUMNS, revisions
from indicators import catalogue
from indicators.selection import Selection

SERIES = "kd2-1/Einwohner insgesamt"
POPULATION = catalogue.load()["population"]


def with_cells(dataset: Dataset, cells: dict[tuple[str, str], tuple[float, str] | None]) -> Dataset:
    """A version in which some cells of the population are others, or are not there."""
    table = dataset.observations
    for (area, period), cell in cells.items():
        here = (table["series"] == SERIES) & (table["area"] == area) & (table["period"] == period)
        assert here.sum() == 1
        if cell is None:
            table = table[~here].reset_index(drop=True)
        else:
            table = table.assign(
                value=table["value"].mask(here, cell[0]), status=table["status"].astype("str").mask(here, cell[1])
            )
    return replace(dataset, version="2025-01-01-aaaaaaaa", observations=table)


def changes(older: Dataset, newer: Dataset) -> pd.DataFrame:
    tables = list(revisions(older, newer, Selection([POPULATION]), "en"))
    return pd.concat(tables) if tables else pd.DataFrame(columns=COLUMNS)


def test_every_kind_of_change(snapshot: Dataset) -> None:
    older = with_cells(
        snapshot,
        {
            ("51", "2024"): (10_000.0, "A"),
            ("14713000", "2024"): None,
            ("52", "2023"): (math.nan, "M"),
            ("53", "2022"): (float(cell(snapshot, "53", "2022")), "P"),
        },
    )
    found = changes(older, snapshot)
    assert found.columns.tolist() == COLUMNS
    new = [cell(snapshot, *place) for place in (("14713000", "2024"), ("51", "2024"), ("52", "2023"), ("53", "2022"))]
    told = found[["area", "period", "change", "old", "new", "difference", "old_status", "new_status"]]
    expected = [
        ["14713000", "2024", "published", None, new[0], None, "", "A"],
        ["51", "2024", "revised", 10_000.0, new[1], new[1] - 10_000, "A", "A"],
        ["52", "2023", "published", None, new[2], None, "M", "A"],
        ["53", "2022", "status", new[3], new[3], 0.0, "P", "A"],
    ]
    assert told.astype(object).where(told.notna(), None).to_numpy().tolist() == expected
    assert found["name"].tolist() == ["Leipzig", "Plagwitz", "Kleinzschocher", "Großzschocher"]
    assert set(found["level"]) == {"city", "ortsteil"}


def test_the_other_way_round_figures_are_withdrawn(snapshot: Dataset) -> None:
    found = changes(snapshot, with_cells(snapshot, {("51", "2024"): None}))
    assert found[["area", "change", "old", "new_status"]].to_numpy().tolist() == [
        ["51", "withdrawn", cell(snapshot, "51", "2024"), ""]
    ]
    assert found["title"].tolist() == ["Population"]


def test_nothing_changed(snapshot: Dataset) -> None:
    assert changes(snapshot, replace(snapshot, version="x")).empty


def test_an_indicator_that_an_older_version_did_not_have_is_published(snapshot: Dataset) -> None:
    table = snapshot.observations
    rest = table[table["series"] != SERIES]
    rest = rest.assign(series=rest["series"].cat.remove_unused_categories()).reset_index(drop=True)
    found = changes(replace(snapshot, observations=rest), snapshot)
    assert set(found["change"]) == {"published"}
    assert len(found) == snapshot.series(SERIES)["value"].notna().sum()


@pytest.mark.parametrize(("areas", "n"), [(["51"], 1), (["52"], 0), (["leipzig-west"], 1)])
def test_areas_and_groups_can_be_chosen(snapshot: Dataset, areas: list[str], n: int) -> None:
    older = with_cells(snapshot, {("51", "2024"): (10_000.0, "A")})
    tables = revisions(older, snapshot, Selection([POPULATION], areas), "en")
    assert sum(len(table) for table in tables) == n


def cell(dataset: Dataset, area: str, period: str) -> float:
    rows = dataset.series(SERIES).set_index(["area", "period"])["value"]
    return float(rows[area, period])
