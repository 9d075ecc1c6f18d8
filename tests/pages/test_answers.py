"""The pages that answers lead to show what the sentence says."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from data.store import Dataset
from exports.answers.answering import answer
from indicators.questions.question import question
from locales import Language
from tests.support.visit import lead, visit

ASKED: list[tuple[Language, str]] = [
    ("de", "Plagwitz mehr Einwohner als 2015"),
    ("en", "unemployment Grünau since 2010"),
    ("de", "Wo ist die Miete am höchsten?"),
    ("de", "Wo wächst Leipzig am meisten seit 2015"),
    ("en", "rent compared with other cities"),
    ("de", "Reudnitz"),
]
"""One of each page that begins with the same sentence: the map of one year and of a change, a place and two beside
the city, other cities; a profile goes on from it."""


@pytest.mark.parametrize(("lang", "asked"), ASKED)
def test_a_page_begins_with_the_answer(lang: Language, asked: str, snapshot: Dataset) -> None:
    found = answer(lang, snapshot, question(snapshot, asked))
    where = urlsplit(found.page)
    assert lead(visit(where.path, **dict(parse_qsl(where.query)))).startswith(found.sentence.replace("\u00a0", " "))


def test_the_page_of_cities_holds_the_figure_of_another_one(snapshot: Dataset) -> None:
    """It tells of Leipzig first, whichever city was asked for."""
    found = answer("en", snapshot, question(snapshot, "rent Berlin"))
    where = urlsplit(found.page)
    app = visit(where.path, **dict(parse_qsl(where.query)))
    assert "in Berlin was €7.73" in found.sentence.replace("\u00a0", " ")
    assert "highest in Berlin (€7.73)" in lead(app)


def test_a_page_holds_the_figure_of_one_year(snapshot: Dataset) -> None:
    """The page of a place tells how its figure came about; the figure itself stands in its table."""
    found = answer("de", snapshot, question(snapshot, "Miete Lindenau"))
    where = urlsplit(found.page)
    app = visit(where.path, **dict(parse_qsl(where.query)))
    assert (found.end, "6,79" in found.sentence) == ("2021", True)
    assert "6,79" in lead(app)
