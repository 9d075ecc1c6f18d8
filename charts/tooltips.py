"""What every tooltip of a picture has to say, whatever kind of picture it is."""

from typing import Any, Final

from charts.theme import Figure, figure
from indicators.catalogue import Indicator
from locales import Language
from words.indicator import not_measured

END: Final = "<extra></extra>"
MAPS: Final = ("choropleth", "scattergeo")


def with_kind(picture: Figure, lang: Language, indicator: Indicator) -> Figure:
    """A picture whose tooltips say that an indicator's values are modelled or forecast.

    A tooltip of its own gets a line; one of several lines of a common tooltip, which has no end of its own, a word.
    Those of maps say it already, before what they note of a district.
    """
    line, word = not_measured(lang, indicator)
    if not line:
        return picture
    return figure([_with_kind(trace, line, word) for trace in picture["data"]], picture["layout"])


def _with_kind(trace: dict[str, Any], line: str, word: str) -> dict[str, Any]:
    told = trace.get("hovertemplate")
    if not told or trace["type"] in MAPS or trace.get("name") == "no value":
        return trace
    return trace | {"hovertemplate": _whole(told, line, word)}


def _whole(template: str, line: str, word: str) -> str:
    if template.endswith(END):
        return f"{template.removesuffix(END)}<br>{line}{END}"
    return f"{template} ({word})"
