"""A forecast is drawn as one: dashed, with its variants as a band, and never told as a count."""

import dataclasses

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data import store
from data.areas import CITY
from locales import LANGUAGES, Language
from tests.support.visit import lead, pictures, visit

pytestmark = pytest.mark.usefixtures("empty_store")
VARIANTS = {"Hauptvariante": 1.0, "Obere Variante": 1.1, "Untere Variante": 0.9}
YEARS = {"2025": 600_000.0, "2030": 620_000.0, "2035": 640_000.0}
NOTED: dict[Language, str] = {"de": "Prognose", "en": "forecast"}
WORD: dict[Language, str] = {"de": "vorausgeschätzt", "en": "forecast"}


@pytest.fixture
def forecast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Made-up figures of the three variants: ten percent above and below the main one."""
    whole = store.current()
    rows = [
        (f"kd2-12/{variant}", area, year, value * factor / (1 if area == CITY else 63), "E")
        for variant, factor in VARIANTS.items()
        for area in [*whole.codes("ortsteil"), CITY]
        for year, value in YEARS.items()
    ]
    more = pd.DataFrame(rows, columns=["series", "area", "period", "value", "status"])
    text = dict.fromkeys(("series", "area", "period", "status"), "str")
    table = pd.concat([whole.observations.astype(text), more]).sort_values(["series", "area", "period"])
    table = table.astype(dict.fromkeys(text, "category")).reset_index(drop=True)
    known = dataclasses.replace(whole, observations=table)
    monkeypatch.setattr(store, "current", lambda: known)


def lines(app: AppTest) -> list[dict[str, object]]:
    return list(pictures(app)[2]["data"])


@pytest.mark.usefixtures("forecast")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_lines_are_dashed_and_the_variants_are_a_band(lang: Language) -> None:
    app = visit("growth", indicator="population_forecast", lang=lang, measure="value", areas="51")
    assert not app.exception
    drawn = lines(app)
    assert [line["y"] for line in drawn if line.get("line", {}).get("dash")]  # type: ignore[attr-defined]
    bands = [line for line in drawn if line.get("fill") == "toself"]
    assert len(bands) == 2
    heights = [value for value in bands[-1]["y"] if value is not None]  # type: ignore[attr-defined]
    assert (min(heights), max(heights)) == pytest.approx((0.9 * 600_000, 1.1 * 640_000))
    said = " ".join(caption.value for caption in app.caption)
    assert {"de": "Gestrichelt: Vorausschätzung", "en": "Dashed: forecast"}[lang] in said
    assert {"de": "unteren bis zur oberen", "en": "lower to the upper"}[lang] in said
    assert WORD[lang].lower() in lead(app).lower()
    told = [str(line["hovertemplate"]) for line in drawn if line.get("hovertemplate")]
    assert told
    assert all(NOTED[lang] in one for one in told)


@pytest.mark.usefixtures("forecast")
def test_an_index_has_its_band_in_the_same_measure() -> None:
    app = visit("growth", indicator="population_forecast", measure="index")
    bands = [line for line in lines(app) if line.get("fill") == "toself"]
    heights = [value for value in bands[-1]["y"] if value is not None]  # type: ignore[attr-defined]
    assert (min(heights), max(heights)) == pytest.approx((90, 110 * 640 / 600))


def test_what_was_counted_has_no_band() -> None:
    assert not [line for line in lines(visit("growth")) if line.get("fill") == "toself"]
