"""What made a rate change: within and between districts, its two sides, and growth by nationality."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from charts.table import html_table
from data.areas import CITY
from exports import links
from exports.area_ids import identified
from indicators import catalogue
from indicators.analysis import decomposition, for_reader, methods
from indicators.catalogue import Indicator
from indicators.figures.reader_groups import OwnGroup
from indicators.figures.values import grid
from indicators.selection import Selection
from locales import number, percent, text
from pages.analysis.choice import Chosen, one_of
from pictures.analysis.decomposition import group
from pictures.picture import Picture
from pictures.places import GROUP
from pictures.request import Request
from ui import controls, frame, own_groups, pictures
from ui.drawing import tables
from ui.take_away import offers
from ui.take_away.offers import Figures, Table
from ui.view import View
from words.analysis.decomposition import part, part_unit, relative
from words.periods import short_span

SPAN = ("2012", "2024")


def choose(view: View) -> Chosen:
    """Which parts; of which indicator and group, except of growth by nationality; and between which years."""
    lang = view.lang
    names = {
        "parts": text(lang, "Within and between districts"),
        "sides": text(lang, "Numerator and denominator"),
        "nationality": text(lang, "Growth by nationality"),
    }
    shown = controls.show(lang, names)
    if shown == "nationality":
        request = _counted(view)
        return Chosen(request, (names[shown], short_span(lang, request.span)), shown)
    declared = list(methods.load()["decomposition"].rates)
    indicator = one_of(view, declared, declared[0])
    title, members = own_groups.select(lang, own_groups.current(view.dataset))
    known = decomposition.periods(view.dataset, indicator)
    if not known:
        frame.no_figures(view)
    start, end = controls.years(lang, known, SPAN)
    own = (OwnGroup(GROUP, title, members),)
    request = pictures.request(view, Selection((indicator,), own=own, start=start, end=end))
    return Chosen(request, (names[shown], indicator.title[lang], title, short_span(lang, (start, end))), shown)


def place(view: View, chosen: Chosen) -> Figures:
    """Places answer, picture and table; returns what there is to take away."""
    return PARTS[chosen.view](view, chosen.request)


def _counted(view: View) -> Request:
    """Residents and those without German citizenship, between two years."""
    dataset = view.dataset
    counted: tuple[Indicator, ...] = tuple(catalogue.load()[id] for id in ("population", "foreigners"))
    known = [
        period
        for period in grid(dataset, counted[0]).with_figures([CITY])
        if period in grid(dataset, counted[1]).with_figures([CITY])
    ]
    if not known:
        frame.no_figures(view)
    start, end = controls.years(view.lang, known, ("2019", "2024"))
    return pictures.request(view, Selection(counted, start=start, end=end))


def _drawn(view: View, kind: str, request: Request) -> Picture | None:
    drawn = pictures.draw(kind, request)
    if not isinstance(drawn, Picture):
        return None
    with view.top:
        frame.lead(drawn.sentence)
    return drawn


def _parts(view: View, request: Request) -> Figures:
    drawn = _drawn(view, "rate parts", request)
    if drawn is None:
        return offers.of_list([request.indicator])
    tables.place(_parts_table(request, drawn.table))
    start, end = request.span
    rows = for_reader.decomposed(request.dataset, request.indicator, start, end)
    asked = {"result": "decomposition", "indicator": request.indicator.id, "from": start, "to": end}
    where = links.api("analysis.csv", **asked, version=request.dataset.version)
    named = rows.assign(name=rows["area"].map(request.names))
    return _offered(request, "parts", identified(request.dataset, named), where)


def _parts_table(request: Request, rows: pd.DataFrame) -> str:
    """The districts in the order of what they hold of the change, then the city.

    What each holds stands first, where a phone shows it without scrolling aside.
    """
    lang, indicator, (start, end) = request.lang, request.indicator, request.span
    falls = float(rows["both"].iloc[-1]) < 0
    ordered = rows.iloc[:-1].sort_values("both", ascending=falls, kind="stable", na_position="last")
    header = [
        text(lang, "Area"),
        text(lang, "Together"),
        text(lang, "Within"),
        text(lang, "By size"),
        start,
        end,
        text(lang, "Size {year}", year=start),
        text(lang, "Size {year}", year=end),
    ]
    records = [*ordered.to_dict("records"), rows.iloc[-1].to_dict()]
    cells = [
        [
            request.names[row["area"]],
            *(part(lang, indicator, row[side]) for side in ("both", "within", "between")),
            *(number(lang, row[side], indicator.decimals) for side in ("start_rate", "end_rate")),
            *(percent(lang, row[side], 2) for side in ("start_share", "end_share")),
        ]
        for row in records
    ]
    caption = text(
        lang,
        "{indicator} {span}, parts ({unit}); size: share of what the rate refers to",
        indicator=indicator.title[lang],
        span=short_span(lang, request.span),
        unit=part_unit(lang, indicator),
    )
    _, members = group(request)
    lit = [n for n, row in enumerate(records) if row["area"] == CITY or row["area"] in members]
    return html_table(caption, header, cells, lit, find=text(lang, "Find an area"))


def _sides(view: View, request: Request) -> Figures:
    drawn = _drawn(view, "rate sides", request)
    if drawn is None:
        return offers.of_list([request.indicator])
    lang, indicator, named = request.lang, request.indicator, methods.load()["decomposition"].rates
    names = named[indicator.id]
    header = [text(lang, "Area"), indicator.title[lang], names["count"][lang], names["base"][lang]]
    header.append(text(lang, "Part of the denominator"))
    cells = [
        [
            row["place"],
            *(relative(lang, row[side]) for side in ("log_rate", "log_count", "log_base")),
            percent(lang, 100 * row["denominators_part"], 1),
        ]
        for row in drawn.table.to_dict("records")
    ]
    caption = text(
        lang, "{indicator}, change {span}", indicator=indicator.title[lang], span=short_span(lang, request.span)
    )
    tables.place(html_table(caption, header, cells, [0]))
    return _offered(request, "sides", drawn.table)


def _by_nationality(view: View, request: Request) -> Figures:
    lang = view.lang
    drawn = _drawn(view, "growth by nationality", request)
    if drawn is None:
        return offers.of_list(request.selection.indicators)
    header = [text(lang, "Year"), text(lang, "Germans"), text(lang, "foreign nationals"), text(lang, "Together")]
    cells = [
        [row["period"], *(number(lang, row[side], signed=True) for side in ("german", "foreign", "all"))]
        for row in drawn.table.to_dict("records")
    ]
    caption = text(lang, "Leipzig: change on the year before, residents")
    tables.place(html_table(caption, header, cells, [], in_order=True))
    return _offered(request, "nationality", drawn.table)


def _offered(request: Request, kind: str, rows: pd.DataFrame, address: str = "") -> Figures:
    """The figures behind the picture, and the table itself. address: where the table can be had again, if anywhere."""
    start, end = request.span
    title = text(request.lang, "Parts of the change {start}–{end}", start=start, end=end)
    stem = f"leipzig_{request.indicator.id}_{kind}_{start}-{end}"
    return offers.of(request.lang, request.selection, Table(title, stem, len(rows), rows.copy, address))


PARTS: Final[Mapping[str, Callable[[View, Request], Figures]]] = {
    "parts": _parts,
    "sides": _sides,
    "nationality": _by_nationality,
}
"""By view, what places its answer, picture and table."""
