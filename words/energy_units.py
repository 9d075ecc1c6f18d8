"""Amounts of energy and power in the unit that leaves them a few digits."""

from dataclasses import dataclass
from typing import Final

from locales import Language, number, rounded

KILO: Final = 1000.0


@dataclass(frozen=True)
class Unit:
    """How amounts are told: times what makes the number, with so many decimals."""

    name: str
    times: float
    decimals: int

    def bare(self, lang: Language, amount: float) -> str:
        """The number without its unit."""
        return number(lang, amount * self.times, self.decimals)

    def told(self, lang: Language, amount: float) -> str:
        """`25.2 GWh`, with a space that does not break."""
        return f"{self.bare(lang, amount)}\u00a0{self.name}"

    def shown(self, amount: float) -> float:
        """The number as it is told."""
        return float(rounded(amount * self.times, self.decimals))


def energy(largest: float) -> Unit:
    """The unit of some amounts in MWh, by the largest of them."""
    return _unit(largest, ("kWh", "MWh", "GWh"))


def power(largest: float) -> Unit:
    """The unit of some powers in MW, by the largest of them."""
    return _unit(largest, ("kW", "MW", "GW"))


def peak_power(largest: float) -> Unit:
    """The unit of some powers of photovoltaics in kWp, by the largest of them."""
    unit = _unit(largest / KILO, ("kWp", "MWp", "GWp"))
    return Unit(unit.name, unit.times / KILO, unit.decimals)


def _unit(largest: float, names: tuple[str, str, str]) -> Unit:
    """names: of a thousandth of what the amounts are in, of that, and of a thousand of it.

    A thousand of the larger unit is where the smaller one's digits stop to tell anything.
    """
    small, middle, large = names
    if largest >= 10 * KILO:
        return Unit(large, 1 / KILO, 1 if largest < KILO * KILO / 10 else 0)
    if largest >= 1:
        return Unit(middle, 1.0, 1 if largest < KILO / 10 else 0)
    return Unit(small, KILO, 0)
