"""A report as PDF, set by typst from `report.typ`."""

import json
from dataclasses import asdict, replace
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any, Final

from data.store import Dataset
from exports.images import fonts
from exports.report.content import Report

TEMPLATE: Final = Path(__file__).with_name("report.typ")
ALONE: Final = Lock()
"""One report at a time: typst takes all processors for one."""


def to_pdf(said: Report, dataset: Dataset) -> bytes:
    """Two pages; the same bytes for the same report of the same version."""
    import typst  # 80 MB that only reports need

    whole = json.dumps(asdict(replace(said, code=_code(said.address))), ensure_ascii=False)
    with ALONE:
        pdf: bytes = typst.compile(
            TEMPLATE.read_bytes(),
            root=str(TEMPLATE.parent),
            font_paths=_letters(),
            sys_inputs={"report": whole},
            timestamp=_made(dataset),
        )
    return pdf


@cache
def _letters() -> Any:
    """The fonts of the project, without those of the machine."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts.folder())])


def _made(dataset: Dataset) -> datetime:
    """When the newest of its figures was fetched."""
    moments = (str(source.get("retrieved_at") or "") for source in dataset.sources.values())
    return max(datetime.fromisoformat(moment) for moment in moments if moment)


def _code(address: str) -> str:
    """An address as a QR code, as SVG."""
    import segno

    drawn = BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", border=0, xmldecl=False, dark="#1d2528")
    return drawn.getvalue().decode()
