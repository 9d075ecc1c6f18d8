"""What the environment says, read anew at each call."""

import os
import re
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent
"""The folder of the project."""
PUBLIC_ADDRESS: Final = "INDICATORS_PUBLIC_ADDRESS"
ADDRESS: Final = re.compile(r"https?://(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.-]+)(:[0-9]+)?(/[A-Za-z0-9._~-]+)*")


def store() -> Path:
    """`INDICATORS_STORE`: the folder of fetched versions, `var/store` unless said otherwise."""
    return Path(os.environ.get("INDICATORS_STORE") or ROOT / "var" / "store")


def mirror() -> str | None:
    """`INDICATORS_MIRROR`: asked in place of every publisher, `BASE/host/path` for `https://host/path`."""
    return os.environ.get("INDICATORS_MIRROR") or None


def frame_ancestors() -> str:
    """`INDICATORS_FRAME_ANCESTORS`: sites that may show pages in a frame; empty unless set. See `server.framing`."""
    return os.environ.get("INDICATORS_FRAME_ANCESTORS", "").strip()


def operator(subject: str) -> str:
    """`INDICATORS_IMPRINT`, `INDICATORS_PRIVACY`, `INDICATORS_ACCESSIBILITY`: address or Markdown file of the
    operator's text, empty unless set. See `server.operator`."""
    return os.environ.get(f"INDICATORS_{subject.upper()}", "").strip()


def feedback() -> str:
    """`INDICATORS_FEEDBACK`: a mail address, or that of a form, to which readers report wrong figures and barriers."""
    return os.environ.get("INDICATORS_FEEDBACK", "").strip()


def slides_template() -> Path | None:
    """`INDICATORS_SLIDES_TEMPLATE`: a presentation (PPTX, POTX) whose look slides have; None for our own look."""
    said = os.environ.get("INDICATORS_SLIDES_TEMPLATE", "").strip()
    return Path(said) if said else None


def public_address() -> str:
    """`INDICATORS_PUBLIC_ADDRESS`: where readers reach the application, without a slash at its end; empty unless set.

    Raises ValueError for what is none.
    """
    said = os.environ.get(PUBLIC_ADDRESS, "").strip().rstrip("/")
    if said and not ADDRESS.fullmatch(said):
        raise ValueError(
            f"{PUBLIC_ADDRESS} is {said[:80]!r}, expected the address of the overview, "
            "such as https://www.leipzig.de/indikatoren."
        )
    return said
