"""Observations as a Frictionless data package: a ZIP of CSV files with all that is needed to understand and cite them.

What the keys of `datapackage.json` mean: specs.frictionlessdata.io (Data Package, Tabular Data Resource).
"""

import hashlib
import io
import json
import zipfile
from typing import Any, Final

import pandas as pd

from exports.about import citation, codebook
from exports.about.definitions import About, nothing
from exports.about.sources import licences
from exports.formats.csv_file import to_csv
from exports.observations import COLUMNS, LEVELS
from locales import Language, date, text

TABLE: Final = "observations.csv"
INDICATORS: Final = "indicators.csv"
STATUSES: Final = "statuses.csv"
SOURCES: Final = "sources.csv"


def to_zip(frame: pd.DataFrame, about: About) -> bytes:
    """`datapackage.json`, the four tables, CODEBOOK.md, README.md, LICENCE.md and the citation in three forms.

    The same figures on the same day give the same bytes.
    """
    tables = {
        TABLE: to_csv(frame[COLUMNS]),
        INDICATORS: to_csv(_indicators(about)),
        STATUSES: to_csv(_statuses(about.lang)),
        SOURCES: to_csv(_sources(about)),
    }
    described = json.dumps(_described(about, tables), ensure_ascii=False, indent=1) + "\n"
    files = {
        "datapackage.json": described.encode(),
        **tables,
        "README.md": _readme(about, empty=frame.empty).encode(),
        "CODEBOOK.md": _codebook(about).encode(),
        "LICENCE.md": _licence(about).encode(),
        "CITATION.txt": f"{about.citation}\n".encode(),
        "citation.bib": citation.as_bibtex(about.lang, about.work).encode(),
        "citation.csl.json": citation.as_csl_json(about.lang, about.work).encode(),
    }
    return _zipped(files, about)


