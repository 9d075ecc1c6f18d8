"""What the environment says, read anew at each call."""

import os
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent
"""The folder of the project."""


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
