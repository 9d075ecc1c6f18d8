"""Whether the process of this container answers with usable figures: exit status 0, else an error."""

import os
from http.client import HTTPConnection

base = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
line = HTTPConnection("127.0.0.1", 8501, timeout=8)
line.request("GET", f"/{base}/healthz" if base else "/healthz")
raise SystemExit(line.getresponse().status != 200)
