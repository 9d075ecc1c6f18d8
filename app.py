"""The product as one ASGI application: the pages and the HTTP routes. Run: streamlit run app.py"""

import streamlit as st
from starlette.middleware import Middleware

from api import routes as api
from server import framing, routes, start

start.use_python_strings()
app = st.App(
    "pages/navigation.py",
    routes=[*api.routes, *routes.routes],
    middleware=[Middleware(framing.framed)],
    lifespan=start.lifespan,
)
