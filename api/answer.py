"""Questions in words and their answers: a sentence with its figures, and the page that shows it."""

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from api import addresses, parameters
from api.answers import cached, document
from api.parameters import DEFAULT_LANGUAGE
from api.problems import WrongParameter, problem
from data import store
from data.store import Dataset
from exports.answers.answer import Answer, NoAnswer
from exports.answers.answering import answer
from exports.answers.hits import Hit, hits
from indicators.questions.question import Question, question
from indicators.questions.reading import LONGEST
from locales import LANGUAGES, Language

EXAMPLE: Final = "rent Lindenau 2015"


def answer_json(request: Request) -> Response:
    """`sentence`, `page`, `indicator`, `areas`, `from`, `to`, `values`, `understood` and further `hits`.

    404 with `understood` and `hits` for a question that has no answer here. Pages are paths on this host.
    """
    lang, dataset, asked, below = _asked(request)
    try:
        found = answer(lang, dataset, asked)
    except NoAnswer as error:
        return problem(404, str(error), understood=_understood(asked), hits=_hits(hits(lang, dataset, asked), below))
    return cached(request, dataset.version, lambda: document(_answered(lang, dataset, asked, found, below)))


def search_json(request: Request) -> Response:
    """`sentence`, `page`, `detail`, `understood` and `hits`, for who asks while a question is being typed, when no
    answer is no error: then `sentence` and `page` are empty, and `detail` says why."""
    lang, dataset, asked, below = _asked(request)
    told, but = {"sentence": "", "page": "", "detail": ""}, ""
    try:
        found = answer(lang, dataset, asked)
        told |= {"sentence": found.sentence, "page": below + found.page}
        but = found.page
    except NoAnswer as error:
        told["detail"] = str(error)
    others = _hits(hits(lang, dataset, asked, but), below)
    more = {"understood": _understood(asked), "hits": others}
    return cached(request, dataset.version, lambda: document({**told, **more}))


def _asked(request: Request) -> tuple[Language, Dataset, Question, str]:
    """The language, the figures in force, the question, and the path below which pages are. Raises WrongParameter."""
    query = request.query_params
    parameters.check_names(query, ("q", "lang"))
    lang = parameters.choice(query, "lang", LANGUAGES) or DEFAULT_LANGUAGE
    said = query.getlist("q")
    if len(said) != 1 or not 0 < len(said[0]) <= LONGEST:
        raise WrongParameter(f"q is missing or too long, expected one question of up to {LONGEST} letters: {EXAMPLE}.")
    dataset = store.current()
    return lang, dataset, question(dataset, said[0]), f"{addresses.below(request)}/"


def _answered(lang: Language, dataset: Dataset, asked: Question, found: Answer, below: str) -> dict[str, Any]:
    return {
        "sentence": found.sentence,
        "page": below + found.page,
        "indicator": found.indicator,
        "unit": found.unit,
        "areas": found.areas,
        "from": found.start,
        "to": found.end,
        "values": [vars(value) for value in found.values],
        "understood": _understood(asked),
        "hits": _hits(hits(lang, dataset, asked, found.page), below),
        "lang": lang,
        "data_version": dataset.version,
    }


def _understood(asked: Question) -> list[dict[str, Any]]:
    """The phrases of a question and what each was taken for; `meant` where that is another spelling."""
    return [
        {
            "said": part.said,
            "as": ["year"] if part.year or part.years else [meaning.kind for meaning in part.meanings] or ["unknown"],
            "ids": [id for meaning in part.meanings for id in meaning.ids],
            "meant": part.meant,
        }
        for part in asked.parts
    ]


def _hits(found: list[Hit], below: str) -> list[dict[str, str]]:
    return [{**vars(hit), "page": below + hit.page} for hit in found]
