"""What there is: the indicators with all that is declared about them, and the boundaries of the areas."""

from collections.abc import Sequence
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import FOREVER, MINUTES, cached, document
from api.cities import TEXTS
from data import store
from data.areas import LEVELS
from data.store import Dataset
from exports.geometry import boundaries
from exports.observations import LEVELS as ALL_LEVELS
from indicators import catalogue
from indicators.catalogue import Indicator, Text, groups, topics
from indicators.catalogue.availability import missing_rubrics
from indicators.figures.values import grid, periods
from locales import LANGUAGES, Language

SOURCE: Final = ("attribution", "licence", "title", "urls", "vintage", "retrieved_at")


def indicators_json(request: Request) -> Response:
    """`data_version`, `indicators`, `groups` and `topics`; texts by language, of which `lang` picks one.

    An indicator whose `state` is not loaded has no figures until a refresh loads its `missing_sources`.
    """
    query = request.query_params
    parameters.check_names(query, ("lang", "version"))
    lang = parameters.choice(query, "lang", LANGUAGES)
    dataset = parameters.version(query) or store.current()
    return cached(request, dataset.version, lambda: document(_contents(dataset, [lang] if lang else LANGUAGES)))


def areas_geojson(request: Request) -> Response:
    """The boundaries of one level, see `exports.geometry.boundaries`; an answer that names its version never changes.

    With rings=clockwise as d3 and plotly draw them, see `Dataset.geojson`.
    """
    query = request.query_params
    parameters.check_names(query, ("level", "version", "rings"))
    read = Dataset.geojson if parameters.choice(query, "rings", ("clockwise",)) else boundaries
    level = parameters.choice(query, "level", LEVELS) or "ortsteil"
    dataset = parameters.version(query) or store.current()
    return cached(
        request,
        dataset.version,
        lambda: Response(read(dataset, level), media_type="application/geo+json"),
        FOREVER if "version" in query else MINUTES,
    )


def _contents(dataset: Dataset, languages: Sequence[Language]) -> dict[str, Any]:
    return {
        "data_version": dataset.version,
        "indicators": [_indicator(dataset, indicator, languages) for indicator in catalogue.load().values()],
        "groups": [
            {
                "id": group.id,
                "title": _in(languages, group.title),
                "members": group.members,
                "reason": _in(languages, group.reason),
            }
            for group in groups.load().values()
        ],
        "topics": [{"id": id, "title": _in(languages, title)} for id, title in topics.load().items()],
    }


def _indicator(dataset: Dataset, indicator: Indicator, languages: Sequence[Language]) -> dict[str, Any]:
    figures = grid(dataset, indicator)
    known = periods(dataset, figures)
    there: list[str] = [*known]
    if there and indicator.groups["by"] != "none":
        there.append("group")
    rule, missing = dict(indicator.groups), missing_rubrics(indicator, dataset)
    if "reason" in rule:
        rule["reason"] = _in(languages, rule["reason"])
    return {
        "id": indicator.id,
        "topic": indicator.topic,
        **{key: _in(languages, getattr(indicator, key)) for key in TEXTS},
        "keywords": indicator.keywords,
        "decimals": indicator.decimals,
        "direction": indicator.direction,
        "kind": indicator.kind,
        "model": _in(languages, indicator.model) if indicator.model else None,
        "change": indicator.change,
        "groups": rule,
        "values": indicator.values,
        "state": "not loaded" if missing else "loaded",
        "missing_sources": missing,
        "sources": [_source(dataset, id) for id in indicator.rubrics if id in dataset.sources],
        "periods": figures.with_figures(),
        "periods_by_level": known,
        "levels": [level for level in ALL_LEVELS if level in there],
    }


def _source(dataset: Dataset, id: str) -> dict[str, Any]:
    return {"id": id} | {key: dataset.sources[id].get(key) for key in SOURCE}


def _in(languages: Sequence[Language], text: Text) -> dict[str, str]:
    return {lang: text[lang] for lang in languages}
