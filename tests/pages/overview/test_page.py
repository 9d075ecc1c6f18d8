"""The overview: what a reader sees first, and where it leads."""

import pytest

from locales import LANGUAGES, Language
from tests.support.visit import address, visit, warnings

pytestmark = pytest.mark.usefixtures("empty_store")
TITLES: dict[Language, str] = {"de": "Leipzig in Zahlen", "en": "Leipzig in figures"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_opens_by_itself(lang: Language) -> None:
    app = visit("overview", lang=lang)
    assert [title.value for title in app.title] == [TITLES[lang]]
    assert not warnings(app)


def test_an_address_of_the_page_that_stood_here_leads_on_to_it() -> None:
    app = visit("overview", lang="en", indicator="unemployment_share", level="stadtbezirk")
    assert [title.value for title in app.title] == ["Map and ranking"]
    assert address(app, "indicator", "level") == ["unemployment_share", "stadtbezirk"]
