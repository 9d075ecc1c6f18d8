"""Arithmetic on published figures: rates, groups of areas, changes, ranks.

A frame of values has the columns `VALUES`: one row per area and period, both text; `value` is NaN
exactly where `status` (a letter of `data.observations.STATUS`) is M, Q or N. Every function returns
a new frame with plain text in it, leaves what it was given as it is, and raises ValueError when an
area and period stand twice or a status is unknown.
"""

from collections.abc import Collection, Iterable, Sequence
from math import fsum
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

VALUES: Final = ["area", "period", "value", "status"]
TOTALS: Final = ["period", "value", "status"]
CHANGES: Final = [
    "area",
    "start",
    "end",
    "start_value",
    "end_value",
    "absolute",
    "percent",
    "per_year",
    "status",
    "breaks",
]
RANKS: Final = ["area", "rank", "of"]

Cells = dict[str, tuple[float, str]]
"""Value and status by area."""

CAUTION: Final = ("A", "P", "E", "U", "B", "M", "N", "Q")
"""Every status, from the one that needs least caution to the one that forbids most."""


def combine_status(*parts: pd.Series) -> pd.Series:
    """The status of values that were each computed from several others.

    parts: status letters, one series per ingredient, all on the same index; at least one.
    A missing part makes the result missing (Q before N before M); otherwise the most cautious
    letter holds: B, then U, E, P, A.
    Raises ValueError without parts, for parts on different indexes and for an unknown letter.
    """
    if not parts:
        raise ValueError("no status to combine, expected at least one")
    index = parts[0].index
    if not all(part.index.equals(index) for part in parts):
        raise ValueError("the parts of a status stand on different indexes")
    most = np.max([_caution(part) for part in parts], axis=0)
    return pd.Series(_letters(most), index=index, dtype="str", name="status")


def ratio(numerator: pd.DataFrame, denominator: pd.DataFrame, scale: float = 100.0) -> pd.DataFrame:
    """Scale × numerator / denominator, for the areas and periods that both frames have.

    numerator, denominator: frames of values; scale: 100 for percent, 1000 for "per thousand".
    A zero denominator gives a missing value with status N.
    """
    pairs = _paired(numerator, _without_zeros(denominator))
    value = scale * pairs["value"] / pairs["value_other"]
    return _values(pairs, value, combine_status(pairs["status"], pairs["status_other"]))


def total(*parts: pd.DataFrame) -> pd.DataFrame:
    """The sum of several frames of values, for the areas and periods that all of them have, in order of both.

    Missing where any part is. Raises ValueError without parts.
    """
    if not parts:
        raise ValueError("nothing to add up, expected at least one frame of values")
    cells = pd.concat([_plain(part) for part in parts], ignore_index=True)
    cells["caution"] = _caution(cells["status"])
    groups = cells.groupby(["area", "period"])
    sums = pd.DataFrame({"value": groups["value"].sum(min_count=len(parts)), "caution": groups["caution"].max()})
    everywhere = sums[groups.size() == len(parts)].reset_index()
    return _values(everywhere, everywhere["value"], pd.Series(_letters(everywhere["caution"].to_numpy()), dtype="str"))


def product(left: pd.DataFrame, right: pd.DataFrame) -> pd.DataFrame:
    """Left × right, for the areas and periods that both frames of values have."""
    pairs = _paired(left, right)
    return _values(pairs, pairs["value"] * pairs["value_other"], combine_status(pairs["status"], pairs["status_other"]))


def at_most(frame: pd.DataFrame, most: float) -> pd.DataFrame:
    """A frame with period, value and status in which greater values are `most`, and doubtful: status U."""
    above = frame["value"] > most
    doubtful = combine_status(frame["status"], pd.Series("U", index=frame.index))
    return frame.assign(value=frame["value"].mask(above, most), status=frame["status"].mask(above, doubtful))


def implied_denominator(numerator: pd.DataFrame, rate: pd.DataFrame, scale: float = 100.0) -> pd.DataFrame:
    """The denominator that a published count and its published rate imply: scale × count / rate.

    numerator: frame of counts; rate: frame of counts per `scale` of the denominator sought.
    The result has the unit of the denominator and the rate's rounding error. A count or rate of
    zero says nothing about its denominator: missing, status N.
    """
    return ratio(_without_zeros(numerator), rate, scale)


