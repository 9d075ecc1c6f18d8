"""What is handed on: the address with every choice, and the same for the figures of today."""

from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from tests.pages.visit import visit, warnings

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
