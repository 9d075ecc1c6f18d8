"""The product as one ASGI application: the pages and the HTTP routes. Run: streamlit run app.py"""

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from threading import Thread

import pandas as pd
import streamlit as st

from api.routes import routes
from data import store
from indicators import catalogue

# Pages work on many small frames, where text kept by Python is compared faster than text kept by Arrow: a change
# of year takes a fifth less time.
pd.set_option("mode.string_storage", "python")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Reads the figures and checks the catalogue against them, so that the first visitor need not wait."""
    known = frozenset(store.current().observations["series"].cat.categories)
    indicators = catalogue.load().values()
    try:
        catalogue.check_series(indicators, known)
    except catalogue.CatalogueError as error:
        # A store from before an update lacks what the update declares; every other indicator has its figures.
        logging.getLogger(__name__).error("%s; run python -m data.refresh", error)
    # Streamlit collects garbage after every run of a page. What has been loaded by now stays anyway;
    # searching it over and over takes half of the processor's time.
    gc.freeze()
    # It takes over a second, and the first map of values needs it; meanwhile the first browser loads its scripts.
    Thread(target=import_module, args=("mapclassify",), daemon=True).start()
    yield


app = st.App("pages/navigation.py", routes=routes, lifespan=lifespan)
