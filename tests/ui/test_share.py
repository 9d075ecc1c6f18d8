"""What is handed on: the address with every choice, and the same for the figures of today."""

import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from indicators import catalogue
from tests.support.visit import visit, warnings

pytestmark = pytest.mark.usefixtures("empty_store")


def shared(app: AppTest) -> list[dict[str, list[str]]]:
    """What the addresses in the dialog say."""
    app.button(key="share").click().run()
    return [parse_qs(urlsplit(code.value).query, keep_blank_values=True) for code in app.code]


def test_a_shared_address_says_every_choice() -> None:
    app = visit("growth", lang="en", indicator="unemployment_share")
    plain, dated = shared(app)
    assert plain == {key: [app.query_params[key]] for key in app.query_params}
    assert plain["from"] == ["2012"]
    assert dated == {**plain, "version": [store.current().version]}


def test_nothing_is_built_before_it_is_asked_for() -> None:
    assert len(visit("growth").code) == 0


def test_a_version_that_is_not_kept_is_named() -> None:
    app = visit("growth", version="2020-01-01-00000000", lang="en")
    assert any("version" in warning and "2020" in warning for warning in warnings(app))
    assert "version" not in app.query_params


def test_the_version_in_force_needs_no_banner() -> None:
    app = visit("growth", version=store.current().version)
    assert not app.info
    assert app.query_params["version"] == store.current().version


@pytest.mark.parametrize("page", ["leipzig_west", "leipzig_west_at_a_glance"])
def test_a_group_of_twenty_can_be_mailed(page: str) -> None:
    codes = store.current().codes("ortsteil")[:20]
    longest = {} if page.endswith("glance") else {"indicator": max(catalogue.load(), key=len)}
    app = visit(page, lang="de", members=",".join(codes), **longest)
    app.button(key="share").click().run()
    for code in app.code:
        host = f"https://statistik.leipzig.example/{page}"
        assert len(f"{host}?{urlsplit(code.value).query}") < 300
        assert parse_qs(urlsplit(code.value).query)["members"] == [",".join(codes)]


def test_an_older_version_is_shared_as_such_and_without(empty_store: Path) -> None:
    older, newer = "2024-01-01-aaaaaaaa", "2025-01-01-bbbbbbbb"
    for name in (older, newer):
        shutil.copytree(store.SNAPSHOT, empty_store / name)
        (empty_store / name / store.MANIFEST).write_text(f'{{"data_version": "{name}"}}', "utf-8")
    (empty_store / store.CURRENT).write_text(f'{{"data_version": "{newer}"}}', "utf-8")
    plain, dated = shared(visit("cities", lang="en", version=older))
    assert "version" not in plain
    assert dated["version"] == [older]
