"""What the methods of analysis found, as files."""

from dataclasses import dataclass
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
from indicators.analysis import decomposition, for_reader, methods, store
from indicators.analysis.event_study import SINCE, WEST, told
from indicators.analysis.results import RESULTS
from indicators.analysis.synthetic_control import dividing_years
from indicators.catalogue import Indicator, groups
from indicators.figures.reader_groups import OwnGroup
from locales import LANGUAGES, Language

CHOSEN: Final = ("area", "group", "since")
"""What a reader may choose of the results in `indicators.analysis.for_reader`."""
SPAN: Final = ("from", "to")
"""What a reader may choose of the decomposition."""
PARAMETERS: Final = ("result", "indicator", *CHOSEN, *SPAN, "version")
DECOMPOSITION: Final = "decomposition"
AGAIN: Final[dict[str, str]] = {"Retry-After": "20"}
SOON: Final[dict[str, str]] = {"Retry-After": "3"}
PATIENCE: Final = 15.0
"""Seconds for which an answer waits for what is computed for it: a program that reads a file asks but once."""


@dataclass(frozen=True, eq=False)
class _Asked:
    """A result as it is asked for: its rows, None while they are made; of which group and from which year on, where
    the reader chose these."""

    dataset: Dataset
    name: str
    table: pd.DataFrame | None
    group: OwnGroup | None = None
    since: str = ""


def analysis_csv(request: Request) -> Response:
    """The rows of a result in the columns of its function in `indicators.analysis.results.RESULTS`."""
    query = request.query_params
    parameters.check_names(query, (*PARAMETERS, "style"))
    asked = _asked(query)
    style = parameters.choice(query, "style", STYLES) or "int"
    if (table := asked.table) is None:
        return _missing(asked)
    headers = {"Content-Disposition": f'attachment; filename="{_file(query, asked)}.csv"'}
    version = asked.dataset.version
    return cached(request, version, lambda: Response(to_csv(table, style), 200, headers, "text/csv"))


def analysis_json(request: Request) -> Response:
    """`data_version`, `result`, what the method asks and assumes, its reference, the group and the year from which on
    it is asked where there are any, and the rows as `observations`."""
    query = request.query_params
    parameters.check_names(query, (*PARAMETERS, "lang"))
    asked = _asked(query)
    lang = parameters.choice(query, "lang", LANGUAGES) or parameters.DEFAULT_LANGUAGE
    if (table := asked.table) is None:
        return _missing(asked)
    about = _about(asked, lang)
    version = asked.dataset.version
    return cached(request, version, lambda: Response(to_json(table, about), media_type="application/json"))


def _about(asked: _Asked, lang: Language) -> dict[str, object]:
    method = next(one for one in methods.load().values() if asked.name in one.results)
    west, group = groups.load()[WEST], asked.group
    # What is said of programmes is said of the districts that they worked on.
    unsaid = method.unsaid.get(lang, ()) if group is None or group.members == west.members else ()
    return {
        "data_version": asked.dataset.version,
        "result": asked.name,
        "question": method.question[lang].format(group=group.name if group else west.title[lang]),
        **({"group": {"name": group.name, "members": list(group.members)}, "since": asked.since} if group else {}),
        "assumes": list(method.assumes[lang]),
        "wrong_if": [*unsaid, *method.wrong[lang]],
        "reference": method.reference,
    }


