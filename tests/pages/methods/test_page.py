"""Data and methods: every indicator explains itself, and the state of the data is told."""

import dataclasses
import json
import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from data.gate.finding import finding, record
from data.observations import STATUS
from data.store import Dataset
from indicators import catalogue
from indicators.figures.values import grid
from locales import LANGUAGES, Language, number
from pages.methods import definitions
from tests.support import extent
from tests.support.visit import address, visit, warnings

pytestmark = pytest.mark.usefixtures("empty_store")
CATALOGUE = catalogue.load()


def opened(**asked: str) -> AppTest:
    return visit("methods", **asked)


def told(app: AppTest) -> str:
    """All that the page says in HTML without its styles and the names of columns at each cell, its spaces plain."""
    said = re.sub("<style>.*?</style>", "", " ".join(html.value for html in app.html), flags=re.DOTALL)
    said = re.sub(r' data-of=("[^"]*"|[^ >]+)', "", said)
    return unescape(said).replace("\u00a0", " ")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_indicator_explains_itself(lang: Language) -> None:
    version = store.current().version
    for id in extent.some(extent.of_each_kind(CATALOGUE), 2, LANGUAGES.index(lang)):
        indicator = CATALOGUE[id]
        app = opened(lang=lang, indicator=id)
        assert not app.exception, id
        page = told(app)
        assert indicator.description[lang].replace("\u00a0", " ") in page
        assert indicator.reading[lang].replace("\u00a0", " ") in page
        assert all(f"<b>{rubric}</b>" in page for rubric in indicator.rubrics)
        held = bool(grid(store.current(), indicator).with_figures())
        assert (version in page) == held
        assert (f'href="api/v1/observations.csv?indicator={id}&lang={lang}"' in page) == held
        assert ("dl-de/by-2-0" in page) or not held
        assert address(app, "indicator", "lang", "show") == [id, lang, "indicator"]


def test_a_share_in_words() -> None:
    page = told(opened(lang="en", indicator="cars_per_1000"))
    assert "1,000 × (“Privat-PKW” (kd10-1: " in page
    assert ") ÷ (“Einwohner insgesamt” (kd2-1: " in page
    assert "<b>B</b> break: not comparable with the period before" in page
    assert "less is better" in page


def test_a_model_says_what_it_is_computed_from() -> None:
    page = told(opened(lang="en", indicator="heating_emissions_per_resident"))
    assert "IWU, Repräsentative Typgebäude" in page
    assert "DIW Berlin, Wärmemonitor 2023" in page
    assert "ProBas" in page


def test_cells_are_counted_by_status() -> None:
    """The survey is held every second year; its published rents are the indicator."""
    stored = store.current().series("kd6-6/Grundmiete")["status"].value_counts()
    page = told(opened(lang="en", indicator="base_rent"))
    assert f"<b>A</b> normal figure: {stored['A']}<" in page
    assert f"<b>Q</b> missing: confidential or too few cases: {stored['Q']}<" in page
    assert "2011, 2013, 2015, 2017, 2019, 2021 (6)" in page


def test_breaks_say_when_where_and_why() -> None:
    page = told(opened(lang="de", indicator="unemployed"))
    assert "· 2006 · Althen-Kleinpösna, " in page
    assert "Ab 2006 werden Arbeitslose den eingemeindeten Ortsteilen richtig zugeordnet." in page
    assert "· bis 2005 · " in page
    assert "· ab 2018: Seit 2018 werden viele Anzahlen unter 10 nicht veröffentlicht; " in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_indicators_have_a_row(lang: Language) -> None:
    app = opened(lang=lang, show="all")
    assert not app.exception
    page = told(app)
    assert page.count("<tr>") == len(CATALOGUE) + 1
    assert all(f'href="methods?indicator={id}&lang={lang}"' in page for id in CATALOGUE)
    stored = store.current().series("kd2-1/Einwohner insgesamt")["status"].value_counts()
    counts = " · ".join(f"{status} {number(lang, stored[status])}" for status in STATUS if status in stored)
    assert f"<td>kd2-1<td>2000–2024<td>{counts}" in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_state_of_the_data(lang: Language) -> None:
    app = opened(lang=lang, show="data")
    assert not app.exception
    page = told(app)
    dataset = store.current()
    assert dataset.version in page
    assert all(f"<b>{id}</b>" in page for id in dataset.sources)
    assert all(f"<b>{status}</b>" in page for status in STATUS)
    assert ("Keine: " if lang == "de" else "None: ") in page


