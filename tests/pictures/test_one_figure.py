"""One figure, one way of showing it: tooltips, tables, rankings and sentences have the same text, and ranks fit it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from html import unescape

import pytest

from charts.theme import LIGHT
from data.areas import CITY, Level
from indicators import catalogue
from indicators.figures.values import grid
from indicators.selection import Selection
from locales import LANGUAGES, Language
from pictures.limits import limits_in
from pictures.picture import Picture
from pictures.registry import draw
from pictures.request import Request
from pictures.tables import change_table
from tests.support import extent
from tests.support.shipped import LOADED, SHIPPED
from words.counts import counted
from words.furthest import NAMED

EVERY = [(id, LANGUAGES[n % 2]) for n, id in enumerate(extent.of_each_kind(LOADED))]
WALK = extent.either(EVERY, [(id, lang) for id in LOADED for lang in LANGUAGES])
SPANS = extent.either(2, 5)
FIGURE = re.compile(r"[+−]?\d[\d.,]*")
Table = dict[str, list[str]]
"""The cells of a table by the name in its first column, in its order."""


def number_in(told: str) -> str:
    """The first number of a text, as it is written there; empty without any."""
    found = FIGURE.search(told.partition("<br>")[0])
    return found[0] if found else ""


def read(lang: Language, figure: str) -> Decimal:
    """What a number as it is written says."""
    plain = figure.replace(".", "").replace(",", ".") if lang == "de" else figure.replace(",", "")
    return Decimal(plain.replace("−", "-"))


RANK = re.compile(r"Rang \d|\bof 63|\bvon 63")


def table_of(request: Request) -> Table:
    """HTML leaves out the ends of rows and cells."""
    rows = [row.split("<td>")[1:] for row in re.split(r"<tr[^>]*>", change_table(request).partition("<tbody>")[2])]
    cells = ([unescape(re.sub("<.*?>", "", cell)) for cell in row] for row in rows)
    return {name: rest for name, *rest in filter(None, cells)}


def asked(id: str, lang: Language, start: str, end: str) -> Request:
    selection = Selection((catalogue.load()[id],), levels=(_level(id), "city"), start=start, end=end)
    return Request(lang, SHIPPED, LIGHT, selection, "/areas?level=")


def _level(id: str) -> Level:
    known = grid(SHIPPED, catalogue.load()[id])
    return "ortsteil" if known.with_figures(SHIPPED.codes("ortsteil")) else "stadtbezirk"


def periods(id: str) -> list[str]:
    return grid(SHIPPED, catalogue.load()[id]).with_figures([*SHIPPED.codes(_level(id)), CITY])


def spans(known: list[str]) -> list[tuple[str, str]]:
    """All years, the last two, the first and the second half, and the last but one from the second."""
    middle = known[len(known) // 2]
    found = [(known[0], known[-1]), (known[-2], known[-1]), (middle, known[-1]), (known[0], middle), (known[1], middle)]
    return [*dict.fromkeys(span for span in found if span[0] < span[1])][:SPANS]


def tooltips(drawn: Picture) -> Iterator[tuple[str, str, list[str]]]:
    """Area, name and tooltip of every district with a value on a map."""
    (layer,) = (trace for trace in drawn.figure["data"] if trace.get("name") == "values")
    yield from zip(layer["locations"], layer["text"], layer["customdata"], strict=True)


def expected_rank(lang: Language, figures: list[Decimal], own: Decimal, *, best_low: bool) -> str:
    """The place that a tooltip has to name, with its number; 1, 2, 2, 4; in English the last three from the end."""
    ordered = sorted(figures, reverse=not best_low)
    place, level, n = ordered.index(own) + 1, figures.count(own), len(figures)
    if n == 1:
        return {"de": "der einzige Wert", "en": "the only figure"}[lang]
    if level == n:
        return {"de": f"in allen {n} gleich", "en": f"the same in all {n}"}[lang]
    shared = {"de": ", geteilt", "en": ", shared"}[lang] if level > 1 else ""
    if lang == "de":
        return f"Rang {place} von {n}{shared}"
    first, last = ("best", "worst") if best_low else ("highest", "lowest")
    if place == 1:
        return f"{first} of {n}{shared}"
    if place + level - 1 == n:
        return f"{last} of {n}{shared}"
    behind = sum(one < own if not best_low else one > own for one in figures)
    if behind in (1, 2) and n > 8:
        return f"{'2nd' if behind == 1 else '3rd'} {'worst' if best_low else 'lowest'} of {n}{shared}"
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending} {first} of {n}{shared}"


def ranking_of(drawn: Picture) -> list[tuple[str, str]]:
    """Area and figure of each bar or dot, from the top."""
    trace = drawn.figure["data"][0]
    return [(area, number_in(told)) for area, told in zip(trace["ids"], trace["customdata"], strict=True)]


@pytest.mark.parametrize(("id", "lang"), WALK)
def test_changes(id: str, lang: Language) -> None:
    known = periods(id)
    for start, end in spans(known) if len(known) > 1 else ():
        request = asked(id, lang, start, end)
        table, names = table_of(request), request.areas
        ranked = draw("change ranking", request)
        if isinstance(ranked, str):
            continue
        on_map = [*tooltips(draw("change map", request))]  # type: ignore[arg-type]
        figures = [read(lang, number_in(told[0])) for _, _, told in on_map]
        for _, name, (change, rank, first, last, *_) in on_map:
            cells, where = table[name], (id, start, end, name)
            assert [number_in(first), number_in(last)] == [number_in(cell) for cell in cells[:2]], where
            assert number_in(change) == number_in(cells[-1]), where
            own = read(lang, number_in(change))
            if catalogue.load()[id].kind == "modelled":
                assert not RANK.search(rank), where
            else:
                assert rank.split(" · ")[0] == expected_rank(lang, figures, own, best_low=False), where
        bars = ranking_of(ranked)
        assert bars == [(area, number_in(table[names[area]][-1])) for area, _ in bars]
        listed = [area for name in table for area, own in names.items() if own == name and area in dict(bars)]
        assert [area for area, _ in bars] == listed, "the table stands in the order of the ranking"
        _follows(lang, request, ranked, bars)
        _lines_and_slopes(id, request, table)


def _follows(lang: Language, request: Request, ranked: Picture, bars: list[tuple[str, str]]) -> None:
    """Bars run down from what the sentence names; it names every district that is level with the first, or how many are
    so."""
    sizes = [read(lang, figure) for _, figure in bars]
    city = dict(bars).get(CITY, "")
    falls = bool(city) and read(lang, city) < 0
    assert sizes == sorted(sizes, reverse=not falls)
    parts = [(area, figure) for area, figure in bars if area != CITY]
    if not city or not read(lang, city) or len(parts) < 2:
        return
    (_, furthest), way = parts[0], -1 if falls else 1
    untold = "overlap" if lang == "en" else "überschneiden"
    if way * read(lang, furthest) > 0 and not (request.indicator.kind == "modelled" and untold in ranked.sentence):
        most = [request.names[area] for area, figure in parts if figure == furthest]
        told = most if len(most) <= NAMED else [counted(lang, len(most))]
        assert all(name in ranked.sentence for name in told), (ranked.sentence, most)
        assert furthest.lstrip("+−") in ranked.sentence, (ranked.sentence, furthest)


def _lines_and_slopes(id: str, request: Request, table: Table) -> None:
    slopes = draw("slope", request)
    assert isinstance(slopes, Picture)
    others, *lines = slopes.figure["data"][:-2]
    starts, lasts = (others["customdata"][n::3] for n in (0, 1))
    told = {name: ends for name, *ends in zip(others["text"][::3], starts, lasts, strict=True)}
    told |= {line["name"]: line["customdata"] for line in lines}
    for name, ends in told.items():
        cells = table[re.sub(r"\s*[†‡]+$", "", name)]
        assert [number_in(end) for end in ends] == [number_in(cell) for cell in cells[:2]], (id, name)
    course = draw("lines", request)
    if isinstance(course, str):
        return
    for line in course.figure["data"]:
        names = [name for name in table if name == line.get("name")]
        if not names or "customdata" not in line:
            continue
        x = line.get("x") or [line["x0"] + line["dx"] * n for n in range(len(line["y"]))]
        at = dict(zip(x, line["customdata"], strict=True))
        ends = [at.get(float(period[:4]), "") for period in request.span]
        for end, cell in zip(ends, table[names[0]][:2], strict=True):
            # Several periods of one year stand at one place of the axis.
            if len({period[:4] for period in periods(id)}) == len(periods(id)):
                assert number_in(end) == number_in(cell), (id, names, end, cell)


@pytest.mark.parametrize(("id", "lang"), WALK)
def test_values_of_the_newest_period(id: str, lang: Language) -> None:
    newest, indicator = periods(id)[-1], catalogue.load()[id]
    request = asked(id, lang, newest, newest)
    table, names, limits = table_of(request), request.areas, limits_in(request, indicator)
    on_map = [*tooltips(draw("value map", request))]  # type: ignore[arg-type]
    figures = [read(lang, number_in(told[0])) for _, _, told in on_map]
    best_low = indicator.unit["en"] in ("grade", "grade points")
    for area, name, (value, rank, *_) in on_map:
        assert number_in(value) == number_in(table[name][0]), (id, name)
        if indicator.kind == "modelled":
            assert not RANK.search(rank), (id, name)
        elif area not in limits:
            own = read(lang, number_in(value))
            assert rank.split(" · ")[0] == expected_rank(lang, figures, own, best_low=best_low), (id, name)
    ranked = draw("ranking", request)
    if isinstance(ranked, str):
        assert not on_map, "only a figure of the whole city has nothing beside it"
        return
    bars = ranking_of(ranked)
    assert bars == [(area, number_in(table[names[area]][0])) for area, _ in bars]
    sizes = [read(lang, figure) for _, figure in bars]
    assert sizes == sorted(sizes, reverse=not best_low)
    assert [name for name in table if name in {names[area] for area, _ in bars}] == [names[area] for area, _ in bars]
    ends = [figure for area, figure in bars if area != CITY]
    if len(ends) > 1 and not limits:
        assert ends[0] in ranked.sentence, ranked.sentence
        assert ends[-1] in ranked.sentence, ranked.sentence
    _points_and_cells(id, request, table)


def _points_and_cells(id: str, request: Request, table: Table) -> None:
    for trace in draw("distribution", request).figure["data"]:  # type: ignore[union-attr]
        for name, told in zip(trace["text"], trace["customdata"], strict=True):
            assert number_in(told) == number_in(table[name][0]), (id, name)
    heat = draw("heat", request).figure["data"][-1]  # type: ignore[union-attr]
    for area, row in zip(heat["y"], heat["customdata"], strict=True):
        assert number_in(row[-1]) == number_in(table.get(request.names[area], [""])[0]), (id, area)


def test_two_walks_see_something() -> None:
    """Plagwitz 2012 to 2024: +47,5 %, said by the map as by the table."""
    request = asked("population", "de", "2012", "2024")
    told = {name: told for _, name, told in tooltips(draw("change map", request))}  # type: ignore[arg-type]
    assert told["Plagwitz"][0] == table_of(request)["Plagwitz"][-1]
    assert number_in(told["Plagwitz"][0]).startswith("+")
