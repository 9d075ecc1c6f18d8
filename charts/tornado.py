"""How far each of some assumptions moves a result: a bar from one end to the other, the widest on top."""

from typing import Any, Final

import pandas as pd

from charts.axes import hidden_axis, names_axis, upright
from charts.labels import LINE, broken, depth, longest
from charts.theme import Captions, Figure, Theme, figure, layout

TOP: Final = 64
BAR: Final = 54
NAME: Final = 20
"""Letters of a name on one line."""
BESIDE: Final = 0.35
"""Room for figures beside the bars, as a share of the widest."""


def tornado(rows: pd.DataFrame, centre: tuple[float, str], captions: Captions, theme: Theme) -> Figure:
    """rows: name, told (how far the assumption goes), low, high (the lowest and the highest result), low_label,
    high_label, hover; from the widest on; centre: the result as assumed, and what is said of it."""
    small = depth(captions) + LINE
    names = [
        f"{broken(name, NAME)}<br><span style='color:{theme.muted}'>{told}</span>"
        for name, told in zip(rows["name"], rows["told"], strict=True)
    ]
    left, count = longest([*rows["told"], *(broken(name, NAME) for name in rows["name"])]) + 10, len(rows)
    low, high = float(rows["low"].min()), float(rows["high"].max())
    room = BESIDE * ((high - low) or 1.0)
    drawn = layout(theme, captions, TOP + BAR * count + small, small, top=TOP, left=left) | {
        "bargap": 0.5,
        "xaxis": hidden_axis(low - room, high + room),
        "yaxis": names_axis(names, range(count), (count - 0.5, -0.5), 12, theme),
        "shapes": [upright(centre[0], theme, dash="dot", color=theme.text)],
        "hovermode": "closest",
    }
    drawn["annotations"] += [*_labels(rows, theme), _foot(centre, theme)]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": (rows["high"] - rows["low"]).tolist(),
        "base": rows["low"].tolist(),
        "y": list(range(count)),
        "customdata": rows["hover"].tolist(),
        "marker": {"color": [theme.accent] * count},
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    return figure([bars], drawn)


def _labels(rows: pd.DataFrame, theme: Theme) -> list[dict[str, Any]]:
    """The figures at both ends of each bar."""
    look = {"yref": "y", "xref": "x", "yanchor": "middle", "font": {"size": 12, "color": theme.text}}
    ends = (("low", "right", -4), ("high", "left", 4))
    return [
        {"text": label, "x": value, "y": n, "xanchor": anchor, "xshift": shift, **look}
        for end, anchor, shift in ends
        for n, (value, label) in enumerate(zip(rows[end], rows[f"{end}_label"], strict=True))
    ]


def _foot(centre: tuple[float, str], theme: Theme) -> dict[str, Any]:
    """What is said of the line, at its foot."""
    value, said = centre
    place = {"x": value, "xref": "x", "xanchor": "center", "y": 0, "yref": "paper", "yanchor": "top"}
    return {"text": said, "font": {"size": 11, "color": theme.text}, **place}
