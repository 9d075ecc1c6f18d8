"""The product, whose pages hang for as many seconds as their address says: `python -m benchmarks.hanging run app.py`.

For `benchmarks.load`, and nothing else: no address of the product itself makes it wait.
"""

import time
from collections.abc import Callable
from unittest.mock import patch

import streamlit as st
from streamlit.web.cli import main

from locales import Language
from ui import page_run

HANG = "hang"
"""The parameter, in seconds."""


def hanging(run: Callable[[Language, Callable[[], None]], bool]) -> Callable[[Language, Callable[[], None]], bool]:
    """A page's run, which begins with doing nothing."""

    def late(lang: Language, page: Callable[[], None]) -> bool:
        seconds = float(st.query_params.get(HANG, "0"))

        def hangs() -> None:
            time.sleep(seconds)
            page()

        return run(lang, hangs)

    return late


if __name__ == "__main__":
    with patch.object(page_run, "page_run", hanging(page_run.page_run)):
        main()
