"""A large store of made-up figures, and what is asked of it."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks import germany
from benchmarks.scale import excerpt, of_series
from data import store
from data.observations import validate


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("germany")
    germany.write(folder, municipalities=60, indicators=3)
    return folder


def test_the_made_up_store_is_one_that_the_product_reads(root: Path) -> None:
    large = store.current(root)
    assert large.version == germany.VERSION
    assert len(validate(large.observations, frozenset(large.areas["code"]))) == 60 * 3 * 23


def test_an_excerpt_has_the_figures_of_its_areas_in_its_series(root: Path) -> None:
    large = store.current(root)
    codes = large.codes("ortsteil")
    found = excerpt(large, "made-up/001", codes[10], codes[12])
    assert found.areas == tuple(codes[10:12])
    # The second series of 60 areas and 23 years, from its eleventh area on.
    rows = large.observations["value"].to_numpy()[60 * 23 + 10 * 23 :][: 2 * 23]
    np.testing.assert_array_equal(found.values.ravel(), rows)
    assert excerpt(large, "made-up/9", codes[10], codes[12]).areas == ()


def test_trends_are_of_every_municipality(root: Path) -> None:
    assert list(of_series(root, "made-up/002")["area"]) == germany.codes(60)
