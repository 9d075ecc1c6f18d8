"""What there is of a picture once it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from charts.theme import Figure
from locales import Language


@dataclass(frozen=True)
class Repainting:
    """What a map is repainted with in the browser while a slider of years moves, of one period or of a change.

    parameters: of the address, which say the periods; labels: how the title writes each; current: the periods drawn.

    classes: of one period, a text a period with a digit of base 36 a district, or `-` without a value. spans: of a
    change, the address of what `pictures.spans` says of any two periods, from which classes and legend are made;
    colours: then of all sizes of change, from the strongest fall to the strongest rise; lang: of its numbers. sizes:
    of circles, a text a period with two digits a district, the radius in steps; radius: pixels of the largest.
    """

    parameters: Sequence[str]
    periods: Sequence[str]
    labels: Sequence[str]
    current: Sequence[str]
    areas: Sequence[str]
    colours: Sequence[str]
    no_value: str
    classes: Sequence[str] = ()
    spans: str = ""
    lang: Language = "de"
    sizes: Sequence[str] = ()
    radius: float = 0.0


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture with its state.

    kind: what tells it from others on a page; sentence: what it says, in words; file: the name of a saved file,
    without its ending; table: the frame that it shows; caveats: what is to be said below it; legend: in words, for who
    can't see it; repainting: how its browser shows other periods, where it does.
    """

    kind: str
    figure: Figure
    sentence: str
    file: str
    table: pd.DataFrame
    caveats: tuple[str, ...] = ()
    legend: str = ""
    repainting: Repainting | None = None


Drawn = Picture | str
"""A picture, or why there is nothing to draw."""
