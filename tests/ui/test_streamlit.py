"""What pages take from inside Streamlit is there: its test ids in styles, and what a run knows of itself."""

import re
from dataclasses import fields
from importlib.resources import files

from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

from settings import ROOT


def test_what_styles_name_is_drawn() -> None:
    styles = [*(ROOT / "ui").rglob("*.css"), *(ROOT / "pages").rglob("*.css"), ROOT / "ui" / "frame.py"]
    named = {id for file in styles for id in re.findall(r'data-testid="?(\w+)', file.read_text("utf-8"))}
    scripts = files("streamlit").joinpath("static", "static", "js").iterdir()
    drawn = "".join(script.read_text("utf-8") for script in scripts if script.name.endswith(".js"))
    missing = sorted(id for id in named if id not in drawn)
    assert named
    assert not missing, (
        f"Streamlit draws nothing with the test ids {missing} any more, which styles in ui and pages name"
    )


def test_a_run_knows_its_page_and_how_it_was_reached() -> None:
    known = {*dir(ScriptRunContext), *(field.name for field in fields(ScriptRunContext))}
    missing = {"page_script_hash", "is_history_navigation"} - known
    assert not missing, f"Streamlit's script context has no {missing} any more, which ui/address.py reads"
