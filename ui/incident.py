"""What stands in a page in which an error happened."""

import streamlit as st

import log
from server.failed import sentence
from ui import frame


def shown(error: Exception) -> bool:
    """Tells the reader the number by which the log knows the error; True, so that Streamlit says nothing else."""
    st.error(sentence(frame.language(), log.incident(error, place="page")))
    return True
