"""What stands around every page: language, title, source line."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NoReturn

import streamlit as st
from markupsafe import Markup

from charts.html import stylesheet, tag
from charts.theme import DARK, LIGHT
from data import store
from data.store import Dataset
from exports.about import codebook
from indicators.catalogue import Indicator
from locales import LANGUAGES, Language, date, joined, number, text
from locales.preferred import preferred
from server.page import language_script
from ui import address, collected, imprint, paper, share, titles
from ui.drawing import component
from ui.take_away import dialog
from ui.take_away.offers import WHOLE, Figures
from ui.view import View
from words.sources import source_line

MOST_NAMED: Final = 5
"""Parameters without a use that a notice names."""
LONGEST: Final = 80
"""Letters that a notice quotes of a parameter."""
LANGUAGE_NAMES: Final[dict[Language, str]] = {"de": "Deutsch", "en": "English"}

# Plotly measures texts in a drawing of its own; on a page that is shown larger it would take them for larger than the
# places that it reckons with.
STYLE: Final = stylesheet(__file__, "frame.css")


def language() -> Language:
    """The reader's language, from the switch or the address; the browser's unless said otherwise."""
    address.adopt()
    lang: Language = st.session_state[_language()]
    return lang


def _language() -> str:
    """The key of the switch."""
    return address.one("lang", LANGUAGES, preferred(st.context.headers.get("Accept-Language") or ""))


def dataset() -> Dataset:
    """The figures of the version that the address names, as long as it is kept; else those in force."""

    def kept(name: str) -> bool:
        try:
            return not name or bool(store.version(name).version)
        except store.NoData:
            return False

    gone = address.state(address.VERSION) or ""
    if not kept(gone):
        address.forget(address.VERSION)
        address.known().refused[address.VERSION] = gone
    address.restore(
        address.VERSION,
        lambda said: said.get(address.VERSION),
        kept,
        "",
        lambda name: {address.VERSION: name} if name else {},
    )
    name: str = address.state(address.VERSION)
    return store.version(name) if name else store.current()


def header(lang: Language, title: str) -> View:
    """Begins a page with its title and the language switch."""
    figures, theme = dataset(), DARK if st.context.theme.type == "dark" else LIGHT
    style = STYLE.replace("MENU", text(lang, "Menu")) + component.STYLE
    style += paper.style(lang, title, figures.version, theme)
    st.html(f"{style}<script>{language_script(lang)}</script>", unsafe_allow_javascript=True)
    if st.context.is_embedded:
        _alone()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.title(title, anchor=False, width="content")
        with st.container(horizontal=True, width="content", gap="small", key="buttons"):
            dialog.button(lang)
            share.button(lang)
            collected.button(lang)
            st.segmented_control(
                text(lang, "Language"),
                LANGUAGES,
                format_func=LANGUAGE_NAMES.__getitem__,
                required=True,
                key=_language(),
                label_visibility="collapsed",
                width="content",
            )
    return View(lang, title, figures, theme, st.container())


def _alone() -> str:
    """Hides everything but one picture, for a frame on somebody else's page; returns the picture's key."""
    shown = re.sub(r"[^a-z0-9_-]", "", st.query_params.get("show", "")) or "map"
    kept = ", ".join(f".st-key-{key}, .st-key-{key} *, :has(.st-key-{key})" for key in (shown, "whole", "told", "why"))
    st.html(
        f"<style>[data-testid=stMainBlockContainer] :not({kept}),[data-testid=stHeader]{{display:none}}"
        "[data-testid=stMainBlockContainer]{padding:.5rem .5rem 0}</style>"
    )
    return shown


def finish(view: View, figures: Figures = WHOLE, *, early: bool = False) -> None:
    """Writes the page's choices into the address, and says what of it could not be restored, or is not the newest.

    figures: what the page offers to take away; early: whether there may be more choices than the page came to.
    """
    version = address.state(address.VERSION)
    if version and version != store.current().version:
        _banner(view, version)
    choices = dict(address.known().choices)
    titles.tell(view, choices)
    imprint.place(view, choices)
    if st.context.is_embedded:
        with st.container(key="whole"):
            st.link_button(text(view.lang, "To the whole page"), share.address(choices), type="tertiary")
        address.known().choices["show"] = _alone()
    address.write(early=early)
    if share.asked():
        share.dialog(view, choices)
    elif dialog.asked():
        dialog.dialog(view, figures, choices)
    if notices := _notices(view.lang):
        with view.top.container(key="told"):
            for notice in notices:
                st.warning(notice)


def _banner(view: View, version: str) -> None:
    """Says that these are not the figures in force, and offers those."""
    newest = store.current().version
    told = text(view.lang, "Figures of data version {version}; the newest is {newest}.", version=version, newest=newest)
    label = text(view.lang, "Show the newest figures")
    with view.top.container(key="version"):
        st.info(told)
        st.button(label, key="newest", on_click=address.forget, args=(address.VERSION,))


def _notices(lang: Language) -> list[str]:
    """What the address asked for and the page does not show, in sentences for Markdown."""
    refusals = {
        key: text(
            lang,
            "The address asks for {key} = “{asked}”, which is not available here; the default is shown.",
            key=key,
            asked=plain(asked),
        )
        for key, asked in address.known().refused.items()
    }
    if gone := address.known().refused.get(address.VERSION):
        refusals[address.VERSION] = text(
            lang,
            "The address asks for version = “{asked}”, which is not kept here; shown is version {version}.",
            asked=plain(gone),
            version=store.current().version,
        )
    unused = [f"{plain(key)} = {plain(said)}" for key, said in address.known().unused.items()]
    if len(unused) > MOST_NAMED:
        unused[MOST_NAMED:] = [text(lang, "{n} more", n=number(lang, len(unused) - MOST_NAMED))]
    what = joined(lang, unused)
    told = text(lang, "The address also says {what}. This page has no use for it here.", what=what)
    return [*refusals.values(), *([told] if unused else [])]


def plain(asked: str) -> str:
    """Words of a stranger for a place that reads Markdown, in which they must not become a picture or a link; as many
    as tell what was meant."""
    short = asked if len(asked) <= LONGEST else f"{asked[:LONGEST]}…"
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", short)


def end_early(view: View, why: str) -> NoReturn:
    """Ends a page that has nothing to show, with its reason; the choices made so far stand in the address."""
    with st.container(key="why"):
        st.info(why)
    finish(view, early=True)
    st.stop()


def no_figures(view: View) -> NoReturn:
    """Ends the page of an indicator that the data in force have no figures of."""
    end_early(view, text(view.lang, "There are no data of this indicator at present."))


def lead(sentence: str) -> None:
    """The sentence that a reader should take away, above everything else."""
    st.html(tag("p", sentence, class_="lead"))


def said(sentence: str) -> None:
    """A sentence below a picture or a heading."""
    st.html(tag("p", sentence, class_="said"))


def note(remark: str) -> None:
    """A remark in small type."""
    st.html(tag("p", remark, class_="small"))


def behind(label: str, remarks: Sequence[str]) -> None:
    """Remarks in small type, folded behind an i with a label; nothing without any. On paper they are unfolded."""
    if remarks:
        st.html(_folded(label, remarks))


def answers(remarks: Mapping[str, Sequence[str]]) -> None:
    """Several of them beside each other, by label."""
    st.html(tag("div", *(_folded(label, told) for label, told in remarks.items()), class_="answers"))


def _folded(label: str, remarks: Sequence[str]) -> Markup:
    sign = tag("span", "i", class_="i", aria_hidden="true")
    told = (tag("p", remark, class_="small") for remark in remarks)
    return tag("details", tag("summary", sign, label, class_="small"), *told, class_="behind")


def listed(sentences: Sequence[str]) -> None:
    """Sentences below each other."""
    st.html(tag("ul", *(tag("li", sentence) for sentence in sentences)))


def footer(view: View, indicator: Indicator) -> None:
    """What the indicator means, where it is from, and how fresh it is."""
    lang, dataset = view.lang, view.dataset
    editions = text(lang, "rubrics and editions: {editions}", editions=editions_of(dataset, indicator))
    refreshed = dataset.current.get("refreshed_at", "")
    fetched = [text(lang, "fetched on {day}", day=date(lang, refreshed))] if refreshed else []
    about(lang, dataset, indicator, editions, *fetched)


def editions_of(dataset: Dataset, indicator: Indicator) -> str:
    """The sources of an indicator with their editions."""
    vintages = {id: dataset.sources[id]["vintage"] for id in indicator.rubrics if id in dataset.sources}
    return ", ".join(f"{id} ({vintage})" if vintage else id for id, vintage in vintages.items())


def about(lang: Language, dataset: Dataset, indicator: Indicator, *facts: str) -> None:
    """What an indicator means and how it comes about; where it is from, with further facts."""
    told = f" {indicator.description[lang]} {indicator.reading[lang]} {codebook.kinds(lang)[indicator.kind]}."
    meaning = tag("p", tag("b", f"{indicator.title[lang]}."), told, class_="small")
    st.html(tag("hr") + meaning + tag("p", " · ".join([source_line(lang, dataset, indicator), *facts]), class_="small"))
