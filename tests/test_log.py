"""The log's lines: what they hold, and from which level they are written."""

import json
import logging
from collections.abc import Iterator

import pandas as pd
import pytest

import log
from data import refresh
from data.gather import Outcome


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """What begins to write ends with the test."""
    root, streamlit = logging.getLogger(), logging.getLogger("streamlit.error_util")
    before = root.handlers[:], streamlit.filters[:], log.LOGGER.level
    yield
    root.handlers[:], streamlit.filters[:] = before[:2]
    log.LOGGER.setLevel(before[2])


@pytest.mark.parametrize(
    ("level", "written"),
    [("debug", ["small", "step", "odd"]), ("info", ["step", "odd"]), ("warning", ["odd"]), ("error", [])],
)
def test_the_setting_names_the_least_that_is_told(
    level: str, written: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INDICATORS_LOG_LEVEL", level)
    log.begin()
    log.event("small", level=logging.DEBUG)
    log.event("step", area="51", seconds=0.25)
    logging.getLogger("a.library").warning("odd")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["event"] for line in lines] == written
    for line in lines:
        if line["event"] == "step":
            assert {key: line[key] for key in ("level", "area", "seconds")} == {
                "level": "info",
                "area": "51",
                "seconds": 0.25,
            }


def test_each_source_of_a_refresh_is_a_line(caplog: pytest.LogCaptureFixture) -> None:
    nothing = pd.DataFrame()
    with caplog.at_level(logging.INFO, log.LOGGER.name):
        refresh._log(1, {"kd7-3": Outcome("updated", "", nothing), "kd9-1": Outcome("kept", "no answer", nothing)})
    told = [json.loads(log.Lines().format(record)) for record in caplog.records]
    assert [(line["event"], line["level"]) for line in told] == [
        ("refresh_source", "info"),
        ("refresh_source", "warning"),
        ("refresh", "warning"),
    ]
    assert (told[1]["source"], told[1]["state"], told[1]["message"]) == ("kd9-1", "kept", "no answer")
