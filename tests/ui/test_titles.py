"""A tab, a bookmark and the history say which page it is, and what it shows."""

import pytest

from tests.support.visit import visit
from ui.titles import TITLE

pytestmark = pytest.mark.usefixtures("empty_store")
SITE = "Leipziger Stadtindikatoren"


@pytest.mark.parametrize(
    ("page", "said", "title"),
    [
        (
            "growth",
            {"indicator": "unemployment_share", "areas": "71,51"},
            "Altlindenau und Plagwitz · Karte und Rangliste",
        ),
        ("growth", {"areas": "71,51,00,01"}, "Altlindenau, Plagwitz, Zentrum, … · Karte und Rangliste"),
        ("profile", {"area": "71"}, "Profil: Altlindenau"),
        ("compare", {"compare": "leipzig-west,7", "indicator": "mean_age"}, "Leipzig West und Alt-West"),
        ("cities", {"figure": "eurostat_unemployment_rate"}, "Leipzig im Städtevergleich"),
        ("methods", {"show": "data"}, "Daten und Methoden"),
    ],
)
def test_the_title_says_page_indicator_and_place(page: str, said: dict[str, str], title: str) -> None:
    shown = str(visit(page, **said).session_state[TITLE])
    assert title in shown
    assert shown.endswith(f" – {SITE}")


def test_the_title_follows_the_choice() -> None:
    app = visit("growth")
    assert app.session_state[TITLE] == f"Einwohner · Karte und Rangliste – {SITE}"
    app.selectbox(key="choice indicator").set_value("mean_age").run()
    assert app.session_state[TITLE] == f"Durchschnittsalter · Karte und Rangliste – {SITE}"
