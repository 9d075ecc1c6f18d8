"""The page of analysis: each method's question, answer, picture, and what it assumes."""

import io
import re
import subprocess
import sys
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.store import Dataset
from indicators.analysis import aside, methods, store
from indicators.analysis.results import RESULTS
from locales import LANGUAGES, Language
from pages.analysis.method import PLACED
from tests.support.visit import built, fetched, lead, notes, pictures, table, visit

pytestmark = pytest.mark.usefixtures("empty_store")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("method", methods.load().values(), ids=lambda method: method.id)
def test_each_method_answers(method: methods.Method, lang: Language) -> None:
    app = visit("analysis", method=method.id, lang=lang)
    assert not app.exception
    assert lead(app)
    assert pictures(app)
    assert method.question[lang].format(group="Leipzig West") in [header.value for header in app.header]
    for said in (*method.assumes[lang], *method.wrong[lang], method.reference):
        assert said.partition("’")[0].partition("&")[0] in notes(app)


def test_what_is_chosen_stands_in_the_line_that_folds_the_controls_on_a_phone() -> None:
    app = visit("analysis", method="decomposition", lang="en")
    assert not app.exception
    (line,) = (html.value for html in app.html if "class=fold>" in html.value.replace('"', ""))
    chosen = "Parts of a change · Within and between districts · Unemployment share · Leipzig West · 2012–2022"
    assert f"<span>{chosen}</span>" in line


def test_every_method_is_placed_and_every_result_is_of_one() -> None:
    assert list(PLACED) == list(methods.load())
    assert {name for method in methods.load().values() for name in method.results} == set(RESULTS)


def test_unemployment_since_the_break() -> None:
    said = lead(visit("analysis", method="convergence", indicator="unemployment_share", lang="en"))
    assert said.startswith(
        "Unemployment share, 2006–2022: in absolute terms the districts came closer together (standard deviation "
        "4.6 → 2.4 percentage points), in proportion to their mean moved further apart (coefficient of variation "
        "0.40 → 0.50)."
    )
    assert "30% lay between boroughs in 2006, 54% in 2022" in said


def test_foreigners_live_less_apart_than_they_did() -> None:
    said = lead(visit("analysis", method="separation", indicator="foreign_share", lang="en"))
    assert "dissimilarity 0.260 → 0.241 (highest in 2009: 0.322)." in said
    assert "24% of the group would have to move" in said
    assert "in a district where 18.6% belong to it" in said


def test_growth_stopped_being_one_block() -> None:
    """Figures computed independently; the map shows none of the nine districts that single tests would."""
    app = visit("analysis", method="neighbours", lang="en")
    said = lead(app)
    assert "growth 2018–2024: no resemblance of neighbouring districts can be told apart from chance" in said
    assert "Moran’s I = 0.01" in said
    assert "Before: 0.33 (2000–2006), highest 0.50 (2006–2012)." in said


def test_nine_districts_by_age_not_twenty_five() -> None:
    app = visit("analysis", method="neighbours", indicator="mean_age", lang="en")
    told = " ".join(html.value for html in app.html)
    assert "9 of 63 districts can be told apart from chance" in told
    assert "2 high among high (Paunsdorf and Schönau) and 7 low among low" in told
    assert "Testing each by itself would have shown 25; tested in both directions 3 remain." in told
    assert told.count("<td>low among low") == 7
    assert "neighbours.gal?version=" in told


def below(app: AppTest) -> str:
    """The sentences below the first and below pictures."""
    return " ".join(html.value for html in app.html if html.value.startswith('<p class="said">'))


def test_the_west_beside_what_was_usual() -> None:
    app = visit("analysis", method="usual", lang="en")
    assert lead(app) == (
        "2001–2014: Leipzig West grew 1.51 points a year faster than the rest of the city, more than in 965 of 999 "
        "other groups of 7 neighbouring districts: that is unusual. 2015–2024: Leipzig West grew 0.21 points a year "
        "faster than the rest of the city, more than in 641 of 999 other groups of 7 neighbouring districts: that is "
        "usual."
    )
    assert "coincides with URBAN II (2000–2006), Triangulum (2015–2020) and SPARCS (2019–2024)" in below(app)
    assert "finds almost as much for 2011–2014, when there was no programme" in notes(app)
    assert "it is number 27 of 57: nothing unusual" in below(app)
    of_unemployment = visit("analysis", method="usual", indicator="unemployment_share", lang="en")
    assert "coincides with Triangulum" in below(of_unemployment)


