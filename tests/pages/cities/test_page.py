"""The page of the cities beside each other: every choice opens, in both languages, and says the right figures."""

import dataclasses
import re

import pytest

from data import store
from indicators.cities import compositions, indicators
from indicators.cities.standing import periods, values
from locales import LANGUAGES, Language
from pages.growth_story.cities import growth_beside
from tests.support import extent
from tests.support.visit import address, built, lead, lines, notes, pictures, shown, table, visit, warnings

pytestmark = pytest.mark.usefixtures("empty_store")
PARTS = {part.id for whole in compositions().values() for part in whole.parts}
SINGLE = {id: indicator for id, indicator in indicators().items() if id not in PARTS}
CHOICES = [*SINGLE, *compositions()]


def cells(page: str, row: str) -> list[str]:
    """The figures of a row of the table, by what stands in its first column."""
    found = re.search(rf"<td>{re.escape(row)}((?:<td>[^<]*)*)", page.replace("</td>", ""))
    assert found is not None
    return found[1].split("<td>")[1:]


def test_leipzig_in_german() -> None:
    """Eurostat: Leipzig 5.26, Dresden 4.38, Berlin 6.5 in 2023; Leipzig 9.04 in 2013; Chemnitz 4.93 in 2020."""
    app = visit("cities")
    assert [title.value for title in app.title] == ["Leipzig im Städtevergleich"]
    assert lead(app) == (
        "Im Jahr 2023 betrug die Arbeitslosenquote nach Eurostat in Leipzig 5,3 %, der zweithöchste Wert der "
        "drei Städte mit Angabe; am höchsten war er in Berlin (6,5 %), am niedrigsten in Dresden (4,4 %). Zehn "
        "Jahre zuvor, 2013, waren es 9,0 %. Für Chemnitz und Halle gibt es keinen Wert."
    )
    assert shown(app)["Leipzig 2023"] == ("5,3 %", "")
    assert shown(app)["Chemnitz 2023"] == ("kein Wert", "2020: 4,9 %")
    assert cells(table(app), "2023") == ["5,3", "4,4", "–", "–", "6,5"]
    assert cells(table(app), "1991") == ["6,7", "6,4", "–", "–", "7,6"]


def test_a_city_that_is_missing_says_why() -> None:
    said = notes(visit("cities", lang="en"))
    assert "Chemnitz has no figure for 2023; the last one is 4.9% for 2020." in said
    assert "Halle (Saale) is missing: Eurostat is not asked for this city" in said
    assert "Eurostat's answer marks none of these figures" in said


def test_a_doubtful_figure_is_open_and_says_why() -> None:
    """Berlin's activity rate reads 63 in 2012, between 59.51 and 59.72."""
    app = visit("cities", figure="eurostat_activity_rate", lang="en")
    assert "Doubtful (2012, open circles): The figure for Berlin in 2012 is out of line" in notes(app)
    berlin = next(line for line in pictures(app)[0]["data"] if line["name"] == "Berlin")
    assert berlin["marker"]["symbol"].count("circle-open") == 1
    assert cells(table(app), "2012")[4] == "63.0\u2009‡"
    assert "‡ doubtful figure" in table(app)


def test_years_without_figures_are_gaps() -> None:
    """Median ages are there for 2005 to 2015, 2020, 2023 and 2024."""
    leipzig = pictures(visit("cities", figure="eurostat_median_age"))[0]["data"][-1]
    assert leipzig["name"] == "Leipzig"
    assert [year for year, value in enumerate(leipzig["y"], int(leipzig["x0"])) if value is None] == [
        *range(2016, 2020),
        2021,
        2022,
    ]


def test_flags_of_eurostat_are_drawn_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A break parts Leipzig's line before 2015, keeps the sentence from looking back, and is marked in the table."""
    whole = store.current()
    held = whole.observations
    own = (held["series"] == "eurostat-urb_clma/EC1020I") & (held["area"] == "14713000")
    status = held["status"].astype("str").mask(own & (held["period"] == "2015"), "B")
    status = status.mask(own & (held["period"] == "2023"), "P")
    flagged = dataclasses.replace(whole, observations=held.assign(status=status))
    monkeypatch.setattr(store, "current", lambda: flagged)
    app = visit("cities", lang="en")
    (picture,) = pictures(app)
    leipzig = picture["data"][-1]
    assert 2014.5 in leipzig["x"]
    assert leipzig["y"][leipzig["x"].index(2014.5)] is None
    assert "2015: break in the series" in str(picture["layout"]["annotations"])
    assert "Ten years before" not in lead(app)
    assert lead(app).endswith("At least one of these figures is provisional or estimated.")
    assert cells(table(app), "2015")[0] == "7.6\u2009†"
    assert cells(table(app), "2023")[0] == "5.3\u2009p"
    assert "Eurostat's answer marks none" not in notes(app)


