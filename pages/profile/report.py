"""The report on the place as a file."""

import streamlit as st

from exports import links
from locales import text
from pages.profile.subject import Profile
from ui import address
from ui.take_away import dialog


def offer(profile: Profile) -> None:
    """A button for the report; of a group there is none."""
    lang = profile.lang
    if profile.place.members:
        return
    where = links.api("report.pdf", area=profile.place.id, lang=lang, **address.pinned(profile.dataset))
    # Its name keeps it out of prints, as that of the other button does.
    with st.container(key=f"{dialog.TOP} report", width="content"):
        st.link_button(text(lang, "Report as PDF"), where)
