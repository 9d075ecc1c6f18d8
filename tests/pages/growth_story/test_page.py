"""The story of growth: its sentences, its figures, its address."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from locales import LANGUAGES, Language
from tests.support.visit import address, built, card, go_to, lead, lines, notes, pictures, shown, table, visit

pytestmark = pytest.mark.usefixtures("empty_store")


def listed(app: AppTest) -> str:
    """Everything in lists and sentences, its spaces plain."""
    begins = ("<ul>", '<p class="said">')
    return " ".join(html.value for html in app.html if html.value.startswith(begins)).replace("\u00a0", " ")


def titles(app: AppTest) -> list[str]:
    return [re.sub("<.*?>", " ", picture["layout"]["title"]["text"]) for picture in pictures(app)]


def test_who_carried_it_in_german() -> None:
    """528,540 to 632,562 are 104,022; Volkmarsdorf's 8,451 to 14,158 are 5,707 of them, which is 5.49%."""
    app = visit("growth_story", **{"from": "2012", "to": "2024"})
    assert [title.value for title in app.title] == ["Leipzigs Wachstum im Rückblick"]
    assert lead(app) == (
        "Von 2012 bis 2024 wuchs Leipzig um 104.022 auf 632.562 Einwohner. Den größten Beitrag leistete Volkmarsdorf "
        "mit 5.707 (5,5 %); 13 der 63 Ortsteile trugen zusammen mindestens die Hälfte des Wachstums. "
        "Vier Ortsteile verloren Einwohner, am meisten Lößnig (−462)."
    )
    assert shown(app)["Einwohner 2024"] == ("632.562", "2012: 528.540")
    assert shown(app)["Die Hälfte trugen"] == ("13", "von 63 Ortsteilen")
    # Leipzig West: 70,197 to 88,047 are 17,850.
    assert shown(app)["Davon Leipzig West"] == ("17,2 %", "13,3 % der Einwohner 2012")
    # Districts that exchanged streets move nobody into the city or out of it.
    assert "<td>keinem Ortsteil zugeordnet<td>1<td>2<td>+1<td>0,0 %<td>–" in table(app)


def test_who_carried_it_in_english_by_borough() -> None:
    app = visit("growth_story", lang="en", level="stadtbezirk", **{"from": "2012", "to": "2024"})
    assert lead(app) == (
        "From 2012 to 2024 Leipzig grew by 104,022 to 632,562 people. Ost contributed most, 18,043 (17.3%); "
        "four of the ten boroughs together carried at least half of the growth."
    )
    assert shown(app)["Lost residents"] == ("0", "of 10 boroughs")


def test_the_same_years_as_elsewhere_at_first() -> None:
    app = visit("growth_story")
    assert lead(app).startswith("Von 2012 bis 2024 wuchs Leipzig")
    assert address(app, "from", "to", "level", "areas") == ["2012", "2024", "ortsteil", ""]


def test_a_chosen_district_has_its_card_in_the_place_of_the_key_figures() -> None:
    """Plagwitz: 13,236 in 2012 and 17,209 in 2024, which are 30.0% more."""
    app = visit("growth_story", lang="en", areas="51", **{"from": "2012", "to": "2024"})
    name, figures, _ = card(app)
    assert (name, figures["Change since 2012"][0]) == ("Plagwitz", "+30.0%")
    assert lead(app).startswith(
        "From 2012 to 2024 Plagwitz grew by 30.0% to 17,209 people. Over the same period Leipzig"
    )
    assert not shown(app)


def test_shares_that_would_mislead_are_not_stated() -> None:
    app = visit("growth_story", **{"from": "2000", "to": "2001"})
    assert "Anteile daran würden in die Irre führen." in lead(app)
    assert "Die Hälfte trugen" not in shown(app)
    assert not any("%" in note["text"] for note in pictures(app)[1]["layout"]["annotations"])


