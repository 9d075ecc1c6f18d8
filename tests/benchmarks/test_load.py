"""What is said of many readers at once."""

import pytest

from benchmarks.load import grown, targets, told
from benchmarks.readers import Waits


def test_memory_grows_from_its_settled_minute_to_its_last() -> None:
    memory = [50.0] * 10 + [100.0] * 2 + [102.0] * 6 + [110.0] * 2  # twice a minute, for ten minutes
    found = grown(memory, 10)
    assert (found["settled"], found["last"]) == (100.0, 110.0)
    assert found["growth"] == pytest.approx(0.1)


def test_an_error_misses_the_target_also_where_all_were_quick() -> None:
    waits = Waits([0.5, 0.7])
    assert all(target.holds for target in targets("crowd", told(waits)))
    waits.errors["TimeoutError"] += 1
    assert [target.what for target in targets("crowd", told(waits)) if not target.holds] == ["crowd: errors"]


def test_nobody_who_got_a_page_is_no_success() -> None:
    assert not any(target.holds for target in targets("burst", told(Waits())) if "last of 40" in target.what)
