"""A few figures in a row, each below its label, and what is to be told of it below the figure."""

from collections.abc import Sequence

from markupsafe import Markup

from charts.html import tag


def key_list(figures: Sequence[tuple[str, str, str | None]]) -> Markup:
    """Labels with their values and what is told of them, as a list of descriptions."""
    rows = (
        tag("div", tag("dt", label), tag("dd", value), tag("dd", told) if told else "")
        for label, value, told in figures
    )
    return tag("dl", *rows, class_="key")