def served(monkeypatch: pytest.MonkeyPatch, dataset: Dataset) -> None:
    monkeypatch.setattr(store, "current", lambda: dataset)


def test_sources_that_failed_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = store.current()
    states = {
        "kd2-1": {"state": "kept", "message": "answered <503>"},
        "kd9-9": {"state": "absent", "message": "not found"},
        "kd7-3": {"state": "updated", "message": ""},
    }
    served(monkeypatch, dataclasses.replace(whole, current={**whole.current, "sources": states}))
    page = told(opened(lang="en", show="data"))
    assert "1 of 3 sources were updated at the last refresh." in page
    assert "kept the last good figures" in page
    assert "answered <503>" in page
    assert "<b>kd9-9</b> <td>no figures yet" in page


def test_a_store_that_knows_nothing_of_its_refresh(monkeypatch: pytest.MonkeyPatch) -> None:
    served(monkeypatch, dataclasses.replace(store.current(), current={}))
    page = told(opened(lang="en", show="data"))
    assert "Nothing is known of the last refresh." in page
    assert told(opened(lang="en")).count("fetched on") >= 1


def test_revisions_are_told_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lines = (
        "series,area,period,old,new,seen_at\n"
        "kd2-1/Einwohner insgesamt,51,2023,17000,17209.5,2026-01-05T00:00:00Z\n"
        "kd7-3/Arbeitslose insgesamt,7,2022,,640,2026-03-05T00:00:00Z\n"
    )
    (tmp_path / "revisions.csv").write_text(lines, "utf-8")
    served(monkeypatch, dataclasses.replace(store.current(), path=tmp_path))
    page = told(opened(lang="de", show="data"))
    assert "2 veröffentlichte Werte haben sich geändert." in page
    assert '<td>Plagwitz<td>2023<td class="n">17.000<td class="n">17.209,5<td class="n">+209,5<td>5' in page
    assert '<td>Alt-West<td>2022<td class="n">kein Wert<td class="n">640<td class="n"><td>5. März 2026' in page
    assert page.index("<td>Alt-West") < page.index("<td>Plagwitz")
    assert "5. Januar 2026, 00:00 UTC: 1 Zahl für 2023 geändert in kd2-1 (" in page
    assert "Größte Änderung: „Einwohner insgesamt“, Plagwitz: von 17.000 auf 17.209,5 (+209,5)." in page
    assert page.count("Größte Änderung") == 1


def test_an_indicator_without_figures_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = store.current()
    rents = whole.observations["series"].astype(str).str.startswith("kd6-6/")
    served(monkeypatch, dataclasses.replace(whole, observations=whole.observations[~rents]))
    page = told(opened(lang="en", indicator="base_rent"))
    assert "no data at present" in page
    assert "observations.csv" not in page
    without = sum(not grid(store.current(), one).with_figures() for one in CATALOGUE.values())
    assert without >= 3
    assert told(opened(lang="en", show="all")).count("no data at present") == without


def test_a_source_that_was_never_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = store.current()
    known = {id: record for id, record in whole.sources.items() if id != "kd6-6"}
    served(monkeypatch, dataclasses.replace(whole, sources=known))
    app = opened(lang="en", indicator="base_rent")
    assert not app.exception
    assert "<b>kd6-6</b>: no data at present" in told(app)


def test_wrong_words_in_the_address_are_told() -> None:
    app = opened(indicator="weather", show="everything")
    assert len(warnings(app)) == 2
    assert address(app, "indicator", "show") == ["population", "indicator"]


