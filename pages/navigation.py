"""The script behind every page: settings, language, and the menu in six groups."""

import streamlit as st

from locales import text
from server.turns import in_turn
from ui import frame, titles

lang = frame.language()
st.set_page_config(page_title=titles.so_far(lang), layout="wide", initial_sidebar_state="collapsed")
overview = st.Page("overview/page.py", title=text(lang, "Overview"), default=True)
growth = st.Page("growth/page.py", title=text(lang, "Map and ranking"), url_path="growth")
story = st.Page("growth_story/page.py", title=text(lang, "How Leipzig grew: the story"), url_path="growth_story")
at_a_glance = st.Page(
    "leipzig_west_at_a_glance/page.py", title=text(lang, "At a glance"), url_path="leipzig_west_at_a_glance"
)
leipzig_west = st.Page("leipzig_west/page.py", title=text(lang, "One indicator"), url_path="leipzig_west")
profile = st.Page("profile/page.py", title=text(lang, "District profile"), url_path="profile")
compare = st.Page("compare/page.py", title=text(lang, "Compare areas"), url_path="compare")
explore = st.Page("explore/page.py", title=text(lang, "Find indicators"), url_path="explore")
energy = st.Page("energy/page.py", title=text(lang, "Energy"), url_path="energy")
cities = st.Page("cities/page.py", title=text(lang, "Leipzig compared with other cities"), url_path="cities")
methods = st.Page("methods/page.py", title=text(lang, "Data and methods"), url_path="methods")
workshop = st.Page("workshop/page.py", title=text(lang, "Workshop set"), url_path="workshop")
about = st.Page("about/page.py", title=text(lang, "About these pages"), url_path="about")
menu = {
    "": [overview],
    text(lang, "Growth"): [growth, story],
    text(lang, "Leipzig West"): [at_a_glance, leipzig_west],
    text(lang, "Places"): [profile, compare],
    text(lang, "Subjects"): [explore, energy, cities],
    text(lang, "Data and methods"): [methods, workshop, about],
}
in_turn(st.navigation(menu, position="top").run)
