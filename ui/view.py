"""What every page is shown with."""

from dataclasses import dataclass

from streamlit.delta_generator import DeltaGenerator

from charts.theme import Theme
from data.store import Dataset
from locales import Language


@dataclass(frozen=True, eq=False)
class View:
    """The reader's language, the page's title, the figures of the version that the address names, the colours that fit
    the reader's background, and the place for a page's leading sentence and for notices.
    """

    lang: Language
    title: str
    dataset: Dataset
    theme: Theme
    top: DeltaGenerator