def test_an_indicator_says_how_to_cite_it() -> None:
    version = store.current().version
    assert (
        "Stadt Leipzig, Amt für Statistik und Wahlen (2026): Population, Leipzig [data set]. Leipzig Urban Indicators, "
        f"data version {version}. Licence: Datenlizenz Deutschland"
    ) in unescape(told(opened(indicator="population", lang="en")))


@pytest.mark.parametrize(
    ("id", "lang", "said"),
    [
        ("migrants", "de", "<p>63 Ortsteile: 2008–2023 (16)</p><p>Stadt: 2010–2022 (13)</p>"),
        ("migrants", "en", "<p>63 districts: 2008–2023 (16)</p><p>city: 2010–2022 (13)</p>"),
        ("residential_buildings", "de", "<p>63 Ortsteile: 2000–2022 (23)</p>"),
        ("population", "de", "<p>2000–2024 (25)</p>"),
        ("turnout_federal", "de", "<p>24.9.2017, 26.9.2021 (2)</p>"),
    ],
)
def test_periods_are_those_of_the_areas_that_have_them(id: str, lang: Language, said: str) -> None:
    html = " ".join(each.value for each in visit("methods", indicator=id, lang=lang).html)
    assert said in html


def test_how_turnouts_came_about_stands_with_their_source() -> None:
    html = " ".join(each.value for each in visit("methods", indicator="turnout_federal", lang="de").html)
    assert "Wahlbeteiligung: Wähler geteilt durch Wahlberechtigte." in html
    assert "dl-de/by-2-0" in html


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], ""),
        (["2020"], "2020 (1)"),
        (["2000", "2001", "2002", "2005", "2007", "2008"], "2000–2002, 2005, 2007–2008 (6)"),
        (["2011-05-09", "2012", "2013"], "9 May 2011, 2012–2013 (3)"),
        (["2020-Q1", "2020-Q2"], "2020-Q1, 2020-Q2 (2)"),
    ],
)
def test_periods_in_words(found: list[str], said: str) -> None:
    assert definitions.periods("en", found) == said


@pytest.mark.parametrize(
    ("lang", "kept_out", "sums", "gone"),
    [
        (
            "de",
            "nicht übernommen hat, mit dem Grund:",
            "„Männer“, Plagwitz, 2024: 93.120, <b>a</b> + b ergeben aber 8;",
            "3 von 9 bisherigen Werten fehlen, erwartet sind höchstens 1,0 %",
        ),
        (
            "en",
            "did not take over, and why:",
            "“Männer”, Plagwitz, 2024: 93,120, but <b>a</b> + b are 8;",
            "3 of 9 figures held already are gone, expected at most 1.0%",
        ),
    ],
)
def test_what_a_refresh_refused_and_noted_is_told(
    lang: Language, kept_out: str, sums: str, gone: str, empty_store: Path
) -> None:
    odd = finding(
        "parts",
        "ask",
        "{series}, {area}, {period}: {value}, but {parts} are {total}; such sums: {count}",
        series="kd2-1/Männer",
        area="51",
        period="2024",
        value=93_120,
        parts="<b>a</b> + b",
        total=8,
        count=2,
    )
    lost = finding(
        "gone",
        "ask",
        "{count} of {figures} figures held already are gone, expected at most {share}",
        count=3,
        figures=9,
        share=0.01,
    )
    findings = [
        {"source": "kd2-1", **record(odd), "refused": True},
        {"source": "kd7-3", **record(lost), "refused": False},
    ]
    empty_store.mkdir()
    report = {"refreshed_at": "2026-11-27T06:00:00Z", "findings": findings}
    (empty_store / store.REPORT).write_text(json.dumps(report), "utf-8")
    said = told(opened(lang=lang, show="data"))
    assert said.index(kept_out) < said.index(f"kd2-1 (Einwohner (Jahreszahlen, kleinräumig)): {sums}")
    assert said.index(sums) < said.index(gone)


def test_without_a_report_nothing_is_told_of_findings() -> None:
    assert "did not take over" not in told(opened(lang="en", show="data"))
