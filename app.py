"""The product as one ASGI application: the pages and the HTTP routes. Run: streamlit run app.py"""

import streamlit as st
from starlette.middleware import Middleware

from api import routes as api
from server import compressed, framing, routes, start, unknown

start.use_python_strings()
base = st.get_option("server.baseUrlPath").strip("/")
folder = f"/{base}" if base else ""
app = st.App(
    "pages/navigation.py",
    routes=[*api.routes, *routes.routes],
    middleware=[
        Middleware(framing.framed),
        Middleware(unknown.unknown(folder)),
        Middleware(compressed.streamlit_compressed(folder)),
    ],
    lifespan=start.lifespan,
)
