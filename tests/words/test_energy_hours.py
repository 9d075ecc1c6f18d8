"""Sentences of the hours of an energy district, and amounts in the unit that leaves them a few digits."""

import numpy as np
import pytest

from indicators.energy.district.weather import HOURS
from tests.support.made_up import district
from words.energy_hours import clock, months, sorted_hours, week, whole_year
from words.energy_units import energy, peak_power, power

WEEK = slice(288, 456)
NOON = (HOURS.hour == 12).astype(float)


def plain(said: str) -> str:
    """With spaces that break."""
    return said.replace("\u00a0", " ")


def test_months_name_the_best_and_the_worst() -> None:
    made, needed = np.array([1.0, *[2.0] * 10, 0.5]), np.array([2.0, *[4.0] * 5, 1.0, *[4.0] * 5])
    assert plain(months("en", district(), made, needed)) == (
        "In December Plagwitz would make 13% of the electricity that its dwellings need, in July 200%; over the year "
        "6,570 MWh would come from outside and 2,190 MWh would be fed in."
    )


def test_without_photovoltaics_the_month_that_needs_most() -> None:
    told = months("de", district(generation_mwh=0.0), np.zeros(12), np.arange(12.0, 0.0, -1.0))
    assert plain(told) == (
        "Ohne Photovoltaik würde Plagwitz allen Strom, den die Wohnungen brauchen, von außen beziehen: 6.570 MWh im "
        "Jahr, am "
        "meisten im Januar."
    )


def test_a_week_says_what_is_made_used_and_fed_in() -> None:
    """At noon 25 MWh are made, 24 more than needed: 25 of a day's 24 MWh, one of which is used in its hour."""
    assert plain(week("en", district(made=25 * NOON), 1, WEEK)) == (
        "In this week of January Plagwitz would make 104% of the electricity that its dwellings need, in the hours "
        "when it is needed 4%; up to 1.0 MW would come from outside, up to 24.0 MW would be fed in."
    )


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (0.0, "würde Plagwitz nichts erzeugen und bis zu 2,0 MW von außen beziehen."),
        (0.5, "von außen, nichts würde eingespeist."),
        (1.0 + 0.01 * NOON, "von außen, fast nichts würde eingespeist."),
    ],
)
def test_a_week_in_which_nothing_is_made_or_fed_in(made: float, told: str) -> None:
    needed = 1.0 + (HOURS.hour == 3)
    assert told in plain(week("de", district(made=made, needed=needed), 1, WEEK))


def test_a_year_names_when_most_is_left_over_and_missing() -> None:
    net = np.where((HOURS.month == 6) & (HOURS.hour == 12), 3.0, 0.0) - ((HOURS.month == 1) & (HOURS.hour == 18))
    assert plain(whole_year("de", district(), net)) == (
        "In 30 Stunden des Jahres würde Plagwitz Strom einspeisen, in 31 Stunden Strom von außen beziehen: Am "
        "meisten bliebe im Juni übrig (12–13 Uhr), am meisten fehlte im Januar (18–19 Uhr)."
    )
    assert whole_year("en", district(), -np.ones(8760)) == (
        "Plagwitz would take electricity from outside in 8,760 hours of the year and feed in none."
    )


@pytest.mark.parametrize(
    ("peak", "fed", "told"),
    [
        (2.0, 5.0, "Plagwitz would feed in up to 5.0 MW, 2.5 times the 2.0 MW that it takes from outside at most."),
        (2.0, 1.5, "Plagwitz would take up to 2.0 MW from outside and feed in up to 1.5 MW, no more than it takes."),
        (2.0, 0.0, "Plagwitz would take up to 2.0 MW from outside and feed in nothing."),
        (0.0, 2.0, "Plagwitz would take nothing from outside and feed in up to 2.0 MW."),
    ],
)
def test_sorted_hours(peak: float, fed: float, told: str) -> None:
    assert plain(sorted_hours("en", district(peak_import_mw=peak, peak_export_mw=fed))) == told


def test_an_hour_by_its_beginning_and_end() -> None:
    assert (clock("en", 13), clock("de", 23)) == ("13:00–14:00", "23–24 Uhr")


def test_units_leave_a_few_digits() -> None:
    amounts = (0.25, 5.0, 150.0, 15_000.0, 1_500_000.0)
    assert [plain(energy(mwh).told("de", mwh)) for mwh in amounts] == [
        "250 kWh",
        "5,0 MWh",
        "150 MWh",
        "15,0 GWh",
        "1.500 GWh",
    ]
    assert plain(power(0.25).told("en", 0.25)) == "250 kW"
    assert [plain(peak_power(kwp).told("en", kwp)) for kwp in (900, 54_321, 1_234_567)] == [
        "900 kWp",
        "54.3 MWp",
        "1,235 MWp",
    ]
