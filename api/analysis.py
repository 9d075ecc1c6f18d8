"""What the methods of analysis found, as files."""

from typing import Final

import pandas as pd
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import cached
from api.problems import WrongParameter, problem
from data import store as versions
from data.store import Dataset
from exports.area_ids import identified
from exports.formats.csv_file import STYLES, to_csv
from exports.formats.json_file import to_json
from indicators.analysis import methods, store
from indicators.analysis.results import RESULTS
from locales import LANGUAGES

AGAIN: Final[dict[str, str]] = {"Retry-After": "20"}


def analysis_csv(request: Request) -> Response:
    """The rows of a result in the columns of its function in `indicators.analysis.results.RESULTS`."""
    query = request.query_params
    parameters.check_names(query, ("result", "indicator", "version", "style"))
    name, dataset, table = _asked(query)
    style = parameters.choice(query, "style", STYLES) or "int"
    if table is None:
        return _missing(dataset, name)
    headers = {"Content-Disposition": f'attachment; filename="leipzig_{name}_{dataset.version}.csv"'}
    return cached(request, dataset.version, lambda: Response(to_csv(table, style), 200, headers, "text/csv"))


def analysis_json(request: Request) -> Response:
    """`data_version`, `result`, what the method asks and assumes, its reference, and the rows as `observations`."""
    query = request.query_params
    parameters.check_names(query, ("result", "indicator", "version", "lang"))
    name, dataset, table = _asked(query)
    lang = parameters.choice(query, "lang", LANGUAGES) or parameters.DEFAULT_LANGUAGE
    if table is None:
        return _missing(dataset, name)
    method = next(one for one in methods.load().values() if name in one.results)
    about = {
        "data_version": dataset.version,
        "result": name,
        "question": method.question[lang],
        "assumes": list(method.assumes[lang]),
        "wrong_if": [*method.unsaid.get(lang, ()), *method.wrong[lang]],
        "reference": method.reference,
    }
    return cached(request, dataset.version, lambda: Response(to_json(table, about), media_type="application/json"))


def _asked(query: QueryParams) -> tuple[str, Dataset, pd.DataFrame | None]:
    """Name, version and rows of the result that is asked for; None while it is not made. Raises WrongParameter."""
    name = parameters.choice(query, "result", tuple(RESULTS))
    if name is None:
        raise WrongParameter(f"result is missing, expected one of {', '.join(RESULTS)}.")
    dataset = parameters.version(query) or versions.current()
    table = store.result(dataset, name)
    if table is not None and "area" in table:
        table = identified(dataset, table)
    if table is None or "indicator" not in query:
        return name, dataset, table
    if "indicator" not in table:
        raise WrongParameter(f"indicator is no parameter of {name}, expected none.")
    wanted = parameters.one_indicator(query).id
    known = table["indicator"].unique().tolist()
    if wanted not in known:
        raise WrongParameter(f"indicator is {wanted}, without {name}, expected one of {', '.join(known)}.")
    return name, dataset, table[table["indicator"] == wanted]


def _missing(dataset: Dataset, name: str) -> Response:
    """That a result is being made, or could not be."""
    if store.failed(dataset, name):
        return problem(503, f"{name} could not be made of version {dataset.version}; the server's log says why.")
    store.begin(dataset)
    return problem(503, f"{name} is being made of version {dataset.version}; ask again in a minute.", AGAIN)