def at_once(dataset: Dataset, computes: aside.Computes, *what: object, **_: float) -> pd.DataFrame:
    """What stands for `aside.asked` where nobody is to wait."""
    return computes(dataset, *what)


def test_another_group_is_computed_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "asked", lambda *_, **__: None)
    app = visit("analysis", method="usual", beside="gohlis", since="2012", lang="en")
    assert "for your choice" in app.info[0].value
    assert not pictures(app)
    monkeypatch.setattr(aside, "asked", at_once)
    app = visit("analysis", method="usual", beside="gohlis", since="2012", lang="en")
    assert "2001–2011: Gohlis grew" in lead(app)
    assert "of 3 neighbouring districts" in lead(app)
    assert "coincides" not in below(app)
    assert "Gohlis beside what was usual" in [header.value for header in app.header]


def test_what_was_usual_is_a_file_and_has_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "asked", at_once)
    chosen = {"group": "Mein Westen~505152", "beside": "own-1", "since": "2012"}
    app = visit("analysis", method="usual", lang="de", **chosen)
    assert "„Mein Westen“ neben dem, was üblich war" in [header.value for header in app.header]
    files = built(app, monkeypatch)
    name = next(name for name in files if name.startswith("leipzig_event_spans_population_own-1_2012"))
    assert name.endswith(".xlsx")
    own = pd.read_excel(io.BytesIO(files[name]()))
    assert own[["first", "last"]].astype(str).to_numpy().tolist() == [["2001", "2011"], ["2012", "2024"]]
    linked = " ".join(unescape(html.value) for html in app.html)
    (address,) = set(re.findall(r'href="(api/v1/analysis[^"]*event_spans[^"]*)"', linked))
    asked = parse_qs(urlsplit(address).query)
    assert (asked["group"], asked["since"]) == (["Mein Westen~505152"], ["2012"])
    assert fetched(address) == files[name.replace(".xlsx", ".csv")]()


def test_what_can_not_be_computed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def given_up(*_: object, **__: object) -> None:
        raise aside.GivenUpError

    monkeypatch.setattr(aside, "asked", given_up)
    app = visit("analysis", method="usual", beside="gohlis", lang="en")
    assert "could not be computed" in app.info[0].value


def test_three_kinds_and_who_is_borderline() -> None:
    app = visit("analysis", method="kinds", lang="en")
    assert "28 of the inner city, 11 of large estates, 24 on the edge" in lead(app)
    assert "Borderline: Sellerhausen-Stünz, Lößnig, Wahren and Gohlis-Nord." in lead(app)
    told = " ".join(html.value for html in app.html)
    assert told.count("borderline<td>") == 4


def test_all_groups_are_beside_each_other_those_most_apart_first() -> None:
    app = visit("analysis", method="separation", indicator="foreign_share", lang="en")
    rows = {name: cells for name, *cells in (row.split("<td>")[1:] for row in table(app).split("<tr")[2:])}
    assert len(rows) == len(methods.load()["separation"].indicators)
    assert rows["Share of foreign nationals"][:2] == ["2024", "0.241"]
    apart = [float(cells[1]) for cells in rows.values()]
    assert apart == sorted(apart, reverse=True)


def test_a_result_that_is_being_made_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "result", lambda *_: None)
    monkeypatch.setattr(store, "begin", lambda _: None)
    app = visit("analysis", indicator="mean_age", lang="en")
    assert "is being computed" in app.info[0].value
    assert [box.value for box in app.selectbox] == ["mean_age"]


