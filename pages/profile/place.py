"""Beside the table of a profile: where the place lies, what it is unlike, what it resembles, how old its people are."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

import streamlit as st
from markupsafe import Markup

from charts.html import tag
from charts.profile_ages import age_bars
from data.areas import CITY
from exports import links
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures.reader_groups import OwnGroup, written
from indicators.places import similarity
from indicators.places.ages import age_groups
from indicators.places.neighbours import around
from indicators.places.profile import differences
from indicators.selection import Selection
from locales import Language, joined, number, percent, text
from pages.profile.subject import Profile
from ui import address, frame, pictures
from words.care import DOUBTFUL, mark
from words.periods import short
from words.place_sentence import A_TOPIC
from words.titles import unit_beside

MOST: Final = 5
ALIKE: Final = 5
"""How many differences and how many similar places are listed."""


def place(profile: Profile) -> None:
    """The map of where the place lies; a click on it opens the profile of what was clicked."""
    place = profile.place
    group = (OwnGroup(place.id, profile.name, place.members),) if place.members else ()
    request = pictures.request(profile.view, Selection(areas=(place.id,), levels=(place.peers,), own=group))
    pictures.draw("place map", request, partial(address.choose, "area"))


def unlike(profile: Profile) -> None:
    """The things in which the place is furthest from the city."""
    lang, known = profile.lang, catalogue.load()
    rows = differences(profile.rows, MOST, A_TOPIC).to_dict("records")
    if not rows:
        frame.note(text(lang, "There are no figures that could be set against the city."))
        return
    header = [text(lang, "Indicator"), profile.name, text(lang, "City"), text(lang, "Distance")]
    whole = tag(
        "table",
        tag("caption", text(lang, "Greatest differences from the city")),
        tag("thead", tag("tr", *(tag("th", name, scope="col") for name in header))),
        tag("tbody", *(_difference(lang, known[row["indicator"]], row) for row in rows)),
        class_="things",
    )
    st.html(whole)
    frame.behind(
        text(lang, "How it is measured"),
        [
            text(
                lang,
                "Distance: value minus city, in spreads of {peers} (1.4826 × median absolute deviation); at most "
                "{n} of a topic, no counts, no doubtful figures.",
                peers=profile.peers(),
                n=A_TOPIC,
            )
        ],
    )


def _difference(lang: Language, indicator: Indicator, row: Mapping[Any, Any]) -> Markup:
    """One row of the table of differences; row: of `indicators.places.profile.POSITIONS`."""
    own, city = (number(lang, row[which], indicator.decimals) for which in ("value", "city"))
    unit = tag("small", f"{unit_beside(lang, indicator)} {short(lang, row['period'])}".strip())
    cells = (own, city, number(lang, row["apart"], 1, signed=True))
    return tag("tr", tag("th", indicator.title[lang], " ", unit, scope="row"), *(tag("td", cell) for cell in cells))


def alike(profile: Profile) -> None:
    """The most similar districts and the neighbours, as links to their profiles."""
    lang, declared = profile.lang, similarity.load()
    similar = similarity.similar(profile.dataset, profile.place).head(ALIKE)
    apart = zip(similar["area"], similar["distance"], strict=True)
    alike = [_link(profile, area) + f" ({number(lang, distance, 2)})" for area, distance in apart]
    label = text(lang, "Most similar (newest figures)") if profile.until else text(lang, "Most similar")
    _listed(label, alike or [text(lang, "too few figures in common with other areas")])
    neighbours = around(profile.dataset, profile.place)
    _listed(text(lang, "Neighbours"), [_link(profile, code) for code in neighbours])
    shared = sorted({int(n) for n in similar["shared"]})
    span = "–".join(number(lang, n) for n in dict.fromkeys([*shared[:1], *shared[-1:]])) or "0"
    frame.behind(
        text(lang, "How it is measured"),
        [
            text(
                lang,
                "In brackets: how far they are apart in a typical indicator, in standard deviations (standardised "
                "Euclidean distance); 0 means alike. Compared by: {indicators}. Only indicators with figures for "
                "both count, which must be at least {share} of them (here {n} of {of}).",
                indicators=joined(lang, [one.title[lang] for one in declared.indicators]),
                share=percent(lang, 100 * declared.share, 0),
                n=span,
                of=len(declared.indicators),
            )
        ],
    )


def _link(profile: Profile, area: str) -> Markup:
    own = written(profile.own)
    where = links.page("", profile.lang, area=area, group=own, **address.pinned(profile.dataset))
    return tag("a", profile.names[area], href=where)


def _listed(label: str, items: Sequence[str]) -> None:
    st.html(tag("p", tag("b", f"{label}:"), " ", Markup(" · ").join(items), class_="places"))


def ages(profile: Profile) -> None:
    """The shares of three age groups beside the city's."""
    lang = profile.lang
    found = age_groups(profile.dataset, profile.place, profile.until)
    if not found:
        return
    own = found[profile.place.id]
    caption = text(lang, "Age groups {period}", period=own.period) + mark(DOUBTFUL if own.doubtful else "")
    header = [text(lang, "under 15"), text(lang, "15 to 64"), text(lang, "65 and over")]
    rows = [(profile.name, own), (text(lang, "City"), found[CITY])]
    st.html(age_bars(lang, caption, header, rows, profile.view.theme))
    frame.behind(
        text(lang, "How it is measured"),
        [
            text(
                lang,
                "The shares follow exactly from the youth and the old-age ratio. There are no figures by single "
                "years of age and sex, so there is no population pyramid.",
            )
        ],
    )