def test_flags_that_a_status_does_not_say_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is a break and doubtful is marked as a break; that it is doubtful, too, stands below."""
    whole = store.current()
    held, source = whole.observations, whole.sources["eurostat-urb_clma"]
    own = (held["series"] == "eurostat-urb_clma/EC1020I") & (held["area"] == "14713000") & (held["period"] == "2015")
    status = held["status"].astype("str").mask(own, "B")
    reason = {"de": "Bruch und wenig verlässlich.", "en": "Break and of low reliability."}
    remark = {"status": "B", "characteristics": ["EC1020I"], "areas": ["Leipzig"], "from": 2015, "until": 2015}
    flagged = {**source, "remarks": [*source["remarks"], {**remark, "reason": reason, "flags": "bu"}]}
    changed = dataclasses.replace(
        whole, observations=held.assign(status=status), sources={**whole.sources, "eurostat-urb_clma": flagged}
    )
    monkeypatch.setattr(store, "current", lambda: changed)
    app = visit("cities", lang="en")
    assert cells(table(app), "2015")[0] == "7.6\u2009†"
    assert "Break and of low reliability." in notes(app)
    assert "Doubtful" not in notes(app)
    assert "Eurostat's answer marks none" not in notes(app)


def test_leipzigs_line_is_the_thickest() -> None:
    for figure in ("eurostat_median_age", "solar_power_per_resident"):
        lines = [line for line in pictures(visit("cities", figure=figure))[0]["data"] if line.get("line")]
        widths = {line["name"]: line["line"]["width"] for line in lines if "name" in line}
        assert max(widths, key=widths.__getitem__) == "Leipzig"
        assert sorted(widths.values())[-2] < widths["Leipzig"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_choice_opens(lang: Language) -> None:
    app = visit("cities", lang=lang)
    assert list(app.selectbox(key="choice figure").options) != []
    for id in extent.some(CHOICES, 2, LANGUAGES.index(lang)):
        app.selectbox(key="choice figure").set_value(id).run()
        assert not app.exception, id
        assert not warnings(app), id
        assert address(app, "figure", "lang") == [id, lang]
        (picture,) = pictures(app)
        whole = compositions()[id].whole if id in compositions() else SINGLE[id]
        assert whole.title[lang] in picture["layout"]["title"]["text"]
        source = str(picture["layout"]["annotations"])
        assert "dl-de/by-2-0" in source or "Eurostat re-use policy" in source
        assert store.current().version in source
        assert whole.description[lang] in notes(app)


def test_the_form_of_the_picture_follows_the_periods() -> None:
    app = visit("cities")
    kinds = {}
    for id in CHOICES:
        app.selectbox(key="choice figure").set_value(id).run()
        kinds[id] = {
            trace["type"] for trace in pictures(app)[0]["data"] if trace.get("mode") not in ("markers", "text")
        }
    dataset = store.current()
    for id, indicator in SINGLE.items():
        # Of one period there is nothing to draw a line through, only bars or dots.
        expected = ({"bar"}, set()) if len(periods(values(dataset, indicator))) == 1 else ({"scatter"},)
        assert kinds[id] in expected, id
    assert all(kinds[id] == {"bar"} for id in compositions())


def test_what_looks_alike_stands_beside_its_definition() -> None:
    """The city's own share of unemployed is 5.140865% in 2022."""
    app = visit("cities", lang="en")
    words = " ".join(html.value for html in app.html).replace("\u00a0", " ")
    assert [header.value for header in app.header] == ["The figures", "Not to be confused"]
    assert "Leipzig 2023: 5.3%" in words
    assert "<b>Unemployment share</b><br>Leipzig 2022: 5.1%" in words
    assert "The rate divides by the labour force" in notes(app)


def test_parts_of_a_whole() -> None:
    app = visit("cities", figure="census_heating", lang="en")
    assert lead(app).startswith("On 15 May 2022 the share of dwellings with gas by the census in Leipzig was 50.9%")
    assert cells(table(app), "District heat") == ["43.4", "49.5", "46.4", "44.9", "43.1"]
    assert not shown(app)
    assert "not fetched automatically" in notes(app)


def test_a_link_to_a_figure_that_is_not_there_says_so() -> None:
    app = visit("cities", figure="population")
    assert len(warnings(app)) == 1
    assert address(app, "figure") == ["eurostat_unemployment_rate"]


def test_an_older_store_without_the_cities_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = store.current()
    own = whole.observations["series"].astype(str).str.startswith("kd")
    bare = dataclasses.replace(whole, observations=whole.observations[own])
    monkeypatch.setattr(store, "current", lambda: bare)
    app = visit("cities", lang="en")
    for id in ("eurostat_unemployment_rate", "solar_power_per_resident", "census_heating"):
        app.selectbox(key="choice figure").set_value(id).run()
        assert not app.exception
        assert "There are no data of this indicator" in app.info[0].value
    assert growth_beside("en", bare, "2012", "2024") == ""


def test_downloads_have_the_rows_that_they_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    """23 years of four cities."""
    app = visit("cities")
    assert "/api/v1/cities.csv?indicator=eurostat_unemployment_rate" in notes(app)
    files = built(app, monkeypatch)
    assert any("92 Zeilen" in html.value for html in app.html)
    for ending in (f"{store.current().version}.csv", "_de.csv"):
        (name,) = (name for name in files if name.endswith(ending))
        assert name.startswith("leipzig_cities_eurostat_unemployment_rate_")
        assert len(lines(files[name]())) == 92


def test_growth_beside_the_other_cities() -> None:
    """Median age: Leipzig 43.1 and 39.7, Dresden 41.8 twice, Chemnitz 48.8 and 46.9, Berlin 43 and 41.3."""
    said = growth_beside("en", store.current(), "2012", "2024").replace("\u00a0", " ")
    assert said == (
        "On 15 May 2022 the population by the census in Leipzig was 598,899 people, the second highest of the "
        "five cities; it was highest in Berlin (3,596,999) and lowest in Halle (226,586). From 2012 to 2024 the "
        "median age by Eurostat changed in Leipzig by −3.4 years, in Dresden by 0.0 years, in Chemnitz by −1.9 "
        "years and in Berlin by −1.7 years. The open figures held here have no population of the other cities "
        "over time."
    )
    # 2016 to 2019 have no median age, and a single year has no change.
    assert "Median age" not in growth_beside("en", store.current(), "2016", "2019")
    assert "Median age" not in growth_beside("en", store.current(), "2015", "2019")
