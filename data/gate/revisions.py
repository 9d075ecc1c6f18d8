"""New figures beside those held of the same areas and periods."""

from typing import Final

import pandas as pd

from data.gate.constraints import Constraints
from data.gate.finding import Finding, finding, place
from data.observations import KEY

VANISHED: Final = 0.01
"""Share of the earlier figures that a publisher may withdraw in one go."""
REVISED: Final = 0.05
"""Share of the earlier figures that a publisher may revise in one go: the largest revision recorded took 2.2 %."""
FAR: Final = 0.25
"""How far a figure may be revised: in the largest revision recorded it was 10 %."""
SMALL: Final = 20
"""Counts below this vary by chance; how far they are revised is not judged."""


def gone(table: pd.DataFrame, held: pd.DataFrame) -> list[Finding]:
    """What is held and no longer there: periods, and figures of the series that go on."""
    if held.empty:
        return []
    found = []
    periods = sorted(set(held["period"].astype(str)) - set(table["period"].astype(str)))
    if periods:
        told = finding(
            "gone", "ask", "{periods} are gone, expected all periods held already", periods=", ".join(periods)
        )
        found.append(told)
    before = _figures(held[held["series"].isin(table["series"].unique())])
    lost = int(table.set_index(KEY)["value"].reindex(before.index).isna().sum())
    if lost > VANISHED * len(before):
        told = finding(
            "gone",
            "ask",
            "{count} of {figures} figures held already are gone, expected at most {share}",
            count=lost,
            figures=len(before),
            share=VANISHED,
        )
        found.append(told)
    return found


def revised(table: pd.DataFrame, held: pd.DataFrame, constraints: Constraints) -> list[Finding]:
    """How many figures have changed and by how much, in one finding; none where none has.

    table, held: columns `data.observations.COLUMNS`.
    """
    before = _figures(held)
    rows = before.to_frame("before").join(_figures(table).rename("now"), how="inner")
    changed = rows[(rows["now"] - rows["before"]).abs() > 1e-9 * rows["before"].abs()].reset_index()
    if changed.empty:
        return []
    counted = changed["series"].isin([name for name in changed["series"].unique() if constraints.adds_up(str(name))])
    judged = ~counted | (changed[["now", "before"]].abs().max(axis=1) >= SMALL)
    far = ((changed["now"] - changed["before"]) / changed["before"].abs().clip(lower=1e-9)).abs().where(judged)
    worst = changed.iloc[int(far.fillna(0).argmax())]
    asked = len(changed) > max(REVISED * len(rows), 1) or far.max() > FAR
    told = finding(
        "revised",
        "ask" if asked else "note",
        "{count} of {figures} figures held already have changed, {series}, {area}, {period} from {old} to {new}; usual "
        "are at most {share}, and none by more than {share_far}",
        **place(worst),
        count=len(changed),
        figures=len(rows),
        old=float(worst["before"]),
        new=float(worst["now"]),
        share=REVISED,
        share_far=FAR,
    )
    return [told]


def _figures(table: pd.DataFrame) -> pd.Series:
    return table[table["value"].notna()].set_index(KEY)["value"]
