"""A page's run: in turns with the others, and ended at its limit, about which its reader is told."""

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st
from streamlit.proto.AutoRerun_pb2 import AutoRerun
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

import settings
from locales import Language, number, text
from server.turns import in_turn

AFTER_A_BREAK: Final = AutoRerun(fragment_id="after a break", interval=2_000_000)
"""Streamlit's page asks for a run as soon as it is connected again where a part of it runs by itself, and else only at
the next click, which a server that has started anew can't place: it has never drawn what was clicked. The seconds are
as many as a browser's clock takes, 23 days; of what it would run then there is nothing."""


def page_run(lang: Language, page: Callable[[], None]) -> bool:
    """Runs a page when it is its turn, unless its reader has left or asked for another; whether it had to wait."""
    run = get_script_run_ctx()
    if run is None:
        raise RuntimeError("A page runs in a session of Streamlit only.")
    run.enqueue(ForwardMsg(auto_rerun=AFTER_A_BREAK))
    limit = settings.in_force().page_seconds
    return in_turn(page, limit=limit, wanted=run.yield_check, late=partial(_end, run, lang, limit))


def _end(run: ScriptRunContext, lang: Language, limit: float) -> None:
    """Says so in its page, where the run is by now, and asks it to end, which it does at its next element.

    In another thread than the run's, in which every element would end it at once; the order is such because what comes
    after a run's end is shown to nobody.
    """
    add_script_run_ctx(ctx=run)
    told = text(
        lang,
        "This page took longer than {n} seconds and was ended, so that others need not wait for it. Load it again, or "
        "choose fewer places and years.",
        n=number(lang, limit),
    )
    st.error(told)
    if run.script_requests is not None:
        run.script_requests.request_stop()
    # Only the run's end takes away what stood there before, and a run that hangs has none.
    run.enqueue(ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY))
