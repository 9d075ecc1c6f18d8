"""The place in six tiles: people, age, rent, unemployment, income, growth; each leads on to its map or comparison."""

from collections.abc import Iterator
from math import isnan
from typing import Final

import streamlit as st
from markupsafe import Markup

from charts.points import NONE, Point, moment
from charts.sparkline import sparkline
from charts.tiles import STYLE, tile, tiles
from data.areas import CITY
from exports import links
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.grid import History
from indicators.figures.reader_groups import written
from indicators.figures.values import grid
from indicators.places.place import can_be_put_together, history
from locales import text
from pages.profile.subject import Profile
from ui import address
from words.care import DOUBTFUL, mark, status_told
from words.change import difference
from words.indicator import absent
from words.missing import why_missing
from words.periods import dated
from words.place_sentence import SINCE, standing
from words.rows import rows as change_rows
from words.tiles import figure_and_unit, line_told

SHOWN: Final = ("population", "mean_age", "base_rent", "unemployment_share", "net_income_person")


def place(profile: Profile) -> None:
    """Places them in a row."""
    every = [*(_tile(profile, catalogue.load()[id]) for id in SHOWN), *_growth(profile)]
    st.html(STYLE + tiles(every, six=True))


def _tile(profile: Profile, indicator: Indicator) -> Markup:
    lang, title, where = profile.lang, indicator.title[profile.lang], _address(profile, indicator)
    if not can_be_put_together(indicator, profile.place):
        return tile(title, "", None, Markup(), text(lang, "known for districts only"), where)
    found = profile.rows[profile.rows["indicator"] == indicator.id].to_dict("records")
    if not found:
        return tile(title, "", None, Markup(), absent(lang), where)
    (row,) = found
    when = [dated(lang, row["period"]), *status_told(lang, row["status"])]
    if isnan(row["value"]):
        return tile(title, dated(lang, row["period"]), None, Markup(), why_missing(lang, row["status"]), where)
    own = history(profile.dataset, indicator, profile.place).since(SINCE)
    line = sparkline(_points(own), profile.view.theme, line_told(lang, indicator, own.known))
    return tile(
        title,
        ", ".join(when),
        figure_and_unit(lang, indicator, row["value"]),
        line,
        standing(lang, indicator, row),
        where,
    )


def _growth(profile: Profile) -> Iterator[Markup]:
    """How the population changed, beside the city's change; nothing without figures of it."""
    lang, population = profile.lang, catalogue.load()["population"]
    found = profile.rows[profile.rows["indicator"] == population.id].to_dict("records")
    if not found:
        return
    period = found[0]["period"]
    groups = ((profile.place.id, profile.place.members),) if profile.place.members else ()
    changes = measures.change(grid(profile.dataset, population, groups), SINCE, period)
    names = {profile.place.id: profile.name, **profile.dataset.names["city"]}
    rows = {row["area"]: row for row in change_rows(lang, population, changes, names).to_dict("records")}
    own, city = rows.get(profile.place.id), rows.get(CITY)
    if own is None or isnan(own["change"]):
        return
    told = text(lang, "city {value}", value=difference(lang, population, city["change"])) if city else ""
    title, span = text(lang, "Growth"), text(lang, "since {start}", start=SINCE)
    where = _address(profile, population, **{"from": SINCE, "to": period})
    yield tile(
        title, span, (difference(lang, population, own["change"]) + mark(own["care"]), ""), Markup(), told, where
    )


def _points(own: History) -> list[Point]:
    """The points of a line, doubtful figures left out."""
    return [
        Point(moment(each.period), NONE if each.status == DOUBTFUL else each.value, each.status) for each in own.figures
    ]


def _address(profile: Profile, indicator: Indicator, **more: str) -> str:
    """The map with the place set off; of a group, which no map has, beside the city."""
    pinned, place = address.pinned(profile.dataset), profile.place
    if place.members:
        own = {"group": written(profile.own)} if profile.own else {}
        choice = {"compare": f"{place.id},{CITY}", **own}
        return links.page("compare", profile.lang, indicator=indicator.id, **choice, **more, **pinned)
    choice = {"level": place.peers, "areas": place.id}
    return links.page("growth", profile.lang, indicator=indicator.id, **choice, **more, **pinned)
