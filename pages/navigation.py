"""The script behind every page: settings, language, menu."""

import streamlit as st

from locales import text
from server.turns import in_turn
from ui import frame

lang = frame.language()
st.set_page_config(page_title=text(lang, "Leipzig Urban Indicators"), layout="wide", initial_sidebar_state="collapsed")
growth = st.Page("growth/page.py", title=text(lang, "How Leipzig grows"), url_path="growth")
story = st.Page("growth_story/page.py", title=text(lang, "How Leipzig grew: the story"), url_path="growth_story")
leipzig_west = st.Page("leipzig_west/page.py", title=text(lang, "Leipzig West"), url_path="leipzig_west")
at_a_glance = st.Page(
    "leipzig_west_at_a_glance/page.py",
    title=text(lang, "Leipzig West at a glance"),
    url_path="leipzig_west_at_a_glance",
)
cities = st.Page("cities/page.py", title=text(lang, "Leipzig beside other cities"), url_path="cities")
energy = st.Page("energy/page.py", title=text(lang, "Energy"), url_path="energy")
explore = st.Page("explore/page.py", title=text(lang, "Explore"), url_path="explore")
methods = st.Page("methods/page.py", title=text(lang, "Data and methods"), url_path="methods")
profile = st.Page("profile/page.py", title=text(lang, "District profile"), url_path="profile")
compare = st.Page("compare/page.py", title=text(lang, "Compare areas"), url_path="compare")
overview = st.Page("overview/page.py", title=text(lang, "Overview"), default=True)
in_menu = [overview, growth, story, leipzig_west, at_a_glance, explore, profile, compare, energy, cities, methods]
in_turn(st.navigation(in_menu, position="top").run)
