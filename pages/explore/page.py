"""Explore: the indicators by topic and by words, and which of them moved most."""

from data.areas import CITY
from indicators import catalogue
from indicators.figures.periods import with_figures
from locales import text
from pages.explore import finder, moved_most
from pictures import places
from ui import controls, frame
from ui.take_away import offers
from ui.take_away.offers import WHOLE

lang, dataset = frame.language(), frame.dataset()
top = frame.header(lang, text(lang, "Explore the indicators"))
show = finder.view(lang)
choices, offered = {"show": show}, WHOLE

if show == "list":
    asked = finder.query(lang)
    topic = finder.topic(lang)
    choices |= {"q": asked, "topic": topic}
    indicators = finder.found(asked, topic)
    if indicators:
        offered = offers.of_list(indicators)
        finder.listed(lang, dataset, indicators, by_topic=not asked)
    else:
        finder.nothing(lang, asked, topic)
else:
    years = with_figures(dataset, catalogue.load()["population"], [CITY])
    if not years:
        frame.no_figures(lang, top, choices)
    with controls.row():
        area = moved_most.area(lang, dataset)
        start, end = controls.years(lang, years, ("2012", "2024"))
    choices |= {"area": area, "from": start, "to": end}
    name = places.all_names(lang, dataset)[area]
    said = moved_most.shown(lang, dataset, area, name, (start, end))
    offered = moved_most.files(lang, dataset, area, name, (start, end))
    with top:
        if said:
            frame.lead(said)

frame.finish(lang, top, choices, offered)
