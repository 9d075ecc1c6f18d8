"""All checks of a source's new figures, in one list of findings."""

import pandas as pd

from data.gate import between, bounds, exchanged, newest, revisions, sums
from data.gate.constraints import Constraints
from data.gate.cube import cube
from data.gate.finding import Finding


def findings(
    table: pd.DataFrame,
    before: pd.DataFrame,
    others: pd.DataFrame,
    areas: pd.DataFrame,
    constraints: Constraints,
    this_year: int,
) -> list[Finding]:
    """What is to be said of new figures, the checks of single figures first.

    table, before, others: columns `data.observations.COLUMNS`, the source's figures now and as held, and the figures
    held of all sources; areas: columns code, level, parent.
    """
    new, held = cube(table), cube(before)
    return [
        *bounds.out_of_bounds(table, constraints),
        *bounds.years_to_come(table, constraints, this_year),
        *bounds.fractions(table, before, constraints),
        *sums.levels(new, held, areas, constraints),
        *between.outside(new, held, areas, constraints),
        *sums.parts(new, held, constraints),
        *sums.above(table, others, constraints),
        *revisions.gone(table, before),
        *revisions.revised(table, before, constraints),
        *newest.unusual(new, held, constraints),
        *exchanged.exchanged(new, held, areas),
    ]
