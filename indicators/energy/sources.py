"""What the energy model is computed from besides the figures of districts, as it was published."""

from typing import Final

from indicators.energy.factors import factors
from indicators.energy.sizes import TYPES

OF_HEAT: Final = ("consumption", "uncertainty")
OF_EMISSIONS: Final = ("emissions", "dwellings")
"""Tables of `factors.toml`."""
OF_SIZES: Final = ("types", "house", "renovated")
"""Tables of `sizes.toml`; the others are the model's own."""


def sources(function: str) -> list[str]:
    """The sources of rates of consumption, of sizes and, where it is emissions, of their factors, each once.

    function: one of `indicators.energy.heat.FUNCTIONS`.
    """
    emits = function.startswith("heating_emissions")
    tables = (*OF_HEAT, *(OF_EMISSIONS if emits else ()))
    of_factors = [entry.source for entry in factors().entries if entry.place.partition(".")[0] in tables]
    of_sizes = [TYPES["sources"][TYPES[table]["source"]] for table in OF_SIZES]
    return [*dict.fromkeys([*of_factors, *of_sizes])]
