"""Which place is asked about: a district, a borough, the city, or a group, always some Ortsteile with a name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from charts.html import tag
from data.store import Dataset
from exports import links
from indicators import catalogue
from indicators.energy.district import stock
from indicators.energy.district.outcome import HEAT
from indicators.energy.factors import Factors
from indicators.energy.heat import members
from indicators.figures.reader_groups import OwnGroup, written
from locales import Language, in_order, joined, text
from pages.energy_district import inputs
from ui import address, frame, own_groups
from ui.lists.words import with_parts
from ui.view import View
from words.sources import source_line

KEY: Final = "area"
DEFAULT: Final = "51"


@dataclass(frozen=True)
class Place:
    """id: of an official area or a group; grouped: whether it is a group; own: the group as an address says it, empty
    for a place that is not the reader's own."""

    id: str
    name: str
    codes: tuple[str, ...]
    grouped: bool = False
    own: str = ""

    @property
    def parameters(self) -> Mapping[str, str]:
        """How the HTTP interface is asked for it."""
        return {own_groups.KEY: self.own} if self.own else {KEY: self.id}


def names(lang: Language, dataset: Dataset, own: Sequence[OwnGroup]) -> dict[str, str]:
    """Name by id of every place, in the order in which they are offered."""
    boroughs = {
        code: text(lang, "{name} borough", name=name) for code, name in in_order(dataset.names["stadtbezirk"]).items()
    }
    made = {id: name for id, (name, _) in own_groups.all_groups(lang, own).items()}
    return {**in_order(dataset.names["ortsteil"]), **boroughs, **dataset.names["city"], **made}


def choose(lang: Language, dataset: Dataset) -> None:
    """The list of places."""
    listed = with_parts(dataset, names(lang, dataset, own_groups.current(dataset)))
    st.selectbox(
        text(lang, "Place"),
        list(listed),
        format_func=listed.__getitem__,
        key=address.one(KEY, listed, DEFAULT),
        filter_mode="contains",
        on_change=inputs.grown,
    )
    where = links.page("compare", lang, edit="yes", **address.pinned(dataset))
    st.html(tag("p", tag("a", text(lang, "Make a group of your own"), href=where), class_="small"))


def stock_of(view: View, where: Place, given: Factors) -> pd.Series:
    """What there is in the place, see `stock.of`; ends the page where figures are missing."""
    lang, dataset = view.lang, view.dataset
    try:
        every = stock.ortsteile(dataset, given)
    except stock.NoStock:
        frame.end_early(
            view, text(lang, "There is no year with figures of dwellings, households and cars of the districts.")
        )
    found = stock.of(every, where.codes)
    if found.isna().any():
        lacking = [code for code in where.codes if every.loc[code].isna().any()]
        names = joined(lang, [dataset.names["ortsteil"][code] for code in lacking])
        told = text(lang, "Figures of {names} are missing that the model needs; choose another place.", names=names)
        frame.end_early(view, told)
    return found


def current(lang: Language, dataset: Dataset) -> Place:
    """The place that the address or the reader asks for."""
    own = own_groups.current(dataset)
    known = names(lang, dataset, own)
    address.one(KEY, known, DEFAULT)
    id: str = address.state(KEY)
    if id in (made := own_groups.all_groups(lang, own)):
        said = written([group for group in own if group.id == id])
        return Place(id, known[id], tuple(sorted(made[id][1])), True, said)
    return Place(id, known[id], tuple(sorted(members(dataset).get(id, [id]))))


def source(view: View, where: Place, period: str) -> str:
    """Of which year what there is was counted, and where it is from; of a group, its districts first.

    period: the year.
    """
    lang, dataset = view.lang, view.dataset
    parts = joined(lang, [dataset.names["ortsteil"][code] for code in where.codes])
    told = text(lang, "{group}: {members}.", group=where.name, members=parts) + " " if where.grouped else ""
    counted = text(lang, "Dwellings, households and cars as counted in {year}.", year=period)
    return f"{told}{counted} {source_line(lang, dataset, catalogue.load()[HEAT])}"
