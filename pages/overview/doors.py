"""The three doors: growth, Leipzig West and energy, each with what the page behind it begins with."""

from markupsafe import Markup

from charts.html import tag
from charts.theme import Theme
from data.store import Dataset
from exports import links
from indicators import catalogue
from indicators.catalogue import at_a_glance, groups
from indicators.kept import kept
from indicators.selection import Selection
from locales import Language, text
from pages.overview.subject import residents
from pictures import group_story, map_sentence, places, registry
from pictures.request import Request
from words.indicator import absent

WEST = "leipzig-west"

Door = tuple[str, str, str]
"""What it is called, its sentence, and the address behind it."""


@kept
def doors(lang: Language, dataset: Dataset, theme: Theme, version: str) -> Markup:
    """All three."""
    here = (lang, dataset, theme, version)
    every = (
        tag("section", tag("h3", tag("a", name, href=to)), tag("p", sentence))
        for name, sentence, to in (_growth(*here), _west(*here), _energy(*here))
    )
    return tag("div", tag("h2", text(lang, "Where to start")), *every, class_="overview doors")


def _growth(lang: Language, dataset: Dataset, theme: Theme, version: str) -> Door:
    name, request = text(lang, "Growth"), residents(lang, dataset, theme)
    if request is None:
        return name, absent(lang), links.page("growth", lang, version=version)
    start, end = request.span
    asked = {"indicator": request.indicator.id, "level": request.level, "map": "change", "from": start, "to": end}
    return name, map_sentence.sentence(request, "change"), links.page("growth", lang, version=version, **asked)


def _west(lang: Language, dataset: Dataset, theme: Theme, version: str) -> Door:
    group, story = groups.load()[WEST], at_a_glance.load()[WEST]
    title, *spoken = places.called(lang, group, group.members, "")
    split = places.split(lang, dataset, group.members, title)
    request = Request(lang, dataset, theme, Selection(story.indicators, levels=("ortsteil", "city"), own=split))
    to = links.page("leipzig_west_at_a_glance", lang, members=",".join(group.members), version=version)
    return title, group_story.finding(request, story, spoken) or absent(lang), to


def _energy(lang: Language, dataset: Dataset, theme: Theme, version: str) -> Door:
    selection = Selection((catalogue.load()["district_heating_share"],), levels=("ortsteil", "city"))
    drawn = registry.draw("district heat map", Request(lang, dataset, theme, selection))
    sentence = drawn if isinstance(drawn, str) else drawn.sentence
    return text(lang, "Energy"), sentence, links.page("energy", lang, chapter="made", version=version)
