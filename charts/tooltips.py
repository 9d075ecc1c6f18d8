"""What every tooltip of a picture has to say, whatever kind of picture it is."""

from typing import Any, Final

from charts.theme import Figure, figure
from indicators.catalogue import Indicator
from locales import Language, text

END: Final = "<extra></extra>"


def not_measured(lang: Language, indicator: Indicator) -> tuple[str, str]:
    """That nobody counted or measured an indicator's figures, as a line and as a word; empty where somebody did."""
    return {
        "modelled": (text(lang, "modelled, not measured"), text(lang, "modelled")),
        "forecast": (text(lang, "forecast, not counted"), text(lang, "forecast")),
    }.get(indicator.kind, ("", ""))


def with_kind(picture: Figure, lang: Language, indicator: Indicator) -> Figure:
    """A picture whose tooltips say that an indicator's values are modelled or forecast, as far as they don't yet.

    A tooltip of its own gets a line; one of several lines of a common tooltip, which has no end of its own, a word.
    """
    line, word = not_measured(lang, indicator)
    if not line:
        return picture
    return figure([_with_kind(trace, line, word) for trace in picture["data"]], picture["layout"])


def _with_kind(trace: dict[str, Any], line: str, word: str) -> dict[str, Any]:
    told = trace.get("hovertemplate")
    if not told or trace.get("name") == "no value":
        return trace
    every = _said(told, line, word) if isinstance(told, str) else [_said(one, line, word) for one in told]
    return trace | {"hovertemplate": every}


def _said(template: str, line: str, word: str) -> str:
    if line in template:
        return template
    if template.endswith(END):
        return f"{template.removesuffix(END)}<br>{line}{END}"
    return f"{template} ({word})"