def sum_over(frame: pd.DataFrame, members: Iterable[str]) -> pd.DataFrame:
    """The sum over a group of areas by period, as columns `TOTALS` in order of period.

    frame: frame of values; members: area codes, each counted once.
    A member without a row or a value makes the sum missing (no row counts as M). Periods that no
    member has are absent.
    """
    return _totals(_sums(frame, members))


def ratio_over(
    numerator: pd.DataFrame, denominator: pd.DataFrame, members: Iterable[str], scale: float = 100.0
) -> pd.DataFrame:
    """A group's rate by period: its summed numerators over its summed denominators, times scale.

    numerator, denominator: frames of values; members: area codes. Columns `TOTALS`.
    Missing where a member lacks either, and with status N where the denominators sum to zero.
    Periods that no member has in one of the frames are absent.
    """
    areas = list(members)
    below = {period: cell for period, *cell in _sums(denominator, areas)}
    above = _sums(numerator, areas)
    return _totals([(period, *_divided(cell, below[period], scale)) for period, *cell in above if period in below])


def mean_over(values: pd.DataFrame, weights: pd.DataFrame, members: Iterable[str]) -> pd.DataFrame:
    """A group's weighted mean by period, in the unit of the values. Columns `TOTALS`.

    values, weights: frames of values; members: area codes.
    Missing where a member lacks value or weight, and with status N where the weights sum to zero.
    Periods in which no member has a row in both frames are absent.
    """
    areas = list(members)
    values, weights = (frame[frame["area"].isin(areas)] for frame in (values, weights))
    return ratio_over(product(values, weights), weights, areas, scale=1.0)


