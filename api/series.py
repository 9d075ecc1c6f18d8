"""Publishers' own figures, as they were before any indicator was made of them."""

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import cached, csv, document
from data import store
from data.store import Dataset
from exports.tables.series import held, series

SERIES: Final = ("series", "area", "level", "from", "to", "version", "lang", "style")


def series_csv(request: Request) -> Response:
    """Columns `exports.tables.series.COLUMNS`; series is required, and given several times for several."""
    query = request.query_params
    parameters.check_names(query, SERIES)
    file = parameters.asked(query)
    parameters.check_official(file.selection)
    names = parameters.several_series(query, held(file.dataset))
    return cached(
        request,
        file.dataset.version,
        lambda: csv(file, "leipzig_series", series(file.dataset, names, file.selection, file.lang)),
    )


def series_json(request: Request) -> Response:
    """`data_version` and `series`: the name of each, its source, that one's title, and the indicators made of it."""
    query = request.query_params
    parameters.check_names(query, ("version",))
    dataset = parameters.version(query) or store.current()
    return cached(request, dataset.version, lambda: document(_contents(dataset)))


def _contents(dataset: Dataset) -> dict[str, Any]:
    named = [(name, name.partition("/")[0], ids) for name, ids in held(dataset).items()]
    return {
        "data_version": dataset.version,
        "series": [
            {
                "series": name,
                "source": source,
                "title": dataset.sources.get(source, {}).get("title", ""),
                "indicators": list(ids),
            }
            for name, source, ids in named
        ],
    }
