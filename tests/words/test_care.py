"""Signs behind figures, and what pictures say of them."""

from words.care import changes_counted, changes_told, doubts_counted, of_change, values_told

ACROSS, DOUBTFUL, PLAIN = "+3,1 %\u2009†", "−2 %\u2009‡", "+1 %"


def test_the_sign_of_a_change() -> None:
    assert [of_change(short).strip() for short in (ACROSS, DOUBTFUL, PLAIN, "")] == ["†", "‡", "", ""]


def test_only_signs_that_occur_are_explained() -> None:
    assert changes_told("de", [PLAIN]) == []
    assert changes_told("de", [PLAIN, DOUBTFUL]) == ["‡ mindestens ein Wert ist unsicher"]
    assert [told[0] for told in changes_told("en", [DOUBTFUL, ACROSS])] == ["†", "‡"]
    assert values_told("en", {"A", "U"}) == ["‡ doubtful figure"]
    assert [told[0] for told in values_told("en", {"B", "U"})] == ["†", "‡"]


def test_where_there_is_no_room_for_signs_they_are_counted() -> None:
    assert changes_counted("en", [ACROSS, DOUBTFUL, DOUBTFUL, PLAIN]) == [
        "† across a break: 1 area",
        "‡ doubtful: 2 areas",
    ]
    assert changes_counted("de", [PLAIN]) == []
    assert doubts_counted("de", 0) == []
    assert doubts_counted("de", 3) == ["‡ unsicher: 3 Gebiete"]
