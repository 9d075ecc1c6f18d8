"""By when a source should have something newer."""

from datetime import date

import pytest

from data import gather, rhythms


@pytest.mark.parametrize(
    ("source", "newest", "today", "overdue"),
    [
        ("kd7-3", "2022", date(2025, 12, 31), False),
        ("kd7-3", "2022", date(2026, 1, 1), True),
        ("kd15-3", "2021-09-26", date(2026, 9, 26), False),
        ("kd15-3", "2021-09-26", date(2026, 9, 27), True),
        ("kd15-4", "2024-02-29", date(2030, 3, 1), True),
        ("zensus2022-cities", "2022-05-15", date(2099, 1, 1), False),
        ("kd7-3", "", date(2099, 1, 1), False),
    ],
)
def test_a_source_is_overdue_from_the_day_after_its_time(source: str, newest: str, today: date, overdue: bool) -> None:
    assert rhythms.overdue(source, newest, today) is overdue


def test_each_source_has_its_rhythm() -> None:
    assert set(rhythms.years()) == {source.id for source in gather.sources()}
