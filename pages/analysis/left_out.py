"""What the page of analysis leaves out on purpose, and why."""

import streamlit as st

from locales import Language, text
from ui import frame


def place(lang: Language) -> None:
    """The closing section: what a reader may look for here, and why it would not stand."""
    st.subheader(text(lang, "Left out on purpose"), anchor=False)
    frame.listed(
        [
            text(
                lang,
                "Effects of a programme as a number: what would have been without it is not known, and the same sums "
                "“find” effects in places and years without any programme.",
            ),
            text(
                lang,
                "Whether districts that start low rise faster (β-convergence): a low first figure is partly chance, "
                "and chance does not repeat, so that this regression finds an approach even where there is none "
                "(regression to the mean).",
            ),
            text(
                lang,
                "Turning years of single districts: of made-up courses without any turn, as inert as those of some "
                "districts, the search finds one in seven of ten.",
            ),
        ]
    )
