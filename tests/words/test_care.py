"""Signs behind figures, and what pictures say of them."""

from words.care import care_of_change, changes_counted, changes_told, doubts_counted, mark, values_told


def test_a_break_is_marked_before_a_doubt_and_other_statuses_are_not() -> None:
    cares = [care_of_change(("2012",), "U"), *(care_of_change((), status) for status in "UPA")]
    assert cares == ["B", "U", "", ""]
    assert [mark(care).strip() for care in cares] == ["†", "‡", "", ""]


def test_only_signs_that_occur_are_explained() -> None:
    assert changes_told("de", [""]) == []
    assert changes_told("de", ["", "U"]) == ["‡ mindestens ein Wert ist unsicher"]
    assert [meaning[0] for meaning in changes_told("en", ["U", "B"])] == ["†", "‡"]
    assert values_told("en", {"A", "U"}) == ["‡ doubtful figure"]
    assert [meaning[0] for meaning in values_told("en", {"B", "U"})] == ["†", "‡"]


def test_where_there_is_no_room_for_signs_they_are_counted() -> None:
    assert changes_counted("en", ["B", "U", "U", ""]) == ["† across a break: 1 area", "‡ doubtful: 2 areas"]
    assert changes_counted("de", [""]) == []
    assert doubts_counted("de", 0) == []
    assert doubts_counted("de", 3) == ["‡ unsicher: 3 Gebiete"]
