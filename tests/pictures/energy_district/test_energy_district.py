"""Pictures of an energy district: their parts are those of the year, they say what they are, and why there is none."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from charts.scenario import tinted
from charts.theme import LIGHT
from data import store
from indicators.energy.district.asked import District
from indicators.energy.district.measures import Measures
from indicators.energy.district.stock import NoStock, ortsteile
from indicators.energy.district.weather import HOURS
from indicators.energy.factors import factors
from pictures.energy_district.balance import amounts as parts
from pictures.energy_district.districts import missing
from pictures.energy_district.months import amounts as by_month
from pictures.energy_district.weeks import SUMMER, WINTER
from pictures.energy_district.weeks import amounts as of_week
from pictures.picture import Picture
from pictures.registry import OF_DISTRICTS, draw
from pictures.request import Request
from tests.support.asking import request_of
from tests.support.made_up import district

RESULTS = pd.DataFrame(
    {"short_mwh": [-10.0, 0.0, 2.0, 2_000.0, float("nan")]}, index=pd.Index(["50", "51", "52", "53", "54"], name="area")
)


def asked(of: District) -> Request:
    return replace(request_of("district balance"), district=of)


def test_the_parts_of_both_bars_add_up_to_final_and_renewable_energy() -> None:
    """Half of the district heat is renewable: 2,000 of 4,000 MWh."""
    sums = parts(district(done=Measures(renewable_heat=50))).groupby("bar")["mwh"].sum()
    assert sums["needed"] == 2_190 + 620 + 2_000 + 6_570 + 2_000 + 6_620 == 20_000
    assert sums["renewable"] == 4_380 + 620 + 2_000


def test_the_longer_bar_and_its_sentence_tell_the_same() -> None:
    drawn = draw("district balance", asked(district()))
    assert isinstance(drawn, Picture)
    lengths = pd.DataFrame(
        {trace["name"]: dict(zip(trace["y"], trace["x"], strict=True)) for trace in drawn.figure["data"]}
    )
    assert lengths.sum(axis=1)["gebraucht"] == pytest.approx(20.0)
    assert "15,0" in drawn.sentence


def test_months_are_sums_of_their_hours() -> None:
    found = by_month(district(made=0.25, needed=1.0)).set_index("month")
    assert found.loc[2, "own"] == pytest.approx(28 * 24 * 0.25)
    assert found["outside"].sum() == pytest.approx(8760 * 0.75)


@pytest.mark.parametrize(("week", "month"), [(WINTER, 1), (SUMMER, 7)])
def test_a_week_begins_on_a_monday_at_midnight(week: object, month: int) -> None:
    hours = HOURS[week.hours]  # type: ignore[attr-defined]  # both are weeks
    assert (hours[0].weekday(), hours[0].hour, hours[0].month, len(hours)) == (0, 0, month, 168)
    assert len(of_week(district(), week)) == 168  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", OF_DISTRICTS)
def test_each_picture_says_that_it_is_a_what_if_of_dwellings_in_its_own_colours(kind: str) -> None:
    drawn = draw(kind, request_of(kind))
    assert isinstance(drawn, Picture)
    layout = drawn.figure["layout"]
    assert layout["title"]["text"].startswith("<b>Szenario: Plagwitz, ")
    assert layout["paper_bgcolor"] == tinted(LIGHT).background
    said = " ".join(" ".join(note["text"].replace("<br>", " ").split()) for note in layout["annotations"])
    assert "SZENARIO" in said
    assert "Wohnungen ohne Gewerbe, Industrie und öffentliche Gebäude" in said


def test_what_is_missing_everywhere_is_by_resident_and_nothing_where_it_is_positive() -> None:
    made_up = district()
    made_up.__dict__["every"] = RESULTS
    found = missing(made_up).set_index("area").astype(float)
    kwp, each = found["kwp"].to_dict(), found["each"].to_dict()
    assert each["50"] == each["51"] == 0
    # 2,000 MWh at some 900 to 1,050 kWh per kWp.
    assert 1_900 < kwp["53"] < 2_250
    assert kwp["53"] == pytest.approx(1000 * kwp["52"])
    assert np.isnan(each["54"])


def test_a_trace_that_is_missing_is_not_drawn_as_positive() -> None:
    made_up = district()
    made_up.__dict__["every"] = RESULTS
    drawn = draw("district ranking", asked(made_up))
    assert isinstance(drawn, Picture)
    labels = drawn.table.set_index("area")["label"]
    assert (labels["51"], labels["52"]) == ("positiv", "weniger als 0,1")
    assert drawn.table.set_index("area")["value"]["52"] == 0.05
    assert "54" not in set(drawn.table["area"])


def test_what_a_positive_district_has_left_over_is_a_bar_to_the_left() -> None:
    """A MWh a resident more than needed, at some 900 to 1,050 kWh per kWp."""
    made_up = district()
    residents = ortsteile(made_up.dataset, made_up.given)["residents"]["50"]
    made_up.__dict__["every"] = RESULTS.assign(short_mwh=[-residents, 0.0, 2.0, 2_000.0, float("nan")])
    drawn = draw("district ranking", asked(made_up))
    assert isinstance(drawn, Picture)
    assert drawn.table["area"].iloc[0] == "50"
    assert -1.15 < drawn.table["value"].iloc[0] < -0.95
    assert drawn.table["label"].iloc[0] in ("1,0", "1,1")
    assert "fehlt (rechts) oder übrig ist (links)" in drawn.figure["layout"]["title"]["text"]


def test_a_place_of_several_districts_is_a_line_among_them_all_of_them_set_off() -> None:
    group = District(store.current(), ("50", "51"), "„Mein Viertel“", Measures(pv_kwp=9_000), factors())
    drawn = draw("district ranking", asked(group))
    assert isinstance(drawn, Picture)
    said = [note["text"] for note in drawn.figure["layout"]["annotations"]]
    assert any(one.startswith("„Mein Viertel“ ") for one in said)
    accent = tinted(LIGHT).accent
    assert drawn.figure["data"][0]["marker"]["color"].count(accent) == 2


@pytest.mark.parametrize(("pv_kwp", "left"), [(9_000, False), (900_000, True)])
def test_the_line_of_a_place_stands_on_the_side_of_its_districts(pv_kwp: float, left: bool) -> None:
    group = District(store.current(), ("50", "51"), "„Mein Viertel“", Measures(pv_kwp=pv_kwp), factors())
    drawn = draw("district ranking", asked(group))
    assert isinstance(drawn, Picture)
    (line,) = [note["x"] for note in drawn.figure["layout"]["annotations"] if note["text"].startswith("„Mein")]
    bars = drawn.table.set_index("area")["value"][["50", "51"]]
    assert bars.min() < line < bars.max()
    assert (line < 0) is left
    assert ("hätte eine positive Jahresbilanz" in drawn.sentence) is left


class Lacking(District):
    """A place without figures."""

    @property
    def outcome(self) -> object:  # type: ignore[override]  # it has none
        raise NoStock("none")


def test_where_figures_are_missing_or_nobody_lives_the_reason_is_said() -> None:
    lacking = Lacking(store.current(), ("51",), "Plagwitz", Measures(), factors())
    assert draw("district year", asked(lacking)) == (
        "Für Plagwitz fehlen Angaben, die das Modell braucht; wählen Sie einen anderen Ort."
    )
    nobody = draw("district map", asked(district(final_energy_mwh=0.0)))
    assert nobody == "Plagwitz hat keine Wohnungen, die Energie brauchen."
