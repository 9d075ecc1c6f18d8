"""Every page's address is its state: what a control accepts comes back as it was, whatever else stands there is named.

With --long there are 200 states and 500 wrong addresses instead of a few.
"""

import re
import shutil
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from data import store
from tests.pages.states import BY_PAGE, PAGES, State, states
from tests.support import extent
from tests.support.visit import go_to, step_to, visit, warnings
from ui import address

pytestmark = pytest.mark.usefixtures("empty_store")
STATES, WRONG = extent.either((10, 15), (200, 500))
SOME: Final = extent.either(("growth", "energy", "cities"), PAGES)
"""Pages whose frame is looked at; it is the same for all."""
QUICK: Final = settings(
    deadline=None,
    derandomize=extent.either(True, False),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
KNOWN: Final = (
    *("lang", "version", "indicator", "level", "map", "from", "to", "areas", "year", "classes", "picture", "measure"),
    *("with", "fit", "members", "group", "compare", "edit", "bars", "show", "q", "topic", "area", "chapter", "heat"),
    *("district_heat", "renovation", "years", "connection", "factor", "figure", "until", "absent"),
)
TEXT: Final = st.text(st.characters(codec="utf-8"), max_size=40)
WORDS: Final = st.sampled_from(
    ["\ufffd\ufffd", "x" * 5000, "nan", "-1", "1e999", "51,51", "2012-12", "own-1", "West~50", "../..", "yes", "<b>"]
)
NAMES: Final = st.sampled_from(KNOWN) | st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
NOTHING: Final[State] = {}
VALUES: Final = TEXT | WORDS | st.lists(TEXT | WORDS, min_size=2, max_size=3)


@pytest.fixture(scope="module")
def reader() -> AppTest:
    """One reader, who opens address after address."""
    return visit("growth")


def opened(reader: AppTest, page: str, said: dict[str, str | list[str]]) -> dict[str, str]:
    """What the address says after a page was opened under it by somebody without any choices of before."""
    if address.STATE in reader.session_state:
        del reader.session_state[address.STATE]
    go_to(reader, page, **said)
    assert not reader.exception, said
    return {key: ",".join(_all(reader.query_params[key])) for key in reader.query_params}


def _all(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


@settings(QUICK, max_examples=STATES)
@given(asked=st.sampled_from(PAGES).flatmap(lambda page: st.tuples(st.just(page), states(page))))
def test_a_state_comes_back_as_it_was(reader: AppTest, asked: tuple[str, State]) -> None:
    page, state = asked
    assert opened(reader, page, dict(state)) == state
    assert warnings(reader) == []


def kept(before: str, after: str) -> bool:
    """Whether two values of a parameter mean the same: areas in another order, a number in other digits."""

    def meant(value: str) -> set[str | float]:
        return {_number(part.strip()) for part in value.split(",") if part.strip()}

    return before.strip() == after or meant(before) == meant(after)


def _number(part: str) -> str | float:
    """A number that is no code of an area, which has two digits at most."""
    try:
        return float(part) if len(part) > 2 or "." in part else part
    except ValueError:
        return part


@settings(QUICK, max_examples=WRONG)
@given(data=st.data(), page=st.sampled_from(PAGES), wrong=st.dictionaries(NAMES, VALUES, min_size=1, max_size=5))
def test_nothing_of_a_wrong_address_is_dropped_without_a_word(
    reader: AppTest, data: st.DataObject, page: str, wrong: dict[str, str | list[str]]
) -> None:
    right = dict(data.draw(st.just(NOTHING) | states(page)))
    said = {key: ",".join(_all(value)) for key, value in {**right, **wrong}.items() if not key.startswith("embed")}
    now = opened(reader, page, {**right, **wrong})
    told = " ".join(warnings(reader)).replace("\\", "")
    counted = re.search(r"\d (more|weitere)", told)
    for key, value in said.items():
        named = counted or key.replace("\\", "") in told
        assert not value or named or kept(value, now.get(key, "")), f"{key} = {value} was dropped"
    assert opened(reader, page, dict(now)) == now


@pytest.mark.parametrize("page", SOME)
def test_an_unknown_parameter_is_named(reader: AppTest, page: str) -> None:
    now = opened(reader, page, {"lang": "en", "indikator": "![x](http://example.org)", "utm": "1"})
    assert not {"indikator", "utm"} & set(now)
    (warning,) = warnings(reader)
    assert r"indikator = \!\[x\]\(http\:\/\/example\.org\) and utm = 1" in warning


def test_many_unknown_parameters_are_counted(reader: AppTest) -> None:
    opened(reader, "cities", {"lang": "en", **{f"p{n}": "1" for n in range(40)}})
    (warning,) = warnings(reader)
    assert "p4 = 1 and 35 more" in warning
    assert "p5" not in warning


def test_every_page_has_its_states() -> None:
    assert set(BY_PAGE) == set(PAGES)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("growth", {"indicator": "unemployment_share", "measure": "index"}),
        ("growth", {"indicator": "population_change", "measure": "change"}),
        ("growth", {"map": "change", "year": "2015"}),
        ("growth", {"picture": "slope", "fit": "yes"}),
        ("growth", {"picture": "relation", "fit": "perhaps"}),
        ("growth", {"level": "stadtbezirk", "areas": "51"}),
        ("growth", {"indicator": "total_rent", "from": "2000"}),
        ("growth", {"areas": "5051"}),
        ("growth", {"show": "ranking"}),
        ("growth_story", {"indicator": "mean_age"}),
        ("leipzig_west", {"members": "50,5"}),
        ("leipzig_west_at_a_glance", {"group": "West~505"}),
        ("growth", {"indicator": "district_heating_share", "map": "change"}),
        ("growth_story", {"beside": "own-1"}),
        ("compare", {"compare": "own-1,51"}),
        ("compare", {"group": "West~5051~West~52"}),
        ("compare", {"edit": "1"}),
        ("explore", {"show": "moved", "area": "leipzig-west"}),
        ("profile", {"topic": "weather"}),
        ("energy", {"chapter": "made", "heat": "residential_heat"}),
        ("energy", {"chapter": "scenario", "renovation": "0.15"}),
        ("cities", {"figure": "population"}),
        ("methods", {"show": "data", "indicator": "mean_age"}),
        ("methods", {"version": "2000-01-01-00000000"}),
    ],
)
def test_what_a_page_cannot_show_is_named(reader: AppTest, page: str, said: dict[str, str | list[str]]) -> None:
    opened(reader, page, {"lang": "en", **said})
    key, value = list(said.items())[-1]
    (warning,) = warnings(reader)
    assert key in warning
    assert (
        str(value).replace("-", r"\-").replace("~", r"\~").replace(",", r"\,").replace("_", r"\_").replace(".", r"\.")
        in warning
    )


