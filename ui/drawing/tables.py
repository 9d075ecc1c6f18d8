"""Places tables of figures, which readers sort and narrow without the server (`tables.js`)."""

import json
from collections.abc import Sequence

import streamlit as st

from charts.html import tag
from ui.drawing import component


def place(*tables: str, chosen: Sequence[str] = ()) -> None:
    """Tables as from `charts.table.html_table`, below each other.

    chosen: the names of the rows that the reader set off, the last one of which is brought into view. They are told
    beside the tables, which would else travel anew with every choice.
    """
    for table in tables:
        st.html(table)
    component.run_script("tables.js", tag("span", data_chosen=json.dumps(list(chosen)), hidden=""))
