"""What the figures of an energy district are called."""

import pytest

from exports.energy_district.assumptions import assumptions
from exports.energy_district.figures import figures
from exports.energy_district.hours import FLOWS
from indicators.energy.district.year import COLUMNS
from indicators.energy.factors import factors
from locales import LANGUAGES, Language


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_figure_of_the_year_has_a_name_of_its_own(lang: Language) -> None:
    told = figures(lang)
    assert list(told) == list(COLUMNS)
    assert len({figure.title for figure in told.values()}) == len(told)
    assert {figure.unit for column, figure in told.items() if column.endswith("_mwh")} == {"MWh"}
    # Whatever is a sum of hours stands in the file of hours.
    peaks_and_balances = {"final_energy_mwh", "renewable_mwh", "short_mwh", "primary_energy_mwh"}
    assert {column for column in COLUMNS if column.endswith("_mwh")} - peaks_and_balances == set(FLOWS)


def test_assumptions_are_those_that_the_hours_are_reckoned_with() -> None:
    rows = assumptions("en", factors()).to_dict("records")
    known = {(row["assumption"], row["unit"]): row for row in rows}
    car = known["electric_car.distance", "km"]
    assert [car["value"], car["low"], car["high"]] == [12320, 9580, 15852]
    day = [known["charging.home", f"percent {hour:02}"]["value"] for hour in range(24)]
    assert sum(day) == pytest.approx(100, abs=0.1)
    assert ("emissions.gas", "direct") not in known
    assert {entry.place for entry in factors().entries} - {place for place, _ in known} == {"average.all"}
    assert all(row["source"] for row in rows)