def change(frame: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
    """How each area changed from one period to another, as columns `CHANGES` in order of area.

    frame: frame of values; start, end: periods, the later one may come first.
    absolute: end − start, in the unit of the values (percentage points for shares);
    percent: of the absolute start value, NaN where that is zero;
    per_year: absolute by years between, NaN within one year;
    breaks: the periods with status B after the earlier and up to the later of the two;
    status: that of both values, missing if either is, otherwise B if there are breaks.
    Areas with a row at only one of the two appear with NaN, those with none are absent.
    """
    first, last, known = _ends_and_breaks(frame, start, end)
    areas = sorted(first.keys() | last.keys())
    begin, finish = ([there.get(area, (np.nan, "M")) for area in areas] for there in (first, last))
    start_value, end_value = (np.array([value for value, _ in cells], float) for cells in (begin, finish))
    breaks = [tuple(sorted(known.get(area, ()))) for area in areas]
    years = int(end[:4]) - int(start[:4])
    absolute = end_value - start_value
    table = {
        "area": pd.array(areas, dtype="str"),
        "start": start,
        "end": end,
        "start_value": start_value,
        "end_value": end_value,
        "absolute": absolute,
        "percent": 100.0 * absolute / np.where(start_value == 0, np.nan, np.abs(start_value)),
        "per_year": absolute / years if years else np.nan,
        # A value's own B is about the period before it. Whether this change crosses a break depends on
        # the periods between the two alone, so B comes from there and from nowhere else.
        "status": pd.array(
            [
                _most_cautious([one.replace("B", "A"), other.replace("B", "A"), "B" if crossed else "A"])
                for (_, one), (_, other), crossed in zip(begin, finish, breaks, strict=True)
            ],
            dtype="str",
        ),
        "breaks": pd.Series(breaks, dtype=object),
    }
    return pd.DataFrame(table, columns=CHANGES)


def year_on_year(frame: pd.DataFrame) -> pd.DataFrame:
    """Each value's change against the calendar year before, in percent of the latter's amount.

    frame: frame of values. '2024' is compared with '2023', '2024-Q1' with '2023-Q1'.
    Rows without a row one year before, such as the first of a series, are absent; a zero one year
    before gives a missing value with status N. B passes on from the later year only.
    """
    plain = _plain(frame)
    before = _without_zeros(plain)
    before = before.assign(period=_year_later(before["period"]), status=_without_break(before["status"]))
    pairs = _paired(plain, before)
    value = _percent(pairs["value"] - pairs["value_other"], pairs["value_other"])
    return _values(pairs, value, combine_status(pairs["status"], pairs["status_other"]))


def index_to(frame: pd.DataFrame, base: str) -> pd.DataFrame:
    """Each area's values as an index with 100 at the base period.

    frame: frame of values; base: a period.
    Areas without a value at the base are missing throughout, with the status found there (M if
    there is no row, N for zero). A break at the base stays with the base.
    """
    plain = _plain(frame)
    there = _by_area(_without_zeros(plain[plain["period"] == base]), base)
    value_there = plain["area"].map({area: value for area, (value, _) in there.items()}).astype("float64")
    status_there = plain["area"].map({area: status for area, (_, status) in there.items()}).astype("str").fillna("M")
    status = combine_status(plain["status"], _without_break(status_there))
    value = plain["value"] / value_there * 100.0
    return _values(plain, value, status.where(value_there.notna(), status_there))


def rank(frame: pd.DataFrame, period: str, descending: bool = True) -> pd.DataFrame:
    """The areas in order of their value in one period, as columns `RANKS`.

    frame: frame of values; descending: whether the largest value is first.
    Equal values share the better rank and the next is left out (1, 2, 2, 4); `of` is the number
    of areas ranked. Areas without a value are absent.
    """
    there = _at(_plain(frame), period).dropna(subset=["value"])
    place = there["value"].rank(method="min", ascending=not descending).astype("int64")
    ranked = there.assign(rank=place, of=len(there))[RANKS]
    return ranked.sort_values(["rank", "area"], ignore_index=True)


def gap(frame: pd.DataFrame, reference: str) -> pd.DataFrame:
    """Each area's value minus the reference area's in the same period, in the unit of the values.

    frame: frame of values; reference: an area code; the area itself keeps its rows, at zero.
    Missing where either is missing; a reference without a row counts as M.
    """
    plain = _plain(frame)
    there = {period: cells[reference] for period, cells in _cells(frame, {reference}).items()}
    beside = [there.get(period, (np.nan, "M")) for period in plain["period"]]
    status = [_most_cautious([one, other]) for one, (_, other) in zip(plain["status"], beside, strict=True)]
    value = plain["value"] - np.array([value for value, _ in beside], float)
    return _values(plain, value, pd.Series(status, index=plain.index, dtype="str"))


def against(frame: pd.DataFrame, reference: str) -> pd.DataFrame:
    """How many percent each area's value lies above or below the reference area's in the same period.

    frame: frame of values; reference: an area code. Periods in which the reference has no row are left out.
    """
    plain = _plain(frame)
    base = plain[["area", "period"]].merge(plain.loc[plain["area"] == reference, TOTALS], on="period")
    of = ratio(plain, base)
    return of.assign(value=of["value"] - 100.0)


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    if frame.duplicated(["area", "period"]).any():
        raise ValueError("an area and period stand twice in a frame of values")
    # Stored tables hold text as dictionaries, in which a join or a new status letter would fail.
    return frame[VALUES].astype({"area": "str", "period": "str", "value": "float64", "status": "str"})


def _values(keys: pd.DataFrame, value: pd.Series, status: pd.Series) -> pd.DataFrame:
    return keys[["area", "period"]].assign(value=value, status=status)


def _paired(left: pd.DataFrame, right: pd.DataFrame) -> pd.DataFrame:
    return _plain(left).merge(_plain(right), on=["area", "period"], suffixes=("", "_other"))


def _at(frame: pd.DataFrame, period: str) -> pd.DataFrame:
    return frame.loc[frame["period"] == period, ["area", "value", "status"]]


def _by_area(frame: pd.DataFrame, period: str) -> dict[str, tuple[float, str]]:
    there = frame[frame["period"] == period]
    return dict(zip(there["area"], zip(there["value"], there["status"], strict=True), strict=True))


def _cells(frame: pd.DataFrame, areas: Collection[str]) -> dict[str, Cells]:
    """By period, value and status of those of some areas that have a row."""
    found: dict[str, Cells] = {}
    # Text in a loop: a fifth of the time that joins and groups of text take, which pages wait for.
    for area, period, value, status in zip(*(frame[name].tolist() for name in VALUES), strict=True):
        if area not in areas:
            continue
        cells = found.setdefault(period, {})
        if area in cells:
            raise ValueError("an area and period stand twice in a frame of values")
        if status not in CAUTION:
            raise ValueError(f"unknown status {status!r}, expected one of {CAUTION}")
        cells[area] = (value, status)
    return found


def _sums(frame: pd.DataFrame, members: Iterable[str]) -> list[tuple[str, float, str]]:
    """Period, sum and status over a group of areas, in order of period."""
    areas = dict.fromkeys(members)
    return [(period, *_summed(cells, len(areas))) for period, cells in sorted(_cells(frame, areas).items())]


def _summed(cells: Cells, count: int) -> tuple[float, str]:
    """Sum and status of cells, of which there should be so many."""
    absent = ["M"] if len(cells) < count else []
    status = _most_cautious([*(status for _, status in cells.values()), *absent])
    return (np.nan if absent else fsum(value for value, _ in cells.values())), status


def _divided(above: Sequence[Any], below: Sequence[Any], scale: float) -> tuple[float, str]:
    (value, status), (by, by_status) = above, below
    if by == 0:
        return np.nan, _most_cautious([status, "N"])
    return scale * value / by, _most_cautious([status, by_status])


def _most_cautious(statuses: Iterable[str]) -> str:
    return max(statuses, key=CAUTION.index)


def _totals(rows: Sequence[tuple[str, float, str]]) -> pd.DataFrame:
    periods, values, statuses = ([row[n] for row in rows] for n in range(3))
    columns = {"period": pd.array(periods, dtype="str"), "value": values, "status": pd.array(statuses, dtype="str")}
    return pd.DataFrame(columns, columns=TOTALS).astype({"value": "float64"})


def _without_zeros(frame: pd.DataFrame) -> pd.DataFrame:
    zero = frame["value"] == 0
    status = frame["status"].astype("str").mask(zero, "N")
    return frame.assign(value=frame["value"].mask(zero), status=status)


def _without_break(status: pd.Series) -> pd.Series:
    return status.mask(status == "B", "A")


def _ends_and_breaks(frame: pd.DataFrame, start: str, end: str) -> tuple[Cells, Cells, dict[str, list[str]]]:
    """The cells of two periods, and each area's periods with status B after the earlier and up to the later."""
    cells: dict[str, Cells] = {start: {}, end: {}}
    breaks: dict[str, list[str]] = {}
    after, until = min(start, end), max(start, end)
    seen = set()
    # Plain text in a loop, as a page asks for every move of a hand: four times as fast as masks and groups of text.
    for area, period, value, status in zip(*(frame[name].tolist() for name in VALUES), strict=True):
        seen.add((area, period))
        if status not in CAUTION:
            raise ValueError(f"unknown status {status!r}, expected one of {CAUTION}")
        if period in cells:
            cells[period][area] = (value, status)
        if status == "B" and after < period <= until:
            breaks.setdefault(area, []).append(period)
    if len(seen) < len(frame):
        raise ValueError("an area and period stand twice in a frame of values")
    return cells[start], cells[end], breaks


def _percent(difference: pd.Series, of: pd.Series) -> pd.Series:
    return 100.0 * difference / of.abs().where(of != 0)


def _year_later(period: pd.Series) -> pd.Series:
    return (period.str[:4].astype("int64") + 1).astype("str") + period.str[4:]


def _caution(status: pd.Series) -> npt.NDArray[np.intp]:
    places = pd.Index(CAUTION).get_indexer(pd.Index(status))
    if (places < 0).any():
        raise ValueError(f"unknown status {status[places < 0].iloc[0]!r}, expected one of {CAUTION}")
    return places


def _letters(places: npt.NDArray[np.intp]) -> npt.NDArray[np.str_]:
    return np.array(CAUTION)[places]