def test_an_indicator_without_figures_leaves_the_rest_of_the_address_alone(reader: AppTest) -> None:
    said = {"lang": "en", "indicator": "births", "level": "ortsteil", "map": "pair", "from": "2015", "areas": "51"}
    assert opened(reader, "growth", dict(said)) == said
    reader.selectbox(key="choice indicator").set_value("mean_age").run()
    assert _all(reader.query_params["from"]) == ["2015"]
    assert _all(reader.query_params["areas"]) == ["51"]


def test_what_one_page_was_asked_for_is_not_told_on_the_next(reader: AppTest) -> None:
    opened(reader, "growth", {"lang": "en", "indicator": "births", "level": "ortsteil", "classes": "quantiles"})
    go_to(reader, "cities")
    assert warnings(reader) == []


@pytest.fixture
def two_versions(empty_store: Path) -> tuple[str, str]:
    """An older and a newer version with the same figures, the newer one in force."""
    names = ("2024-01-01-aaaaaaaa", "2025-01-01-bbbbbbbb")
    for name in names:
        shutil.copytree(store.SNAPSHOT, empty_store / name)
        (empty_store / name / store.MANIFEST).write_text(f'{{"data_version": "{name}"}}', "utf-8")
    (empty_store / store.CURRENT).write_text(f'{{"data_version": "{names[1]}"}}', "utf-8")
    return names


@pytest.mark.parametrize("page", extent.either(["methods"], ["explore", "methods", "profile"]))
def test_links_of_a_page_lead_to_the_same_version(reader: AppTest, two_versions: tuple[str, str], page: str) -> None:
    found = {}
    for version in two_versions:
        opened(reader, page, {"lang": "en", "version": version})
        found[version] = re.findall(r'href="([^"]*[?][^"]*)"', " ".join(html.value for html in reader.html))
    older, newer = two_versions
    inside = [link for link in found[older] if "://" not in link]
    assert len(inside) > 3
    assert all(f"version={older}" in link for link in inside)
    assert not any("version=" in link for link in found[newer] if "://" not in link)


@pytest.mark.parametrize("page", SOME)
def test_every_page_says_that_its_figures_are_of_an_older_version(
    reader: AppTest, two_versions: tuple[str, str], page: str
) -> None:
    older, newer = two_versions
    now = opened(reader, page, {"lang": "en", "version": older})
    assert now["version"] == older
    assert f"Figures of data version {older}; the newest is {newer}." in [info.value for info in reader.info]


def test_a_version_that_is_cleared_away_while_it_is_looked_at_is_named(
    reader: AppTest, two_versions: tuple[str, str], empty_store: Path
) -> None:
    opened(reader, "growth", {"lang": "en", "version": two_versions[0]})
    shutil.rmtree(empty_store / two_versions[0])
    reader.run()
    assert any(two_versions[1] in warning.replace("\\", "") for warning in warnings(reader))
    assert "version" not in reader.query_params


def test_a_version_that_was_left_does_not_come_back_with_the_forward_button(
    reader: AppTest, two_versions: tuple[str, str]
) -> None:
    before = opened(reader, "growth", {"version": two_versions[0]})
    assert (before["version"], len(reader.info)) == (two_versions[0], 1)
    reader.button(key="newest").click().run()
    after = {key: reader.query_params[key] for key in reader.query_params}
    assert ("version" in after, len(reader.info)) == (False, 0)
    for said, banners in ((before, 1), (after, 0)):
        step_to(reader, **said)
        assert len(reader.info) == banners