def _zipped(files: dict[str, bytes], about: About) -> bytes:
    issued = about.work.issued
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (issued.year, issued.month, issued.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return package.getvalue()


def _indicators(about: About) -> pd.DataFrame:
    lang = about.lang
    rows = [
        (
            indicator.id,
            indicator.title[lang],
            indicator.unit[lang],
            str(indicator.decimals),
            indicator.kind,
            indicator.description[lang],
            indicator.reading[lang],
            " ".join(indicator.rubrics),
        )
        for indicator in about.indicators
    ]
    columns = ["indicator", "title", "unit", "decimals", "kind", "definition", "reading", "sources"]
    return pd.DataFrame(rows, columns=columns, dtype="str")


def _statuses(lang: Language) -> pd.DataFrame:
    return pd.DataFrame(list(codebook.statuses(lang).items()), columns=["status", "meaning"], dtype="str")


def _sources(about: About) -> pd.DataFrame:
    """Where the figures are from, when each was retrieved, and the version of the data that holds them."""
    rows = [
        (one.id, one.publisher, one.title, one.licence.id, one.address, one.vintage, one.retrieved_at, about.version)
        for one in about.sources
    ]
    columns = ["source", "publisher", "title", "licence", "address", "edition", "retrieved_at", "data_version"]
    return pd.DataFrame(rows, columns=columns, dtype="str")


def _described(about: About, tables: dict[str, bytes]) -> dict[str, Any]:
    fields = {
        TABLE: [_field(name, told) for name, told in codebook.columns(about.lang).items()],
        INDICATORS: [_text(name) for name in _indicators(about).columns],
        STATUSES: [_text(name) for name in _statuses(about.lang).columns],
        SOURCES: [_text(name) for name in _sources(about).columns],
    }
    keys = {
        TABLE: ["indicator", "area", "period"],
        INDICATORS: ["indicator"],
        STATUSES: ["status"],
        SOURCES: ["source"],
    }
    return {
        "profile": "data-package",
        "name": about.work.key.lower(),
        "title": about.work.title,
        "description": about.citation,
        "version": about.version,
        "created": f"{about.work.issued.isoformat()}T00:00:00Z",
        **({"homepage": about.address} if about.address else {}),
        **_rights(about),
        "resources": [_resource(name, body, fields[name], keys[name]) for name, body in tables.items()],
    }


def _rights(about: About) -> dict[str, Any]:
    """Licences and sources; the specification has no empty lists."""
    applying = [
        {
            key: value
            for key, value in (("name", one.id.replace("/", "-")), ("title", one.title), ("path", one.address))
            if value
        }
        for one in licences(about.sources)
    ]
    behind = [
        {"title": f"{source.publisher}: {source.title}", **({"path": source.address} if source.address else {})}
        for source in about.sources
    ]
    return {**({"licenses": applying} if applying else {}), **({"sources": behind} if behind else {})}


def _resource(name: str, body: bytes, fields: list[dict[str, Any]], key: list[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": fields, "primaryKey": key, "missingValues": [""]}
    if name == TABLE:
        schema["foreignKeys"] = [
            {"fields": [field], "reference": {"resource": other.removesuffix(".csv"), "fields": [field]}}
            for field, other in (("indicator", INDICATORS), ("status", STATUSES))
        ]
    return {
        "profile": "tabular-data-resource",
        "name": name.removesuffix(".csv"),
        "path": name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _field(name: str, told: str) -> dict[str, Any]:
    if name == "value":
        return {"name": name, "type": "number", "description": told}
    if name == "year":
        return {"name": name, "type": "integer", "description": told, "constraints": {"required": True}}
    if name == "parent":
        return {"name": name, "type": "string", "description": told}
    choices = {"level": list(LEVELS), "status": list(codebook.statuses("en")), "kind": list(codebook.kinds("en"))}
    limits = {"required": True, **({"enum": choices[name]} if name in choices else {})}
    return {"name": name, "type": "string", "description": told, "constraints": limits}


def _text(name: str) -> dict[str, Any]:
    return {"name": name, "type": "string"}


def _readme(about: About, *, empty: bool) -> str:
    lang = about.lang
    chosen = {**about.filters, text(lang, "Data version"): about.version, text(lang, "Address"): about.address}
    parts = [
        f"# {about.work.title}",
        *([nothing(lang)] if empty else []),
        "\n".join(f"- {label}: {value}" for label, value in chosen.items()),
        text(
            lang,
            "`observations.csv` holds the figures, `indicators.csv` what they mean, `statuses.csv` the letters of the "
            "column status, `sources.csv` where they are from and when they were retrieved; `CODEBOOK.md` explains the "
            "columns. `datapackage.json` describes the files for programs "
            "(Frictionless Data Package). CSV: commas, decimal points, UTF-8.",
        ),
        f"## {text(lang, 'Citation')}",
        about.citation,
    ]
    return "\n\n".join(parts) + "\n"


def _codebook(about: About) -> str:
    lang = about.lang
    parts = [
        f"# {text(lang, 'Codebook')}",
        _table((text(lang, "Column"), text(lang, "Meaning")), codebook.columns(lang)),
        _table((text(lang, "Status"), text(lang, "Meaning")), codebook.statuses(lang)),
        _table((text(lang, "Kind"), text(lang, "Meaning")), codebook.kinds(lang)),
    ]
    if about.remarks:
        lines = (
            f"- {remark.status}, {', '.join(part for part in (remark.years, remark.places, remark.source) if part)}: "
            f"{remark.reason}"
            for remark in about.remarks
        )
        parts += [f"## {text(lang, 'Breaks, doubtful and missing figures')}", "\n".join(lines)]
    for indicator in about.indicators:
        told = f"{indicator.description[lang]} {indicator.reading[lang]}"
        parts.append(f"## {indicator.title[lang]} (`{indicator.id}`, {indicator.unit[lang]})\n\n{told}")
    return "\n\n".join(parts) + "\n"


def _table(heading: tuple[str, str], rows: dict[str, str]) -> str:
    lines = [f"| {heading[0]} | {heading[1]} |", "|---|---|"]
    return "\n".join([*lines, *(f"| {key} | {told} |" for key, told in rows.items())])


def _licence(about: About) -> str:
    lang = about.lang
    parts = [f"# {text(lang, 'Licence')}"]
    for source in about.sources:
        applying = f"{source.licence.title or source.licence.id} {source.licence.address}".strip()
        had = text(lang, "retrieved {day}", day=date(lang, source.retrieved_at)) if source.retrieved_at else ""
        parts.append(
            f"- {', '.join(part for part in (source.publisher, source.title, source.address, had) if part)}: {applying}"
        )
    if about.work.changed:
        parts.append(f"{about.work.changed}.")
    return "\n\n".join(parts) + "\n"
