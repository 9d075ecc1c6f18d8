"""What moved most in an area: bars on one scale, a sentence, a table, and what is left out and why."""

from collections.abc import Mapping
from functools import partial

from charts.table import html_table
from data.areas import CITY
from exports import links
from exports.tables.moved_most import movements as movements_file
from indicators.catalogue import Indicator
from indicators.figures.small_bases import SMALL
from indicators.places.moved_most import Movement
from indicators.selection import Selection
from locales import Language, in_order, number, plural, text
from pictures.moved_most import Moves, area_of, moves
from pictures.request import Request
from ui import controls, frame, pictures
from ui.drawing import tables
from ui.take_away.offers import WHOLE, Figures, Table
from ui.view import View
from words.change import amount, difference, exact
from words.indicator import absent
from words.periods import short_span
from words.titles import titled


def area(view: View) -> str:
    """The city, or one of its boroughs and districts."""
    lang, names = view.lang, view.dataset.names
    borough = text(lang, "borough")
    boroughs = {code: f"{name} ({borough})" for code, name in in_order(names["stadtbezirk"]).items()}
    return controls.select(
        text(lang, "Area"), "area", {CITY: "Leipzig", **boroughs, **in_order(names["ortsteil"])}, CITY
    )


def place(view: View, request: Request) -> None:
    """Places lead, picture, table, and behind an i the method and what is left out."""
    drawn = pictures.draw("moved", request)
    ranked, others = moves(request)
    frame.said(
        text(
            view.lang,
            "A long bar is a large change. It does not say whether that is good, what caused it, or that it is beyond "
            "chance. Amounts in euros are not adjusted for prices.",
        )
    )
    frame.behind(text(view.lang, "How changes are compared"), _method(view.lang))
    frame.behind(text(view.lang, "What is left out, and why"), _left_out(view.lang, others))
    if not isinstance(drawn, str):
        tables.place(_table(request, ranked))
        with view.top:
            frame.lead(drawn.sentence)


def files(request: Request) -> Figures:
    """What is offered: the ranked changes, and all figures of these indicators."""
    lang, (start, end), (area, name), ranked = request.lang, request.span, area_of(request), moves(request)[0]
    if not ranked:
        return WHOLE
    title = text(lang, "What moved most: {name}, {start}–{end}", name=name, start=start, end=end)
    build = partial(movements_file, request.dataset, ranked, area, name, lang)
    span = {"from": start, "to": end}
    where = links.api("moved-most.csv", area=area, **span, lang=lang, version=request.dataset.version)
    table = Table(title, f"leipzig_moved-most_{area}_{start}-{end}", len(ranked), build, where)
    indicators = tuple(indicator for indicator, _ in ranked)
    return Figures(title, indicators, (table,), Selection(indicators))


def _method(lang: Language) -> list[str]:
    """How changes are compared."""
    return [
        text(
            lang,
            "Each change is divided by the spread of the 63 districts' changes of the same indicator over the same "
            "years: 1.4826 × their median absolute deviation (Rousseeuw and Croux 1993). Changes of counts and amounts "
            "are in percent, of shares in percentage points, all others in the unit.",
        ),
        text(
            lang,
            "Each indicator counts from its first to its last reliable figure within the chosen years. Doubtful "
            "figures are not used, and changes across a break in a series are not ranked.",
        ),
    ]


def _left_out(lang: Language, left: Moves) -> list[str]:
    """Indicators without a rank, a sentence a reason."""
    reasons: Mapping[str, str] = {
        "break": text(lang, "across a break in the series †"),
        "short": text(lang, "figures span less than half of the chosen years"),
        "no figures": text(lang, "fewer than two reliable figures here in these years"),
        "zero": text(lang, "the first figure is zero"),
        "few cases": text(lang, "fewer than {n} counted at first, so that percent would mislead", n=SMALL),
        "few districts": text(lang, "too few districts to compare with, or none differs"),
        "repeats": text(lang, "says the same as another indicator"),
    }
    titles = {why: [one.title[lang] for one, movement in left if movement.why == why] for why in reasons}
    told = [
        text(lang, "Left out, {reason}: {titles}.", reason=reasons[why], titles=", ".join(found))
        for why, found in titles.items()
        if found
    ]
    # Those without figures can be more than fit into a sentence.
    n = sum(movement.why == "absent" for _, movement in left)
    counted = plural(lang, "{n} indicator", "{n} indicators", n)
    return [*told, f"{counted}: {absent(lang)}."] if n else told


def _table(request: Request, ranked: Moves) -> str:
    lang, (start, end), (_, name) = request.lang, request.span, area_of(request)
    header = [
        text(lang, "Indicator"),
        text(lang, "Change ÷ spread"),
        text(lang, "Change"),
        text(lang, "Years"),
        text(lang, "First figure"),
        text(lang, "Last figure"),
        text(lang, "Spread of the districts"),
    ]
    cells = [
        [
            titled(lang, indicator),
            # What they are ranked by stands first, where a phone shows it without scrolling aside.
            number(lang, movement.score, 2, signed=True),
            difference(lang, indicator, movement.change),
            short_span(lang, (movement.start, movement.end)),
            *_ends(lang, indicator, movement),
            difference(lang, indicator, movement.spread, signed=False),
        ]
        for indicator, movement in ranked
    ]
    caption = text(lang, "All ranked changes: {name}, {start}–{end}", name=name, start=start, end=end)
    return html_table(caption, header, cells, [])


def _ends(lang: Language, indicator: Indicator, movement: Movement) -> tuple[str, str]:
    """First and last figure, as exactly as the change beside them asks for."""
    ends = movement.start_value, movement.end_value
    decimals = exact(indicator, *ends, movement.change).decimals
    start, end = (amount(lang, indicator, value, decimals) for value in ends)
    return start, end
