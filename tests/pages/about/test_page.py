"""Imprint, privacy and accessibility: the operator's words where there are some, a sentence where there are none."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from streamlit.testing.v1 import AppTest

from locales import LANGUAGES, Language
from server.operator import SUBJECTS
from tests.support.visit import visit

pytestmark = pytest.mark.usefixtures("empty_store")
SETTINGS = ("INDICATORS_IMPRINT", "INDICATORS_PRIVACY", "INDICATORS_ACCESSIBILITY", "INDICATORS_FEEDBACK")


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)


def footer(app: AppTest) -> dict[str, str]:
    """The links at the end of a page, by name."""
    (found,) = (html.value for html in app.html if html.value.startswith("<footer"))
    return {name: unescape(where) for where, name in re.findall(r'<a href="(.*?)">(.*?)</a>', found)}


def test_who_has_logged_in_may_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    def leaves() -> list[bool]:
        pages = (visit("about", lang="en"), visit("about", lang="de"))
        return ['<a href="./logout" target="_self">' in " ".join(one.value for one in app.html) for app in pages]

    assert leaves() == [False, False]
    for name in ("PUBLIC_ADDRESS", "LOGIN_PROVIDER"):
        monkeypatch.setenv(f"INDICATORS_{name}", "https://a.example/metadata")
    for name in ("CLIENT", "SECRET", "COOKIE_SECRET"):
        monkeypatch.setenv(f"INDICATORS_LOGIN_{name}", "a" * 32)
    assert leaves() == [True, True]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_text_there_is_a_sentence(subject: str, lang: Language) -> None:
    app = visit("about", show=subject, lang=lang)
    (told,) = (one.value for one in app.markdown if "Betreiber" in one.value or "operator" in one.value)
    assert told.endswith(".")


def test_the_operators_own_words_stand_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for lang in LANGUAGES:
        (tmp_path / f"imprint.{lang}.md").write_text("**City of Leipzig**, Martin-Luther-Ring 4", "utf-8")
    monkeypatch.setenv("INDICATORS_IMPRINT", str(tmp_path / "imprint.{lang}.md"))
    app = visit("about", lang="en")
    assert [one.value for one in app.markdown][-1] == "**City of Leipzig**, Martin-Luther-Ring 4"


def test_every_page_leads_there() -> None:
    links = footer(visit("growth", lang="de"))
    assert links["Impressum"] == "about?show=imprint&lang=de"
    assert links["Datenschutz"] == "about?show=privacy&lang=de"
    assert links["Barrierefreiheit"] == "about?show=accessibility&lang=de"
    assert links["Falsche Zahl melden"] == "about?show=accessibility&lang=de"


def test_a_wrong_figure_is_reported_with_the_address_of_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_FEEDBACK", "statistik@leipzig.example")
    where = footer(visit("growth", lang="de", indicator="mean_age", areas="71"))["Falsche Zahl melden"]
    assert where.startswith("mailto:statistik@leipzig.example?subject=Leipziger")
    assert "indicator=mean_age" in unquote(where)
    assert "areas=71" in unquote(where)
    monkeypatch.setenv("INDICATORS_FEEDBACK", "https://leipzig.example/form?about={page}")
    where = footer(visit("growth", lang="de", indicator="mean_age"))["Falsche Zahl melden"]
    assert where.startswith("https://leipzig.example/form?about=")
    assert "%26indicator%3Dmean_age%26" in where
