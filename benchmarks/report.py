"""What the measurements say: medians, ratios, and whether the targets hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Final

from benchmarks.contestants import DASH, NAIVE, PRODUCT_CHANGE, PRODUCT_YEAR
from benchmarks.rounds import Values

OWN: Final = (PRODUCT_YEAR.name, PRODUCT_CHANGE.name)
CHANGED: Final = ("link", "key", "pick")
TIMES: Final = ("map", "page", "pictures", "worst")


@dataclass(frozen=True)
class Target:
    """Something that must hold: what was found, and the limit that it may not exceed (or, if `least`, must reach)."""

    what: str
    found: float
    limit: float
    least: bool = False

    @property
    def holds(self) -> bool:
        return self.found >= self.limit if self.least else self.found <= self.limit


def ratio(ones: Sequence[float], others: Sequence[float]) -> dict[str, float]:
    """How many times as long one takes as the other: by their medians, and as the median of the rounds' pairs."""
    pairs = [one / other for one, other in zip(ones, others, strict=True)]
    return {"of_medians": median(ones) / median(others), "of_pairs": median(pairs)}


def against(values: Values, step: str, one: str, other: str) -> dict[str, float] | None:
    """The ratio of two contestants' times of a step, if it was measured on both."""
    by_name = values.get(step, {})
    measured = "pictures" if step == "pick" else "map"
    if not {one, other} <= set(by_name):
        return None
    return ratio(by_name[one][measured], by_name[other][measured])


def ratios(values: Values) -> dict[str, dict[str, dict[str, float]]]:
    """By step and pair: the product's views to Dash and to the naive page."""
    return {
        step: {
            f"{one} / {other}": found
            for one in OWN
            for other in (DASH.name, NAIVE.name)
            if (found := against(values, step, one, other)) is not None
        }
        for step in values
    }


def targets(values: Values, crowd: Sequence[Mapping[str, Any]]) -> list[Target]:
    """All targets that what was measured can tell of. crowd: as `benchmarks.sessions.together`, with `page`."""
    return [*_of_steps(values), *_of_bytes(values), *_of_sessions(crowd)]


def _of_steps(values: Values) -> Iterator[Target]:
    scrubbed = values.get("scrub", {})
    if PRODUCT_YEAR.name in scrubbed:
        yield Target("scrub, ms", median(scrubbed[PRODUCT_YEAR.name]["map"]), 35)
    if found := against(values, "scrub", PRODUCT_YEAR.name, DASH.name):
        yield Target("scrub, of Dash's time", found["of_medians"], 0.35)
    for step in ("key", "link"):
        for name in OWN:
            if found := against(values, step, name, DASH.name):
                yield Target(f"{step}, {name}: of Dash's time", found["of_medians"], 1.0)
            if found := against(values, step, NAIVE.name, name):
                yield Target(f"{step}, {name}: times as fast as the naive page", found["of_medians"], 4.0, least=True)


def _of_bytes(values: Values) -> Iterator[Target]:
    for step in CHANGED:
        for name in OWN:
            if name in values.get(step, {}):
                yield Target(f"{step}, {name}: kB received", median(values[step][name]["kB"]), 25)


def _of_sessions(crowd: Sequence[Mapping[str, Any]]) -> Iterator[Target]:
    runs = [row for row in crowd if row["page"] == PRODUCT_YEAR.name and row["sessions"] == 50]
    if runs:
        yield Target("50 sessions: 95th percentile of a change, ms", median(row["ms_p95"] for row in runs), 250)
        yield Target("50 sessions: MB a session above the first", median(row["megabytes_a_session"] for row in runs), 1)


def as_json(
    machine: Mapping[str, Any],
    values: Values,
    single: Sequence[Mapping[str, Any]],
    crowd: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """Everything measured, with every value, and what follows from it."""
    return {
        "machine": machine,
        "steps": {
            step: {
                name: {what: {"median": median(each), "values": each} for what, each in measured.items()}
                for name, measured in by_name.items()
            }
            for step, by_name in values.items()
        },
        "ratios": ratios(values),
        "server": list(single),
        "sessions": list(crowd),
        "targets": [asdict(target) | {"holds": target.holds} for target in targets(values, crowd)],
    }


def lines(report: Mapping[str, Any]) -> Iterator[str]:
    """The report of `as_json` for a terminal."""
    machine = report["machine"]
    yield f"{machine['cores']} cores, load {machine['load_before']:.1f} before and {machine['load_after']:.1f} after"
    yield ""
    for step, by_name in report["steps"].items():
        for name, measured in by_name.items():
            told = [f"{what} {_figure(what, found['median'])}" for what, found in measured.items()]
            yield f"{step:<6} {name:<16} {', '.join(told)}  (median of {len(next(iter(measured.values()))['values'])})"
        for pair, found in report["ratios"][step].items():
            yield f"       {pair}: {found['of_medians']:.2f} of medians, {found['of_pairs']:.2f} of pairs"
    yield ""
    for row in report["server"]:
        yield (
            f"{row['page']:<16} one session: {row['ms_median']:.0f} ms a change, "
            f"{row['processor_ms']:.0f} ms of processor  ({row['changes']} changes)"
        )
    for row in report["sessions"]:
        yield (
            f"{row['page']:<16} {row['sessions']} sessions: "
            f"median {row['ms_median']:.0f} ms, 95 % {row['ms_p95']:.0f} ms, "
            f"{row['changes_a_second']:.1f} changes a second, {row['processor_share']:.0%} of a core, "
            f"{row['megabytes_a_session']:.2f} MB a session above the first"
        )
    yield ""
    for target in report["targets"]:
        sign = "≥" if target["least"] else "≤"
        verdict = "holds" if target["holds"] else "MISSED"
        yield f"{verdict:<6} {target['what']}: {target['found']:.2f} (target {sign} {target['limit']:g})"


def _figure(what: str, value: float) -> str:
    if what in TIMES:
        return f"{value:.0f} ms"
    return f"{value:.0%}" if what == "drawn" else f"{value:.1f}"
