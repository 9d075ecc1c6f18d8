"""Pages opened without a browser, through Streamlit's AppTest in this process; whatever reaches into it is here."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import Final
from unittest.mock import patch

from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner import RerunData
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, local_script_runner
from streamlit.testing.v1.element_tree import ElementTree

from settings import ROOT

NAVIGATION: Final = ROOT / "pages" / "navigation.py"


@contextmanager
def as_served() -> Iterator[None]:
    """Compiled pages, and what installed packages bring for Streamlit, are kept as by a server; AppTest by itself
    looks them up again for every page."""
    scan = cache(manifest_scanner.scan_component_manifests)
    compiled = cache(ScriptCache)
    with (
        patch.object(manifest_scanner, "scan_component_manifests", scan),
        patch("streamlit.testing.v1.app_test.ScriptCache", compiled),
        patch("streamlit.testing.v1.local_script_runner.ScriptCache", compiled),
    ):
        yield


def start() -> AppTest:
    """A reader's session before its first page."""
    app = AppTest.from_file(NAVIGATION, default_timeout=120)
    # Where the pages are is known only after a run, which need not lead on to a page that nobody asked for.
    with patch("streamlit.switch_page"):
        return app.run()


def to_page(app: AppTest, page: str) -> AppTest:
    """The session on its way to a page, by the page's name; it opens with the next run."""
    return app.switch_page(f"{page}/page.py")


def run_as_history(app: AppTest) -> AppTest:
    """The page under its address, reached by the browser's buttons."""
    with patch.object(local_script_runner, "RerunData", partial(RerunData, is_history_navigation=True)):
        return app.run()


def tree(app: AppTest) -> ElementTree:
    """All that a page shows, in order."""
    return app._tree
