"""The district that the reader chose last: its sentence, and what a card beside the pictures says of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan

from markupsafe import Markup, escape

from charts.points import Point, moment
from charts.sparkline import sparkline
from data.areas import CITY
from indicators.analysis.ranks import Rank
from indicators.figures.grid import Observed
from locales import text
from pictures.key_figures import KeyFigure, since_before, summary
from pictures.limits import limits_in
from pictures.request import Request
from words.change import Moved, amount
from words.change_sentence import change_sentence
from words.chosen import changes_compare, chosen_value, first_and_last
from words.limits import limits_told
from words.missing import why_missing
from words.periods import dated
from words.ranks import change_ranks, rank_words, value_ranks
from words.rows import moved


@dataclass(frozen=True)
class Card:
    """A district in one look: its name, its figures with what is to be told of each, and its course as a line."""

    area: str
    name: str
    figures: Sequence[KeyFigure]
    line: Markup


def card(request: Request) -> Card | None:
    """The card of the district chosen last, with its ranks among all of its level; None where none is chosen.

    Of a picture of one period, it tells of the change on the figure before.
    """
    area = request.chosen
    if not area:
        return None
    asked = since_before(request, area) if request.period else request
    found = summary(asked, area)[: 2 if request.period else None]
    more = (_standing(asked, area), _moving(asked, area) if len(found) > 1 else (), ())
    figures = [_with(figure, told) for figure, told in zip(found, more, strict=False)]
    return Card(area, request.names[area], figures or [_absent(request, area)], _line(request, area))


def sentence(request: Request, shows: str) -> str:
    """What the district chosen last has or did, before what is said of the whole city; empty where none is chosen.

    shows: change, pair, value or city, as of `pictures.map_sentence.sentence`.
    """
    area, lang, indicator = request.chosen, request.lang, request.indicator
    if not area:
        return ""
    if shows in ("change", "pair") and (own := change(request)):
        return change_sentence(lang, indicator, request.span, own, None, [], "")
    return chosen_value(lang, indicator, request.names[area], _figure(request, area), _ranks(request).get(area))


def ranked(request: Request, shows: str) -> str:
    """What a district has, or how it changed, with its rank; why there is none, of modelled figures; shows: as of
    `sentence`, change or value."""
    lang, told = request.lang, sentence(request, shows)
    if request.indicator.kind == "modelled":
        unsure = text(lang, "It has no rank, as ranges of uncertainty overlap.")
        return f"{told} {unsure}"
    if shows == "value":
        return told
    rank = change_ranks(request.indicator, request.districts).get(request.chosen)
    by_change = text(lang, "By its change: {rank}.", rank=rank_words(lang, rank)) if rank else ""
    return f"{told} {by_change}".strip()


def change(request: Request) -> Moved | None:
    """How the district chosen last moved; None where none is chosen."""
    area = request.chosen
    return moved(request.changes, area, request.names[area], request.names[area]) if area else None


def has_value(request: Request) -> bool:
    """Whether a district is chosen that has a figure in the period of a picture of one."""
    return bool(request.chosen) and not isnan(_figure(request, request.chosen).value)


def _figure(request: Request, area: str) -> Observed:
    return Observed(request.at, *request.grid.history(area).at(request.at))


def _ranks(request: Request) -> dict[str, Rank]:
    """By area its rank in the period of a picture of one; none where limits do not permit to rank."""
    if limits_in(request, request.indicator):
        return {}
    return value_ranks(request.indicator, request.values(request.dataset.names[request.level]), "shade")


def _standing(request: Request, area: str) -> list[str]:
    """The rank of a value and, where it compares, the city's; or why there is no value."""
    lang, indicator, own = request.lang, request.indicator, _figure(request, area)
    if own.value != own.value:
        return [why_missing(lang, own.status)]
    rank, limits = _ranks(request).get(area), limits_in(request, indicator).get(area)
    told = [rank_words(lang, rank, grades=indicator.graded)] if rank else []
    told += [limits_told(lang, indicator, limits)] if limits else []
    city = _figure(request, CITY).value
    if indicator.comparable and city == city:
        told.append(text(lang, "city {value}", value=amount(lang, indicator, city)))
    return told


def _moving(request: Request, area: str) -> list[str]:
    """The rank of a change, the city's where changes compare, and what is to be beware of."""
    lang, indicator, rows = request.lang, request.indicator, request.changes
    told = {row["area"]: row for row in rows[rows["area"].isin([area, CITY])].to_dict("records")}
    rank = change_ranks(indicator, request.districts).get(area)
    beside = [rank_words(lang, rank)] if rank else []
    city = told.get(CITY, {"change": nan})
    if changes_compare(indicator) and city["change"] == city["change"]:
        beside.append(text(lang, "city {value}", value=city["label"]))
    return [*beside, *filter(None, [told[area]["note"]])]


def _absent(request: Request, area: str) -> KeyFigure:
    """That a district has no figure, of which nobody publishes any."""
    label = f"{request.indicator.title[request.lang]} {dated(request.lang, request.at)}"
    return _with((label, text(request.lang, "no figure"), None), _standing(request, area))


def _with(figure: KeyFigure, more: Sequence[str]) -> KeyFigure:
    label, value, told = figure
    return label, value, Markup(" · ").join(map(escape, filter(None, [told, *more]))) or None


def _line(request: Request, area: str) -> Markup:
    """Every figure of an area, whatever the years of the pictures."""
    history = request.grid.history(area)
    known = history.known
    if len(known) < 2:
        return Markup()
    points = [Point(moment(each.period), each.value, each.status) for each in history.figures]
    return sparkline(points, request.theme, first_and_last(request.lang, request.indicator, known[0], known[-1]))
