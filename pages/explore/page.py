"""Explore: the indicators by topic and by words, and which of them moved most."""

from data.areas import CITY
from indicators import catalogue
from indicators.figures.values import grid
from indicators.selection import Selection
from locales import text
from pages.explore import finder, moved_most
from ui import controls, folding, frame, pictures
from ui.take_away import offers
from ui.take_away.offers import WHOLE
from words.periods import short_span

lang = frame.language()
view = frame.header(lang, text(lang, "Find indicators"))
offered = WHOLE

if controls.show(lang, {"list": text(lang, "All indicators"), "moved": text(lang, "What moved most")}) == "list":
    words = finder.query(lang)
    folded, row, under = folding.place(2)
    with row:
        topic, called = finder.topic(lang)
    indicators, every = finder.matches(view.dataset, words, topic)
    with under:
        if (left := len(every) - len(indicators)) and finder.absent_too(lang, left):
            indicators = every
    folding.say(folded, lang, (called,))
    if indicators:
        offered = offers.of_list(indicators)
        finder.rows(view, indicators, by_topic=not words)
    else:
        finder.nothing(lang, words, topic)
else:
    years = grid(view.dataset, catalogue.load()["population"]).with_figures([CITY])
    if not years:
        frame.no_figures(view)
    folded, row = folding.place()
    with row:
        area = moved_most.area(view)
        start, end = controls.years(lang, years, ("2012", "2024"))
    request = pictures.request(view, Selection(areas=(area,), start=start, end=end))
    folding.say(folded, lang, (request.names[area], short_span(lang, (start, end))))
    moved_most.place(view, request)
    offered = moved_most.files(request)

frame.finish(view, offered)
