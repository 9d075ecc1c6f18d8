"""What the model rests on, as it is told on the methods page."""

from indicators.energy.sources import sources


def test_heat_rests_on_consumption_and_on_sizes() -> None:
    told = sources("residential_heat")
    for name in ("co2online", "IWU", "DIW", "Hintergrundbericht"):
        assert sum(one.startswith(name) or name in one for one in told), name
    assert not any("ProBas" in one or "docs/" in one for one in told)


def test_emissions_rest_on_factors_besides() -> None:
    heat, emissions = sources("residential_heat"), sources("heating_emissions_direct")
    assert set(heat) < set(emissions)
    assert any("ProBas" in one for one in emissions)
    assert any("Zensus 2022" in one for one in emissions)
    assert len(set(emissions)) == len(emissions)
