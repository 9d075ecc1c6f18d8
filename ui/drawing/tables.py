"""Places tables of figures, which readers sort and narrow without the server (`tables.js`)."""

import streamlit as st

from ui.drawing import component


def place(*tables: str) -> None:
    """Tables as from `charts.table.html_table`, below each other."""
    for table in tables:
        st.html(table)
    component.run_script("tables.js")