@pytest.mark.parametrize("years", [("2000", "2024"), ("2012", "2024"), ("2020", "2020")])
def test_when_it_turned_does_not_depend_on_the_years_chosen(years: tuple[str, str]) -> None:
    """West was smallest in 2011; the city in 2001, whatever is looked at besides."""
    app = visit("growth_story", **dict(zip(("from", "to"), years, strict=True)))
    assert not app.exception
    assert "Leipzig war 2001 am kleinsten (479.457 Einwohner) und ist seither um 31,9 % gewachsen." in listed(app)
    assert "Jahr der niedrigsten Einwohnerzahl, 2000–2024" in titles(app)[2]
    strokes = {line["text"]: line["x"][0] for line in pictures(app)[2]["data"] if line["name"] == "lane"}
    assert {round(x) for told, x in strokes.items() if told.startswith("<b>West</b>")} == {2011}


def test_age_and_nationality_have_years_of_their_own() -> None:
    """Mean ages end in 2023. Foreign nationals: 22,097 in 2000 and 92,048 in 2024."""
    app = visit("growth_story", lang="en", **{"from": "2000", "to": "2024"})
    assert "From 2000 to 2023 the mean age in Leipzig fell by 1.1 years" in listed(app)
    assert "rose by 69,951 to 92,048; this equals 45.8% of the growth." in listed(app)
    assert "Mean age: no clear relation between growth and change (Spearman’s ρ = −0.64, n = " in listed(app)
    assert "Growth and “Mean age” change of each 2000–2023" in " ".join(titles(app)[3].split())
    assert "Growth and “Share of foreign nationals” change of each 2000–2024" in " ".join(titles(app)[4].split())
    assert "A relation between districts is no cause" in notes(app)


def test_doubtful_figures_are_called_so() -> None:
    app = visit("growth_story", lang="en", **{"from": "2003", "to": "2020"})
    assert listed(app).count("At least one of these figures is doubtful.") >= 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_followed_districts_stand_out(lang: Language) -> None:
    app = visit("growth_story", lang=lang, areas="51,62")
    assert not app.exception
    notes_ = [note["text"] for picture in pictures(app)[2:] for note in picture["layout"]["annotations"]]
    assert notes_.count("Plagwitz") == 3
    assert '<tr class="lit"><td>Plagwitz' in table(app)
    assert address(app, "areas") == ["51,62"]


def test_the_years_come_along_from_another_page() -> None:
    app = visit("growth", **{"from": "2012", "to": "2020"})
    app = go_to(app, "growth_story")
    assert lead(app).startswith("Von 2012 bis 2020 wuchs Leipzig")


def test_on_a_dark_ground() -> None:
    light, dark = visit("growth_story"), visit("growth_story")
    dark.context["theme"] = "dark"
    dark.run()
    one, other = ({picture["layout"]["font"]["color"] for picture in pictures(app)} for app in (light, dark))
    assert one.isdisjoint(other)


def test_every_picture_says_where_it_is_from() -> None:
    found = pictures(visit("growth_story"))
    assert len(found) == 5
    assert all("dl-de/by-2-0" in str(picture["layout"]["annotations"]) for picture in found)


def test_the_file_has_every_part_the_rest_and_the_city(monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit("growth_story", **{"from": "2012", "to": "2024"})
    files = built(app, monkeypatch)
    assert any("65 Zeilen" in html.value for html in app.html)
    version = store.current().version
    name = f"leipzig_growth_2012-2024_{version}"
    assert {*files} == {f"{name}{ending}" for ending in (".xlsx", "_de.csv", ".csv", ".json", ".parquet")}
    header, *rows = files[f"{name}.csv"]().decode().splitlines()
    assert header.startswith("area,name,level,from,to,start_value,end_value,difference")
    assert len(rows) == len(lines(files[f"{name}_de.csv"]())) == 65
    assert any(row.startswith("21,Volkmarsdorf,ortsteil,2012,2024,8451,14158,5707") for row in rows)
