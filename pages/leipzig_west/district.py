"""The district that the reader chose: its control, what a click does, and how it joins or leaves the group."""

from collections.abc import Callable, Sequence

from data.store import Dataset
from exports import links
from locales import Language, in_order, text
from ui import address, controls

KEY = "area"


def choose(lang: Language, dataset: Dataset) -> tuple[str, Callable[[str], None]]:
    """The district chosen, empty for none; and what a click on one does: it is chosen, or let go of."""
    names = {"": text(lang, "no district"), **in_order(dataset.names["ortsteil"])}
    area = controls.select(text(lang, "Highlight a district"), KEY, names, "", width=300)

    def toggled(clicked: str) -> None:
        if clicked in names:
            address.choose(KEY, "" if clicked == address.state(KEY) else clicked)

    return area, toggled


def joining(lang: Language, area: str, members: Sequence[str]) -> dict[str, str]:
    """The address of this page with the district in the group or out of it, by what that is called; nothing where the
    group would be empty."""
    left = [one for one in members if one != area]
    changed = left if area in members else sorted([*members, area])
    label = text(lang, "Take out of the group") if area in members else text(lang, "Add to the group")
    choices = {**address.known().choices, "members": ",".join(changed)}
    choices.pop("lang", None)
    return {label: links.page("leipzig_west", lang, **choices)} if changed else {}
