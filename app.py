"""The product as one ASGI application: the pages and the HTTP routes. Run: streamlit run app.py"""
# ruff: noqa: E402 - a signal to end is heard before what takes seconds is imported

from server import ending

ending.end_soon()

import sys

import streamlit as st
from starlette.middleware import Middleware

import log
import settings
from api import routes as api
from server import bounds, closed, compressed, failed, headers, login, plain, routes, seen, start, unknown
from ui import incident

base = st.get_option("server.baseUrlPath").strip("/")
folder = f"/{base}" if base else ""
try:
    settings.in_force()
    guards = login.guards(folder)
except settings.SettingsError as error:
    sys.exit(str(error))
log.begin()
start.use_python_strings()
headers.nameless()
# A proxy may not pass on the host that readers ask; their browsers' web sockets come from the public one all the same.
sites = [*st.get_option("server.corsAllowedOrigins"), settings.public_address()]
app = st.App(
    "pages/navigation.py",
    routes=routes.under(folder, [*api.routes, *routes.routes]),
    middleware=[
        Middleware(seen.watched(folder)),
        Middleware(headers.guarded),
        Middleware(plain.explained),
        Middleware(failed.failed(folder)),
        Middleware(bounds.bounded),
        *guards,
        Middleware(closed.closed(folder)),
        Middleware(closed.from_own_sites(sites)),
        Middleware(unknown.unknown(folder)),
        Middleware(compressed.streamlit_compressed(folder)),
    ],
    lifespan=start.lifespan,
    on_script_error=incident.shown,
)
