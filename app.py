"""The product as one ASGI application: the pages and the HTTP routes. Run: streamlit run app.py"""

import sys

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

import log
import settings
from api import routes as api
from server import compressed, failed, framing, routes, seen, start, unknown
from ui import incident

try:
    settings.in_force()
except settings.SettingsError as error:
    sys.exit(str(error))
log.begin()
start.use_python_strings()
base = st.get_option("server.baseUrlPath").strip("/")
folder = f"/{base}" if base else ""
# A proxy may not pass on the host that readers ask; their browsers' web sockets come from the public one all the same.
if public := settings.public_address():
    config.set_option("server.corsAllowedOrigins", [*config.get_option("server.corsAllowedOrigins"), public])
app = st.App(
    "pages/navigation.py",
    routes=routes.under(folder, [*api.routes, *routes.routes]),
    middleware=[
        Middleware(seen.watched(folder)),
        Middleware(framing.framed),
        Middleware(unknown.unknown(folder)),
        Middleware(compressed.streamlit_compressed(folder)),
    ],
    lifespan=start.lifespan,
    on_script_error=incident.shown,
    exception_handlers={Exception: failed.failed(folder)},
)