def test_the_city_turned_in_2011_and_2018() -> None:
    said = lead(visit("analysis", method="change_points", lang="en"))
    assert said.startswith(
        "The growth of the city’s population moved to another level in 2011 and 2018 (nine of ten resampled courses: "
        "2010–2011 and 2018–2019). On average it was +0.6% (2001–2010), +2.1% (2011–2017) and +1.0% (2018–2024) a "
        "year."
    )
    assert "2022 (+2.4%) is a single year and no turn; without it the level of 2018–2024 would be +0.8%." in said
    assert "as inert as the city’s, 8% show steps just as clear." in said


def test_what_would_be_if_it_went_on_like_this() -> None:
    app = visit("analysis", method="continuation", lang="de")
    assert lead(app).startswith("Ginge es so weiter, läge die Einwohnerzahl in Leipzig 2027 zwischen 630.000 und ")
    assert "(2024: 632.562). Bisher lag der spätere Wert hier in 8 von 11 Fällen" in lead(app)
    assert "<td>2027<td>630.000<td>" in table(app)
    assert "beibehaltene letzte Wert näher" in notes(app)


def test_where_the_last_value_has_been_nearer_that_is_said() -> None:
    app = visit("analysis", method="continuation", indicator="mean_age", area="51", lang="en")
    assert "Simply keeping the last value has been as near or nearer so far." in lead(app)
    assert "Doubtful figures are continued as published: 2003." in " ".join(caption.value for caption in app.caption)


def test_what_is_left_out_is_said() -> None:
    app = visit("analysis", lang="de")
    assert "Mit Absicht weggelassen" in [header.value for header in app.subheader]
    said = " ".join(str(block.proto.body) for block in app.get("html"))
    assert all(word in said for word in ("β-Konvergenz", "Wendejahre einzelner Ortsteile", "Wirkung eines Programms"))


def test_no_turn_of_the_page_imports_what_results_are_made_with() -> None:
    heavy = "ruptures", "statsmodels"
    asked = "import sys, pages.analysis.method, pictures.registry, api.analysis; print(*sys.modules)"
    known = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    assert "pages.analysis.change_points" in known
    assert not {*heavy} & {*known}


WEST_2012: dict[str, str | list[str]] = {"indicator": "unemployment_share", "from": "2012", "to": "2022", "lang": "en"}


def test_what_made_unemployment_fall() -> None:
    app = visit("analysis", method="decomposition", **WEST_2012)
    assert "−3.25 came about within the districts, +0.16 by shifts between districts" in lead(app)
    assert "Leipzig West accounts for 21.5% of the fall: −0.66 (−0.73 by" in lead(app)
    assert "not why" in lead(app)
    assert table(app).count("<tr") == 1 + 63 + 1


def test_fewer_unemployed_or_more_residents() -> None:
    said = lead(visit("analysis", method="decomposition", show="sides", **WEST_2012))
    assert "Leipzig West −48.4%: unemployed people −36.2%, residents of working age +23.6%; 32.0% of the fall" in said


def test_growth_of_five_years_is_foreign_nationals() -> None:
    app = visit("analysis", method="decomposition", show="nationality", lang="en")
    assert lead(app).startswith("Leipzig 2019–2024: +30,894 residents, +30,878 foreign nationals and +16 Germans: 100%")
    app = visit("analysis", method="decomposition", show="nationality", lang="en", **{"from": "2000", "to": "2012"})
    assert "16% of the growth is foreign nationals" in lead(app)


def test_a_change_across_a_break_says_so() -> None:
    asked = WEST_2012 | {"from": "2002"}
    for show in ("parts", "sides"):
        assert "crosses a break in the series (2006)" in lead(
            visit("analysis", method="decomposition", show=show, **asked)
        )


@pytest.mark.parametrize(("method", "rows"), [("change_points", 24), ("continuation", 192)])
def test_the_table_behind_is_a_file(method: str, rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    files = built(visit("analysis", method=method, lang="en"), monkeypatch)
    name = next(name for name in files if "population" in name and name.endswith(".csv") and "_de" not in name)
    rows_told = pd.read_csv(io.BytesIO(files[name]()), comment="#")
    assert len(rows_told) == rows
    assert "_-" not in name
