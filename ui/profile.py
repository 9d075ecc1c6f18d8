"""What the profile of a place puts on its page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Final
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from charts import changes, profile_map
from charts.changes import BREAK_MARK, DOUBT_MARK
from charts.choropleth import Ground
from charts.profile_ages import age_bars
from charts.profile_rows import profile_row
from charts.profile_table import Row, profile_table
from charts.profile_words import Apart, Residents, profile_sentence
from charts.theme import Captions
from charts.words import amount
from data.areas import CITY
from data.store import Dataset
from exports.csv_file import to_csv
from exports.profile import profile as profile_export
from indicators import catalogue, groups, measures, similarity, topics
from indicators.ages import age_groups
from indicators.catalogue import Indicator
from indicators.histories import Place, history
from indicators.neighbours import around
from indicators.profile import differences, positions, without_figures
from indicators.remarks import reason
from indicators.values import values_with_groups
from locales import Language, joined, number, plotly_separators, text
from ui import address, downloads, drawing, frame

SINCE: Final = "2012"
"""The first year of sparklines, trends and the change in the sentence."""
DEFAULT: Final = "51"
MOST: Final = 5
A_TOPIC: Final = 2
"""How many differences are listed at most, and of one topic."""
IN_SENTENCE: Final = 2
ALIKE: Final = 5
ALL: Final = "all"

STYLE: Final = """<style>
.things{width:100%;border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums;line-height:1.3}
.things caption,.places caption{text-align:left;font-weight:600;padding:0 0 .3rem}
.things :is(th,td){border:0;text-align:right;padding:.2rem 0 .2rem .8rem;font-weight:400}
.things thead th{opacity:.72;font-size:.85em}
.things tbody :is(th,td){border-top:1px solid color-mix(in srgb,currentColor 14%,transparent)}
.things th:first-child{text-align:left;padding-left:0}
.things td:nth-child(2){font-weight:600}
.places{margin:.2rem 0;line-height:1.55;font-size:.92rem}.places b{font-weight:600}
.places a{text-underline-offset:.15em}
@media print{
@page{size:A4;margin:11mm 12mm}
:root,body{zoom:1!important;font-size:12px!important}
[data-testid="stHeader"],[data-testid="stSidebar"],[data-testid="stToolbar"],[data-testid="stElementToolbar"],
[data-testid="stSelectbox"],[data-testid="stButtonGroup"],[data-testid="stDownloadButton"],
[data-testid="stStatusWidget"],[data-testid="stToastContainer"],[data-testid="stDecoration"],
.picture menu{display:none!important}
html,body,#root,[data-testid="stApp"],[data-testid="stAppViewContainer"],[data-testid="stMain"],
[data-testid="stAppScrollToBottomContainer"]{position:static!important;overflow:visible!important;
height:auto!important;min-height:0!important;background:#fff!important;color:#000!important}
[data-testid="stApp"] *{color:#000!important}
[data-testid="stMainBlockContainer"]{padding:0!important;max-width:none!important}
[data-testid="stVerticalBlock"]{gap:.3rem!important}
h1{font-size:1.5rem!important}h3{font-size:1rem!important;padding:.2rem 0!important}
.lead{font-size:1rem;max-width:none}.small{font-size:.68rem;max-width:none;line-height:1.25;margin:.1rem 0}
.profile{font-size:.72rem;line-height:1.15}.profile :is(th,td){padding:.04rem 0 .04rem .6rem}
.profile .wide{display:table-cell!important}.profile tr.topic th{padding-top:.25rem}
.profile img{height:12px;width:80px;print-color-adjust:exact}
.profile tr,.things tr,.ages tr,.picture{break-inside:avoid}.profile tr.topic{break-after:avoid}
.profile thead{display:table-header-group}
.things,.ages,.places{font-size:.76rem}
[data-testid="stHorizontalBlock"]{flex-wrap:nowrap!important}
[data-testid="stColumn"]{min-width:0!important}
a{text-decoration:none!important}
}
</style>"""


@dataclass(frozen=True)
class Shown:
    """What a page is about: the reader's language, the figures, the place, and every name by code or id."""

    lang: Language
    dataset: Dataset
    place: Place
    names: Mapping[str, str]

    @property
    def name(self) -> str:
        return self.names[self.place.id]

    @property
    def rows(self) -> pd.DataFrame:
        return positions(self.dataset, self.place)

    def peers(self) -> str:
        """Those that the place is set against, as in `the median of …`."""
        ortsteil = self.place.peers == "ortsteil"
        return text(self.lang, "the 63 districts") if ortsteil else text(self.lang, "the 10 boroughs")


def names(lang: Language, dataset: Dataset) -> dict[str, str]:
    """The name of each place that has a profile, in the order in which they are offered: districts by name first."""
    districts = sorted(dataset.names["ortsteil"].items(), key=lambda item: item[1])
    boroughs = {
        code: text(lang, "Borough {name}", name=name) for code, name in dataset.names["stadtbezirk"].items()
    }
    declared = {
        id: text(lang, "{name} (group of {n} districts)", name=group.title[lang], n=len(group.members))
        for id, group in groups.load().items()
    }
    return {**dict(districts), **boroughs, **declared}


def chosen(lang: Language, dataset: Dataset) -> Shown:
    """The place that the address or the reader asks for; Plagwitz at first."""
    known = names(lang, dataset)
    id = st.session_state[address.one("area", known, DEFAULT)]
    if id in groups.load():
        group = groups.load()[id]
        return Shown(lang, dataset, Place(id, "ortsteil", group.members), {**known, id: group.title[lang]})
    level = "stadtbezirk" if id in dataset.names["stadtbezirk"] else "ortsteil"
    return Shown(lang, dataset, Place(id, level), known)


def controls(shown: Shown) -> str:
    """Which place, and which topic the table shows; returns the topic."""
    lang, known = shown.lang, names(shown.lang, shown.dataset)
    there = {ALL: text(lang, "All topics")} | {id: _topic(lang, id) for id in shown.rows["topic"].unique()}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        key = address.one("area", known, DEFAULT)
        st.selectbox(text(lang, "Area"), list(known), format_func=known.__getitem__, key=key, width=360)
        key = address.one("topic", there, ALL)
        topic = st.selectbox(text(lang, "Topic"), list(there), format_func=there.__getitem__, key=key, width=300)
    return str(topic)


def _topic(lang: Language, id: str) -> str:
    known = topics.load()
    return known[id][lang] if id in known else id


def sentence(shown: Shown) -> str:
    """The sentence above the page."""
    lang, known = shown.lang, catalogue.load()
    population = known["population"]
    apart = [
        Apart(
            known[row["indicator"]].title[lang],
            amount(lang, known[row["indicator"]], row["value"]),
            amount(lang, known[row["indicator"]], row["city"]),
        )
        for row in differences(shown.rows, IN_SENTENCE, A_TOPIC).to_dict("records")
    ]
    alike = similarity.similar(shown.dataset, shown.place)
    first = alike[alike["distance"].round(2) == alike["distance"].round(2).min()]
    similar = [shown.names[area] for area in first["area"]]
    return profile_sentence(lang, shown.name, population, _residents(shown, population), apart, similar)


def _residents(shown: Shown, population: Indicator) -> Residents | None:
    rows = shown.rows[shown.rows["indicator"] == population.id]
    if rows.empty:
        return None
    row = rows.iloc[0]
    members = ((shown.place.id, shown.place.members),) if shown.place.members else ()
    every = values_with_groups(shown.dataset, population, members)
    own = every[every["area"] == shown.place.id]
    told = changes.rows(shown.lang, population, measures.change(own, SINCE, row["period"]), shown.names)
    moved = changes.moved(told, shown.place.id, shown.name, shown.name)
    return Residents((SINCE, row["period"]), moved, row["status"])


def place(shown: Shown) -> None:
    """The map of where the place lies; a click on it opens the profile of what was clicked."""
    lang, dataset, level = shown.lang, shown.dataset, shown.place.peers
    own = shown.place.members or (shown.place.id,)
    path = f"{drawing.base_path()}/api/v1/areas.geojson?version={dataset.version}&level="
    source = text(
        lang,
        "Source: {source} · data version {version}",
        source=_boundaries(dataset),
        version=dataset.version,
    )
    title = text(lang, "{name} in Leipzig", name=shown.name)
    figure = profile_map.place_map(
        dataset.names[level],
        own,
        around(dataset, shown.place),
        Ground(path + level, path + "stadtbezirk", *dataset.extent),
        Captions(title, text(lang, "dark: {name}, light: its neighbours", name=shown.name), source, plotly_separators(lang)),
        frame.theme(),
    )
    opened = partial(st.session_state.__setitem__, "choice area")
    drawing.draw(lang, figure, f"leipzig_profile_{shown.place.id}_map", title, "place", opened)


def _boundaries(dataset: Dataset) -> str:
    record = dataset.sources["boundaries"]
    return f"{record['attribution']} ({record['licence']})"


def unlike(shown: Shown) -> None:
    """The things in which the place is furthest from the city."""
    lang, known = shown.lang, catalogue.load()
    rows = differences(shown.rows, MOST, A_TOPIC).to_dict("records")
    if not rows:
        frame.note(text(lang, "There are no figures that could be set against the city."))
        return
    header = [text(lang, "Indicator"), shown.name, text(lang, "City"), text(lang, "Distance")]
    cells = [
        [
            f"{known[row['indicator']].title[lang]} {row['period']}",
            amount(lang, known[row["indicator"]], row["value"]),
            amount(lang, known[row["indicator"]], row["city"]),
            number(lang, row["apart"], 1, signed=True),
        ]
        for row in rows
    ]
    head = "".join(f'<th scope="col">{escape(name)}' for name in header)
    body = "".join(
        f'<tr><th scope="row">{escape(cell[0])}' + "".join(f"<td>{escape(one)}" for one in cell[1:]) for cell in cells
    )
    caption = escape(text(lang, "Furthest from the city"))
    st.html(f'<table class="things"><caption>{caption}</caption><thead><tr>{head}</thead><tbody>{body}</table>')
    frame.note(
        text(
            lang,
            "Distance: value minus city, in spreads of {peers} (1.4826 × median absolute deviation); at most "
            "{n} of a topic, no counts, no doubtful figures.",
            peers=shown.peers(),
            n=A_TOPIC,
        )
    )


def alike(shown: Shown) -> None:
    """The most similar districts and the neighbours, as links to their profiles."""
    lang, declared = shown.lang, similarity.load()
    found = similarity.similar(shown.dataset, shown.place).head(ALIKE)
    label = text(lang, "Most similar")
    if found.empty:
        _places(label, [text(lang, "too few figures in common with other areas")])
    else:
        link = _linker(shown)
        _places(label, [f"{link(row.area)} ({number(lang, row.distance, 2)})" for row in found.itertuples()])
    neighbours = around(shown.dataset, shown.place)
    _places(text(lang, "Neighbours"), [_linker(shown)(code) for code in neighbours])
    shared = sorted({int(n) for n in found["shared"]})
    span = " – ".join(number(lang, n) for n in dict.fromkeys([*shared[:1], *shared[-1:]])) or "0"
    frame.note(
        text(
            lang,
            "In brackets: how far they are apart in a typical indicator, in standard deviations (standardised "
            "Euclidean distance); 0 is alike. Compared by: {indicators}. Only indicators that both have count, "
            "at least {share} % of them (here {n} of {of}).",
            indicators=joined(lang, [one.title[lang] for one in declared.indicators]),
            share=number(lang, 100 * declared.share),
            n=span,
            of=len(declared.indicators),
        )
    )


def _linker(shown: Shown) -> Callable[[str], str]:
    def link(area: str) -> str:
        query = urlencode({"lang": shown.lang, "area": area})
        return f'<a href="?{escape(query)}">{escape(shown.names[area])}</a>'

    return link


def _places(label: str, items: Sequence[str]) -> None:
    st.html(f'<p class="places"><b>{escape(label)}:</b> {" · ".join(items)}</p>')


def ages(shown: Shown) -> None:
    """The shares of three age groups beside the city's."""
    lang = shown.lang
    found = age_groups(shown.dataset, shown.place)
    if not found:
        return
    own = found[shown.place.id]
    caption = text(lang, "Age groups {period}", period=own.period) + (DOUBT_MARK if own.doubtful else "")
    header = [text(lang, "under 15"), text(lang, "15 to 64"), text(lang, "65 and over")]
    rows = [(shown.name, own), (text(lang, "City"), found[CITY])]
    st.html(age_bars(lang, caption, header, rows, frame.theme()))
    frame.note(
        text(
            lang,
            "The shares follow exactly from the youth and the old-age ratio. There are no figures by single "
            "years of age and sex, so there is no population pyramid.",
        )
    )


def table(shown: Shown, topic: str) -> None:
    """Every indicator of a topic, or of all, with its place among the peers."""
    lang, known = shown.lang, catalogue.load()
    rows = shown.rows
    if topic != ALL:
        rows = rows[rows["topic"] == topic]
    city = Place(CITY, shown.place.peers)
    told: dict[str, list[Row]] = {id: [] for id in topics.load() if id in set(rows["topic"])}
    for row in rows.to_dict("records"):
        indicator = known[row["indicator"]]
        own = history(shown.dataset, indicator, shown.place).since(SINCE)
        theirs = history(shown.dataset, indicator, city).since(SINCE)
        told.setdefault(row["topic"], []).append(profile_row(lang, indicator, row, own, theirs, frame.theme()))
    against = text(lang, "Against the median of {peers}", peers=shown.peers())
    header = [text(lang, "Indicator"), shown.name, text(lang, "Year"), text(lang, "Rank"), text(lang, "City"), against]
    header += [text(lang, "Since {year}", year=SINCE), text(lang, "Trend")]
    caption = text(
        lang,
        "Rank 1: highest value. Line: green {name}, grey the city. Arrow: trend found by the Mann–Kendall test (p < 0.05).",
        name=shown.name,
    )
    st.html(profile_table(caption, header, [(_topic(lang, id), found) for id, found in told.items()]))
    _remarks(shown, rows)


def _remarks(shown: Shown, rows: pd.DataFrame) -> None:
    """What the marks in the table mean, which reasons the sources give, and what is not in the table."""
    lang = shown.lang
    for line in [*_doubts(shown, rows), *_breaks(shown, rows)]:
        frame.note(line)
    frame.note(
        text(
            lang,
            "Similar: at most one spread (1.4826 × median absolute deviation) from the median of {peers}; of normally "
            "distributed values 68 % are. Compared is the newest year with figures of most of them.",
            peers=shown.peers(),
        )
    )


def _doubts(shown: Shown, rows: pd.DataFrame) -> list[str]:
    """Reasons of the doubtful figures in the table, each once."""
    lang, found = shown.lang, dict[str, list[str]]()
    for row in rows.to_dict("records"):
        for area, status in ((shown.place.id, row["status"]), (CITY, row["city_status"])):
            if status == "U":
                _add(found, shown, row["indicator"], row["period"], "U", area)
    return [
        text(lang, "‡ Doubtful ({figures}): {reason}", figures=joined(lang, titles), reason=why)
        for why, titles in found.items()
    ]


def _breaks(shown: Shown, rows: pd.DataFrame) -> list[str]:
    """Reasons of the breaks that the lines of the table cross, each once."""
    lang, found = shown.lang, dict[str, list[str]]()
    for id in rows["indicator"]:
        own = history(shown.dataset, catalogue.load()[id], shown.place).since(SINCE)
        for period, status in list(zip(own.periods, own.status, strict=True))[1:]:
            if status == "B":
                _add(found, shown, id, period, "B", shown.place.id)
    return [
        text(lang, "† Break ({figures}): {reason}", figures=joined(lang, titles), reason=why)
        for why, titles in found.items()
    ]


def _add(found: dict[str, list[str]], shown: Shown, id: str, period: str, status: str, area: str) -> None:
    indicator = catalogue.load()[id]
    why = reason(shown.dataset, indicator, period, status, frozenset([area]))
    told = why[shown.lang] if why else text(shown.lang, "the source gives no reason")
    title = f"{indicator.title[shown.lang]} {period}"
    if title not in found.setdefault(told, []):
        found[told].append(title)


def absent(shown: Shown) -> None:
    """Which indicators have no row, and why."""
    lang = shown.lang
    none, apart = without_figures(shown.dataset, shown.place)
    if apart:
        titles = joined(lang, [one.title[lang] for one in apart])
        frame.note(text(lang, "Cannot be put together for a group: {titles}.", titles=titles))
    if none:
        titles = joined(lang, [one.title[lang] for one in none])
        frame.note(text(lang, "No figures of {peers} in the data in force: {titles}.", peers=shown.peers(), titles=titles))


def files(shown: Shown, topic: str) -> None:
    """The series behind the lines, and the profile itself with ranks and medians."""
    lang, dataset = shown.lang, shown.dataset
    rows = shown.rows if topic == ALL else shown.rows[shown.rows["topic"] == topic]
    members = ((shown.place.id, shown.place.members),) if shown.place.members else ()
    tables = []
    for id in rows["indicator"]:
        every = values_with_groups(dataset, catalogue.load()[id], members)
        tables.append((catalogue.load()[id], every[every["period"] >= SINCE]))
    listed = {shown.place.id: shown.name, CITY: "Leipzig"}
    stem = f"leipzig_profile_{shown.place.id}"
    downloads.buttons(lang, dataset, tables, listed, f"{stem}_since-{SINCE}")
    build = partial(_csv, shown, tuple(rows["indicator"]))
    label = text(lang, "Profile with ranks and medians, CSV")
    st.download_button(label, build, f"{stem}_{dataset.version}.csv", "text/csv", key="profile_csv", on_click="ignore")


def _csv(shown: Shown, ids: tuple[str, ...]) -> bytes:
    found = profile_export(shown.dataset, shown.place, shown.name, lang=shown.lang)
    return to_csv(found[found["indicator"].isin(ids)])


def source(shown: Shown) -> None:
    """Where the figures of the page are from."""
    indicators = [catalogue.load()[id] for id in shown.rows["indicator"]]
    frame.note(frame.source_line(shown.lang, shown.dataset, *indicators))
