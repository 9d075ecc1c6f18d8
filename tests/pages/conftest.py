"""What tests of all pages share."""

import pytest

from indicators.energy.district import aside


@pytest.fixture(autouse=True)
def no_ranges(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ranges of an energy district are under way for ever: a process that computes them would take seconds."""
    monkeypatch.setattr(aside, "ranges", lambda _: None)
