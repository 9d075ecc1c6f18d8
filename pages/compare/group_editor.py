"""Where readers make groups of districts of their own: in a list, or with clicks on a map."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from indicators.figures import reader_groups
from indicators.figures.reader_groups import OwnGroup
from indicators.selection import Selection
from locales import Language, in_order, number, text
from ui import address, controls, frame, own_groups, pictures
from ui.view import View

DRAFT: Final = "draft"
NAME: Final = "own group: name"
BEFORE: Final = "own group: before the last removal"
COMPARED: Final = "compare"
"""The control of the areas that are compared, which names own groups by their place."""


def editor(view: View, groups: Sequence[OwnGroup]) -> None:
    """The map and, beside it, everything that can also be done without it."""
    lang, dataset = view.lang, view.dataset
    address.several(DRAFT, dataset.names["ortsteil"], [], in_order=True)
    left, right = st.columns([6, 5], gap="large")
    with right:
        form(lang, dataset.names["ortsteil"], groups)
    with left:
        request = pictures.request(view, Selection(areas=drafted()))
        pictures.draw("group map", request, controls.toggle(lang, DRAFT, dataset.names["ortsteil"]))


def drafted() -> list[str]:
    """The districts of the group in the making."""
    return list(address.state(DRAFT) or ())


def form(lang: Language, names: Mapping[str, str], groups: Sequence[OwnGroup]) -> None:
    """The list of districts, the name and the button that keeps the group; below them the groups that there are."""
    st.multiselect(
        text(lang, "Districts of the group"),
        list(in_order(names)),
        format_func=names.__getitem__,
        key=address.control_key(DRAFT),
        filter_mode="contains",
        select_all=False,
        placeholder=text(lang, "Choose here, or click on the map"),
    )
    name = st.text_input(
        text(lang, "Name of the group"),
        key=NAME,
        max_chars=reader_groups.LETTERS,
        placeholder=_spare(lang, groups),
        help=text(lang, "Letters, digits and simple punctuation; other signs are left out."),
    )
    full = len(groups) >= reader_groups.MOST and reader_groups.cleaned(name) not in {group.name for group in groups}
    keep = text(lang, "Keep the group")
    st.button(keep, type="primary", disabled=full or not drafted(), on_click=_keep, args=(lang, groups))
    if full:
        st.caption(text(lang, "There can be {n} groups; remove one first.", n=number(lang, reader_groups.MOST)))
    for group in groups:
        _listed(lang, names, groups, group)
    if BEFORE in st.session_state:
        st.button(text(lang, "Bring the removed group back"), key="bring back", on_click=_bring_back)


def _listed(lang: Language, names: Mapping[str, str], groups: Sequence[OwnGroup], group: OwnGroup) -> None:
    with st.container(gap=None):
        frame.note(own_groups.with_members(lang, group, names))
        with st.container(horizontal=True):
            edit, remove = text(lang, "Edit"), text(lang, "Remove")
            st.button(edit, key=f"edit {group.id}", type="tertiary", on_click=_edit, args=(group,))
            st.button(remove, key=f"remove {group.id}", type="tertiary", on_click=_remove, args=(groups, group))


def _spare(lang: Language, groups: Sequence[OwnGroup]) -> str:
    """The name of a group that gets none: the first number that is free."""
    taken = {group.name for group in groups}
    names = (text(lang, "Group {n}", n=n) for n in range(1, len(groups) + 2))
    return next(name for name in names if name not in taken)


def _keep(lang: Language, groups: Sequence[OwnGroup]) -> None:
    """Adds the group in the making, or puts it in the place of the one with the same name."""
    name = reader_groups.cleaned(st.session_state[NAME]) or _spare(lang, groups)
    made = OwnGroup("", name, tuple(sorted(drafted())))
    known = name in {group.name for group in groups}
    after = [replace(made, id=one.id) if one.name == name else one for one in groups]
    own_groups.keep(after if known else [*after, made])
    compared = list(address.state(COMPARED) or ())
    if not known and len(compared) < reader_groups.MOST:
        address.choose(COMPARED, [*compared, reader_groups.place(len(groups))])
    _put([], "")
    st.session_state.pop(BEFORE, None)


def _edit(group: OwnGroup) -> None:
    _put(group.members, group.name)


def _put(members: Sequence[str], name: str) -> None:
    """Puts something else into the list of districts and the name."""
    address.choose(DRAFT, list(members))
    st.session_state[NAME] = name


def _remove(groups: Sequence[OwnGroup], gone: OwnGroup) -> None:
    """Takes a group away; those behind it move up, also among the areas that are compared."""
    compared = list(address.state(COMPARED) or ())
    st.session_state[BEFORE] = (reader_groups.written(groups), compared)
    left = [group for group in groups if group.id != gone.id]
    own_groups.keep(left)
    moved = {group.id: reader_groups.place(n) for n, group in enumerate(left)}
    known = {group.id for group in groups}
    address.choose(COMPARED, [moved.get(area, area) for area in compared if area not in known or area in moved])


def _bring_back() -> None:
    own, compared = st.session_state.pop(BEFORE)
    address.choose(own_groups.KEY, own)
    address.choose(COMPARED, compared)
