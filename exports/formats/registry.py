"""The formats of observations: a new one is a module beside this one and a line in `FORMATS`."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import pandas as pd

from data.store import Dataset
from exports.about.definitions import About, about, nothing
from exports.formats import (
    csv_file,
    data_package,
    geojson_file,
    geopackage_file,
    json_file,
    jsonstat_file,
    parquet_file,
    xlsx_file,
)
from exports.formats.csv_file import Style
from exports.observations import COLUMNS, EMPTY, by_indicator
from exports.origin import ORIGIN, with_origin
from exports.wide import LAYOUTS, Layout, wide, width
from indicators.selection import Selection
from locales import Language, text, today

MOST: Final = 100_000
"""Rows of a workbook, which takes five seconds and 80 MB for as many."""
MOST_WHOLE: Final = 1_000_000
"""Rows of other files that are built as a whole before they are sent."""
MOST_SHAPES: Final = 20_000
"""Rows of files in which every row carries the boundaries of its area, some 2 kB."""


class TooManyRows(ValueError):
    """A format is asked for more rows or columns than it is given for; says how many those are, and what helps."""


@dataclass(frozen=True, eq=False)
class File:
    """What a file is written from; address: where the same rows of the same version can be had again."""

    dataset: Dataset
    selection: Selection
    lang: Language
    style: Style = "int"
    address: str = ""
    most: int | None = None
    layout: Layout = "long"

    @property
    def tables(self) -> Iterator[pd.DataFrame]:
        """The observations of one indicator after the other."""
        return by_indicator(self.dataset, self.selection, self.lang)

    def rows(self) -> pd.DataFrame:
        """All observations. Raises TooManyRows where there are more than the file may have."""
        found, n = [EMPTY], 0
        for table in self.tables:
            n += len(table)
            if self.most is not None and n > self.most:
                raise TooManyRows(
                    f"There are more than the {self.most:,} rows that this format is given for at once; narrow them by "
                    "indicator, area, level, from or to, or take .csv or .json, which hold any number."
                )
            found.append(table)
        return pd.concat(found, ignore_index=True)

    def about(self, *, boundaries: bool = False) -> About:
        """The facts about the observations, had today; boundaries: as in `exports.about.definitions.about`."""
        return about(
            self.dataset, self.selection, self.lang, address=self.address, accessed=today(), boundaries=boundaries
        )


@dataclass(frozen=True)
class Words:
    """What a format is called, what it is good for, and both as the documentation of the addresses says it."""

    name: str
    purpose: str
    explained: str = ""


@dataclass(frozen=True)
class Format:
    """A format of observations.

    ending: of its address; query: what else asks for it there; most: rows at most, None for any number; inline: whether
    a browser shows it instead of saving it; example: a query that the documentation shows; layouts: those it can have;
    most_columns: of values and statuses where it is wide.
    """

    ending: str
    media_type: str
    write: Callable[[File], bytes | Iterator[bytes]]
    words: Callable[[Language], Words]
    most: int | None = None
    inline: bool = False
    query: Mapping[str, str] = field(default_factory=dict)
    example: str = "indicator=population"
    layouts: tuple[Layout, ...] = ("long",)
    most_columns: int | None = None


def _csv(file: File) -> Iterator[bytes]:
    named = file.selection.named
    if file.layout == "wide" and not (rows := replace(file, most=MOST_WHOLE).rows()).empty:
        table = with_origin(file.dataset, named, wide(rows, named=len(named) > 1))
        return iter([csv_file.to_csv(table, file.style)])
    tables = (with_origin(file.dataset, [one], table) for one, table in zip(named, file.tables, strict=True))
    return csv_file.chunks([*COLUMNS, *ORIGIN], tables, file.style)


def _json(file: File) -> Iterator[bytes]:
    facts = {"data_version": file.dataset.version, "lang": file.lang}
    return json_file.chunks(file.tables, facts, nothing(file.lang))


def _workbook(file: File) -> bytes:
    return xlsx_file.to_xlsx(file.rows(), file.about(), file.layout)


def _geopackage(file: File) -> bytes:
    told = file.about(boundaries=True)
    if file.layout == "long":
        return geopackage_file.to_geopackage(file.rows(), file.dataset, told)
    if (n := width(file.dataset, file.selection)) > geopackage_file.MOST_COLUMNS:
        raise TooManyRows(
            f"There are {n:,} columns of values and statuses, more than the {geopackage_file.MOST_COLUMNS:,} that a "
            "layer has room for; narrow them by indicator, from or to, or take .parquet."
        )
    return geopackage_file.to_wide_geopackage(replace(file, most=MOST).rows(), file.dataset, told)


XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHAPES: Final = "indicator=population&from=2024"

FORMATS: Final = {
    "xlsx": Format(
        "xlsx",
        XLSX,
        _workbook,
        lambda lang: Words(
            text(lang, "Excel (XLSX)"),
            text(lang, "with definitions, sources and breaks on a second sheet"),
            text(lang, "Excel, with definitions, sources and citation on a second sheet"),
        ),
        MOST,
        layouts=LAYOUTS,
    ),
    "xlsx_wide": Format(
        "xlsx",
        XLSX,
        _workbook,
        lambda lang: Words(text(lang, "Excel, one row an area"), text(lang, "a column a year")),
        MOST,
        query={"layout": "wide"},
    ),
    "csv_de": Format(
        "csv",
        "text/csv",
        _csv,
        lambda lang: Words(text(lang, "CSV for German Excel"), text(lang, "semicolons, decimal commas")),
        query={"style": "de"},
    ),
    "csv": Format(
        "csv",
        "text/csv",
        _csv,
        lambda lang: Words(
            text(lang, "CSV, international"),
            text(lang, "commas, decimal points"),
            text(lang, "CSV: commas, decimal points; with style=de semicolons and decimal commas for Excel"),
        ),
        layouts=LAYOUTS,
    ),
    "zip": Format(
        "zip",
        "application/zip",
        lambda file: data_package.to_zip(file.rows(), file.about()),
        lambda lang: Words(
            text(lang, "Data package (ZIP)"),
            text(lang, "CSV with description, licence and citation, to archive"),
            text(lang, "Data package (Frictionless): CSV, codebook, licence, citation"),
        ),
        MOST_WHOLE,
    ),
    "gpkg": Format(
        "gpkg",
        "application/geopackage+sqlite3",
        _geopackage,
        lambda lang: Words(
            "GeoPackage",
            text(lang, "with boundaries, for geographic information systems such as QGIS"),
            text(lang, "GeoPackage, with boundaries"),
        ),
        MOST_SHAPES,
        example=SHAPES,
        layouts=LAYOUTS,
    ),
    "gpkg_wide": Format(
        "gpkg",
        "application/geopackage+sqlite3",
        _geopackage,
        lambda lang: Words(
            text(lang, "GeoPackage, one feature an area"), text(lang, "a column a year, coloured in QGIS as on the map")
        ),
        MOST,
        query={"layout": "wide"},
        most_columns=geopackage_file.MOST_COLUMNS,
    ),
    "geojson": Format(
        "geojson",
        "application/geo+json",
        lambda file: geojson_file.chunks(file.rows(), file.dataset, file.about(boundaries=True)),
        lambda lang: Words(
            "GeoJSON", text(lang, "with boundaries, for maps on web pages"), text(lang, "GeoJSON, with boundaries")
        ),
        MOST_SHAPES,
        inline=True,
        example=SHAPES,
    ),
    "json": Format(
        "json",
        "application/json",
        _json,
        lambda lang: Words("JSON", text(lang, "for programs"), "JSON"),
        inline=True,
    ),
    "jsonstat": Format(
        "jsonstat",
        "application/json",
        lambda file: jsonstat_file.to_jsonstat(file.rows(), file.about()),
        lambda lang: Words(
            "JSON-stat", text(lang, "for tools of official statistics"), text(lang, "JSON-stat 2.0, a cube")
        ),
        MOST_WHOLE,
        inline=True,
    ),
    "parquet": Format(
        "parquet",
        "application/vnd.apache.parquet",
        lambda file: parquet_file.to_parquet(file.rows(), file.about(), file.layout),
        lambda lang: Words("Parquet", text(lang, "for programs and large tables"), "Parquet"),
        MOST_WHOLE,
        layouts=LAYOUTS,
    ),
}
"""Every format in the order in which readers are offered them."""


def by_ending() -> dict[str, Format]:
    """The formats by the ending of their address; what asks for a variant of one there is not among them."""
    return {form.ending: form for form in FORMATS.values() if not form.query}