def _asked(query: QueryParams) -> _Asked:
    """The result that is asked for. Raises WrongParameter."""
    name = parameters.choice(query, "result", tuple(RESULTS))
    if name is None:
        raise WrongParameter(f"result is missing, expected one of {', '.join(RESULTS)}.")
    dataset = parameters.version(query) or versions.current()
    if own := [parameter for parameter in CHOSEN if parameter in query]:
        if name not in for_reader.COMPUTED:
            raise WrongParameter(f"{own[0]} is no parameter of {name}, expected {', '.join(for_reader.COMPUTED)}.")
        return _of_reader(query, dataset, name)
    if span := [parameter for parameter in SPAN if parameter in query]:
        if name != DECOMPOSITION:
            raise WrongParameter(f"{span[0]} is no parameter of {name}, expected {DECOMPOSITION}.")
        return _decomposed(query, dataset)
    table = _identified(dataset, store.result(dataset, name))
    if table is None or "indicator" not in query:
        return _Asked(dataset, name, table)
    if "indicator" not in table:
        raise WrongParameter(f"indicator is no parameter of {name}, expected none.")
    wanted = _indicator(query, name, table["indicator"].unique().tolist())
    return _Asked(dataset, name, table[table["indicator"] == wanted.id])


def _identified(dataset: Dataset, table: pd.DataFrame | None) -> pd.DataFrame | None:
    return table if table is None or "area" not in table else identified(dataset, table)


def _indicator(query: QueryParams, name: str, known: list[str]) -> Indicator:
    wanted = parameters.one_indicator(query)
    if wanted.id not in known:
        raise WrongParameter(f"indicator is {wanted.id}, without {name}, expected one of {', '.join(known)}.")
    return wanted


def _of_reader(query: QueryParams, dataset: Dataset, name: str) -> _Asked:
    """A result for a group and a year of the reader's own."""
    indicator = _indicator(query, name, [one.id for one in told()])
    group, years = _group(query, dataset), dividing_years(dataset, indicator)
    since = parameters.choice(query, "since", years) or SINCE
    table = for_reader.found(dataset, name, indicator, group.members, since, PATIENCE)
    return _Asked(dataset, name, _identified(dataset, table), group, since)


def _decomposed(query: QueryParams, dataset: Dataset) -> _Asked:
    """The decomposition of a change between two years of the reader's own."""
    indicator = _indicator(query, DECOMPOSITION, list(methods.load()[DECOMPOSITION].rates))
    known = decomposition.periods(dataset, indicator)
    start, end = (parameters.choice(query, name, known) for name in SPAN)
    if start is None or end is None or start >= end:
        raise WrongParameter(f"from and to are needed, an earlier and a later one of {', '.join(known)}.")
    return _Asked(dataset, DECOMPOSITION, identified(dataset, for_reader.decomposed(dataset, indicator, start, end)))


def _group(query: QueryParams, dataset: Dataset) -> OwnGroup:
    """The group that is declared (area) or the reader's own (group), Leipzig West without either."""
    own = parameters.own_groups(query, dataset)
    if len(own) > 1 or (own and "area" in query):
        raise WrongParameter("area and group name several groups, expected a single one.")
    id = parameters.choice(query, "area", tuple(groups.load())) or WEST
    declared = groups.load()[id]
    group = own[0] if own else OwnGroup(id, declared.title[parameters.DEFAULT_LANGUAGE], declared.members)
    if len(group.members) == len(dataset.codes("ortsteil")):
        raise WrongParameter("group holds every district, expected one beside which there are others.")
    return group


def _file(query: QueryParams, asked: _Asked) -> str:
    """The name of a file without its ending."""
    chosen = [query["indicator"], asked.group.id, asked.since] if asked.group else []
    if "from" in query:
        chosen = [query["indicator"], f"{query['from']}-{query['to']}"]
    return "_".join(["leipzig", asked.name, *chosen, asked.dataset.version])


def _missing(asked: _Asked) -> Response:
    """That a result is being made, or could not be."""
    name, version = asked.name, asked.dataset.version
    if asked.group:
        return problem(503, f"{name} is being computed for this group and year; ask again in some seconds.", SOON)
    if store.failed(asked.dataset, name):
        return problem(503, f"{name} could not be made of version {version}; the server's log says why.")
    store.begin(asked.dataset)
    return problem(503, f"{name} is being made of version {version}; ask again in a minute.", AGAIN)
