"""Observations and trends, as files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import cached, streamed
from api.negotiation import Endpoint
from api.parameters import SELECTION, Selection
from api.problems import WrongParameter
from exports.about.definitions import About, about, nothing
from exports.filename import stem
from exports.formats import csv_file, data_package, geojson_file, geopackage_file, json_file, parquet_file, xlsx_file
from exports.formats.csv_file import STYLES, Style
from exports.observations import COLUMNS, EMPTY, by_indicator
from exports.tables import trends

CSV: Final = "text/csv"
MOST: Final = 100_000
"""Rows of a workbook, which takes five seconds and 80 MB for as many."""
MOST_WHOLE: Final = 1_000_000
"""Rows of other files that are built as a whole before they are sent."""
MOST_SHAPES: Final = 20_000
"""Rows of files in which every row carries the boundaries of its area, some 2 kB."""


@dataclass(frozen=True, eq=False)
class Asked:
    """What one request asks for; address: where the same rows of the same version can be had again."""

    chosen: Selection
    style: Style
    address: str

    @property
    def tables(self) -> Iterator[pd.DataFrame]:
        """The observations of one indicator after the other."""
        chosen = self.chosen
        return by_indicator(
            chosen.dataset,
            chosen.indicators,
            lang=chosen.lang,
            areas=chosen.areas,
            levels=chosen.levels,
            own=chosen.own,
            start=chosen.start,
            end=chosen.end,
        )

    def rows(self, most: int) -> pd.DataFrame:
        """All observations. Raises WrongParameter where there are more than a number of them."""
        found, n = [EMPTY], 0
        for table in self.tables:
            n += len(table)
            if n > most:
                raise WrongParameter(
                    f"There are more than the {most:,} rows that this format is given for at once; narrow them by "
                    "indicator, area, level, from or to, or take .csv or .json, which hold any number."
                )
            found.append(table)
        return pd.concat(found, ignore_index=True)

    def about(self, *, boundaries: bool = False) -> About:
        """The facts about the observations, had today; boundaries: as in `exports.about.definitions.about`."""
        chosen = self.chosen
        return about(
            chosen.dataset,
            chosen.indicators,
            lang=chosen.lang,
            areas=chosen.areas,
            levels=chosen.levels,
            own=chosen.own,
            start=chosen.start,
            end=chosen.end,
            address=self.address,
            accessed=datetime.now(UTC).date(),
            boundaries=boundaries,
        )


@dataclass(frozen=True)
class Format:
    """A format of observations: what it is called on the line, how what is asked for is written, of how many rows at
    most, and whether a browser shows it instead of saving it.
    """

    media_type: str
    write: Callable[[Asked], bytes | Iterator[bytes]]
    most: int | None = None
    inline: bool = False


def _csv(asked: Asked) -> Iterator[bytes]:
    return csv_file.chunks(COLUMNS, asked.tables, asked.style)


def _json(asked: Asked) -> Iterator[bytes]:
    chosen = asked.chosen
    facts = {"data_version": chosen.dataset.version, "lang": chosen.lang}
    return json_file.chunks(asked.tables, facts, nothing(chosen.lang))


def _xlsx(asked: Asked) -> bytes:
    return xlsx_file.to_xlsx(asked.rows(MOST), asked.about())


def _parquet(asked: Asked) -> bytes:
    return parquet_file.to_parquet(asked.rows(MOST_WHOLE), asked.about())


def _zip(asked: Asked) -> bytes:
    return data_package.to_zip(asked.rows(MOST_WHOLE), asked.about())


def _geojson(asked: Asked) -> Iterator[bytes]:
    return geojson_file.chunks(asked.rows(MOST_SHAPES), asked.chosen.dataset, asked.about(boundaries=True))


def _geopackage(asked: Asked) -> bytes:
    return geopackage_file.to_geopackage(asked.rows(MOST_SHAPES), asked.chosen.dataset, asked.about(boundaries=True))


FORMATS: Final = {
    "csv": Format(CSV, _csv),
    "json": Format("application/json", _json, inline=True),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx, MOST),
    "parquet": Format("application/vnd.apache.parquet", _parquet, MOST_WHOLE),
    "gpkg": Format("application/geopackage+sqlite3", _geopackage, MOST_SHAPES),
    "geojson": Format("application/geo+json", _geojson, MOST_SHAPES, inline=True),
    "zip": Format("application/zip", _zip, MOST_WHOLE),
}
"""By the ending of the address."""


def observations(ending: str) -> Endpoint:
    """The endpoint that answers with `exports.observations.observations` in one of `FORMATS`."""
    form = FORMATS[ending]

    def answered(request: Request) -> Response:
        asked = _asked(request, (*SELECTION, "style") if ending == "csv" else SELECTION)

        def answer() -> Response:
            headers = {"Content-Disposition": _disposition(asked, ending, "leipzig", inline=form.inline)}
            written = form.write(asked)
            if isinstance(written, bytes):
                return Response(written, headers=headers, media_type=form.media_type)
            return streamed(written, headers, form.media_type)

        return cached(request, asked.chosen.dataset.version, answer)

    return answered


def trends_csv(request: Request) -> Response:
    """Columns `exports.tables.trends.COLUMNS`, see `exports.tables.trends.trends`; indicator is required."""
    parameters.require(request.query_params, "indicator", "/api/v1/indicators.json")
    asked = _asked(request, (*SELECTION, "style"))
    return cached(request, asked.chosen.dataset.version, lambda: _trends(asked))


def _trends(asked: Asked) -> Response:
    chosen = asked.chosen
    frame = trends.trends(
        chosen.dataset,
        chosen.indicators,
        lang=chosen.lang,
        areas=chosen.areas,
        levels=chosen.levels,
        own=chosen.own,
        start=chosen.start,
        end=chosen.end,
    )
    headers = {"Content-Disposition": _disposition(asked, "csv", "leipzig_trends")}
    return Response(csv_file.to_csv(frame, asked.style), headers=headers, media_type=CSV)


def _asked(request: Request, known: tuple[str, ...]) -> Asked:
    query = request.query_params
    parameters.check_names(query, known)
    chosen = parameters.selection(query)
    url = str(request.url)
    if "version" not in query:
        url += f"{'&' if request.url.query else '?'}version={chosen.dataset.version}"
    return Asked(chosen, parameters.choice(query, "style", STYLES) or "int", url)


def _disposition(asked: Asked, ending: str, prefix: str, *, inline: bool = False) -> str:
    chosen = asked.chosen
    name = stem(
        [indicator.id for indicator in chosen.indicators],
        chosen.dataset.version,
        areas=chosen.areas,
        levels=chosen.levels,
        own=chosen.own,
        start=chosen.start,
        end=chosen.end,
        prefix=prefix,
    )
    style = "_de" if asked.style == "de" else ""
    return f'{"inline" if inline else "attachment"}; filename="{name}{style}.{ending}"'
