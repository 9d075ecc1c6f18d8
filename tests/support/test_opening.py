"""What is reached for inside Streamlit's AppTest is there."""

from importlib import import_module

import pytest
from streamlit.runtime.scriptrunner import RerunData
from streamlit.testing.v1 import AppTest

INSIDES = (
    ("streamlit.components.v2.manifest_scanner", "scan_component_manifests"),
    ("streamlit.testing.v1.app_test", "ScriptCache"),
    ("streamlit.testing.v1.local_script_runner", "ScriptCache"),
    ("streamlit.testing.v1.local_script_runner", "RerunData"),
)


@pytest.mark.parametrize(("module", "name"), INSIDES)
def test_pages_can_be_opened_as_a_server_and_a_browser_do(module: str, name: str) -> None:
    there = hasattr(import_module(module), name)
    assert there, f"Streamlit has no {name} in {module} any more, which tests/support/opening.py replaces"


def test_a_run_knows_the_browsers_buttons_and_a_page_its_elements() -> None:
    assert RerunData(is_history_navigation=True), "Streamlit's RerunData no longer knows the browser's buttons"
    tree = AppTest.from_string("import streamlit as st; st.write(1)").run()._tree
    assert tree[0].children, "Streamlit's AppTest keeps its elements elsewhere; see tests/support/opening.py"
