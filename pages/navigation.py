"""The script behind every page: settings, language, and the menu in six groups."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from locales import text
from server import seen
from ui import frame, titles
from ui.page_run import page_run
from words.pages import page_names

lang = frame.language()
st.set_page_config(page_title=titles.so_far(lang), layout="wide", initial_sidebar_state="collapsed")
# Below the heading of their group, two are called by less.
names = page_names(lang) | {
    "leipzig_west_at_a_glance": text(lang, "At a glance"),
    "leipzig_west": text(lang, "One indicator"),
}
groups = {
    "": ["overview"],
    text(lang, "Growth"): ["growth", "growth_story"],
    text(lang, "Leipzig West"): ["leipzig_west_at_a_glance", "leipzig_west"],
    text(lang, "Places"): ["profile", "compare"],
    text(lang, "Subjects"): ["explore", "analysis", "energy", "energy_district", "cities"],
    text(lang, "Data and methods"): ["methods", "workshop", "about"],
}


def page(name: str) -> StreamlitPage:
    """The page in a folder; the overview has no address of its own."""
    if name == "overview":
        return st.Page("overview/page.py", title=names[name], default=True)
    return st.Page(f"{name}/page.py", title=names[name], url_path=name)


menu = {group: [page(name) for name in inside] for group, inside in groups.items()}
chosen = st.navigation(menu, position="top")
page_run(lang, seen.run(chosen.url_path or "overview", st.query_params, chosen.run))
