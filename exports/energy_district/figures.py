"""What the figures of an energy district's year are called, and their units."""

from dataclasses import dataclass

from locales import Language, text


@dataclass(frozen=True)
class Figure:
    """title: what it is, for labels and tables; unit: of its value, empty for a yes or no."""

    title: str
    unit: str


def figures(lang: Language) -> dict[str, Figure]:
    """By column of `indicators.energy.district.year.COLUMNS`, in its order."""
    return {
        column: Figure(title, unit)
        for unit, titles in (
            ("MWh", _flows(lang)),
            (text(lang, "share"), _shares(lang)),
            ("MW", _peaks(lang)),
            ("h", {"full_load_hours": text(lang, "Full-load hours of the peak import")}),
            ("MWh", _distance(lang)),
            ("", {"positive": text(lang, "Positive")}),
            ("kWp", {"kwp_needed": text(lang, "Photovoltaics needed to be positive, in total")}),
            ("MWh", {"primary_energy_mwh": text(lang, "Primary energy, not renewable")}),
            ("t CO₂e", {"emissions_t": text(lang, "Emissions")}),
            ("MWh", _parts(lang)),
        )
        for column, title in titles.items()
    }


def _flows(lang: Language) -> dict[str, str]:
    return {
        "electricity_demand_mwh": text(lang, "Electricity demand"),
        "heat_demand_mwh": text(lang, "Heat demand"),
        "generation_mwh": text(lang, "Electricity generation"),
        "own_use_mwh": text(lang, "Own use of what is generated"),
        "import_mwh": text(lang, "Electricity from outside"),
        "export_mwh": text(lang, "Electricity fed into the grid"),
        "losses_mwh": text(lang, "Losses of the battery"),
    }


def _shares(lang: Language) -> dict[str, str]:
    return {
        "self_sufficiency": text(lang, "Self-sufficiency: own use as a share of electricity demand"),
        "self_consumption": text(lang, "Self-consumption: own use as a share of generation"),
    }


def _peaks(lang: Language) -> dict[str, str]:
    return {
        "peak_import_mw": text(lang, "Peak import"),
        "peak_export_mw": text(lang, "Peak export"),
    }


def _distance(lang: Language) -> dict[str, str]:
    return {
        "final_energy_mwh": text(lang, "Final energy"),
        "renewable_mwh": text(lang, "Renewable energy, made here or as district heat"),
        "short_mwh": text(lang, "Distance to positive: final less renewable energy"),
    }


def _parts(lang: Language) -> dict[str, str]:
    return {
        "household_mwh": text(lang, "Electricity of households"),
        "heat_pumps_mwh": text(lang, "Electricity of heat pumps"),
        "electric_heating_mwh": text(lang, "Electricity of electric heaters"),
        "cars_mwh": text(lang, "Electricity of cars"),
        "district_heat_mwh": text(lang, "District heat"),
        "solar_heat_mwh": text(lang, "Solar heat"),
        "burnt_mwh": text(lang, "Heat from burning fuels"),
    }
