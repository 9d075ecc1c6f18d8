"""JSON: numbers stay numbers, and what is missing is null."""

import json
import math

import pandas as pd
import pytest

from exports.formats.json_file import chunks, to_json


def test_rows_stand_after_what_they_are_about() -> None:
    table = pd.DataFrame({"name": ["Süd", None, "="], "value": [632562.0, math.nan, 4.81671973222304]})
    assert (
        to_json(table, {"data_version": "v"})
        == (
            '{"data_version":"v","observations":['
            '{"name":"Süd","value":632562},{"name":null,"value":null},{"name":"=","value":4.81671973222304}]}'
        ).encode()
    )


def test_no_digit_is_lost() -> None:
    assert json.loads(to_json(pd.DataFrame({"value": [0.1 + 0.2]}), {}))["observations"] == [{"value": 0.1 + 0.2}]


def test_no_rows() -> None:
    assert to_json(pd.DataFrame(columns=["value"]), {}) == b'{"observations":[]}'


def test_without_rows_a_note_can_say_why() -> None:
    empty, one = pd.DataFrame(columns=["value"]), pd.DataFrame({"value": [1.0]})
    assert b"".join(chunks([empty], {"a": "b"}, "None.")) == b'{"a":"b","observations":[],"note":"None."}'
    assert b"".join(chunks([empty, one], {}, "None.")) == b'{"observations":[{"value":1}]}'


def test_tables_that_follow_each_other_are_one_document() -> None:
    table = pd.DataFrame({"name": ["a", None, "b"], "value": [0.5, math.nan, 2]})
    parts = chunks([table.iloc[1:1], table.iloc[:1], table.iloc[1:1], table.iloc[1:]], {"a": 1})
    assert b"".join(parts) == to_json(table, {"a": 1})


def test_what_json_cannot_write_is_an_error() -> None:
    with pytest.raises(ValueError, match="Out of range"):
        to_json(pd.DataFrame({"value": [math.inf]}), {})
