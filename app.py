"""The product as one ASGI application: the pages and the HTTP routes. Run: streamlit run app.py"""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from api.routes import routes
from data import store
from indicators import catalogue


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Reads the figures and checks the catalogue against them, so that the first visitor need not wait."""
    dataset = store.current()
    known = frozenset(dataset.observations["series"].cat.categories)
    catalogue.check_series(catalogue.load().values(), known)
    # Streamlit collects garbage after every run of a page. What has been loaded by now stays anyway;
    # searching it over and over takes half of the processor's time.
    gc.freeze()
    yield


app = st.App("pages/navigation.py", routes=routes, lifespan=lifespan)
