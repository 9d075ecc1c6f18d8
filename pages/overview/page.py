"""The overview: the city in a few figures, its districts to choose from, and what is behind each door."""

from locales import text
from pages.overview import before
from ui import frame

before.lead_on()

lang = frame.language()
view = frame.header(lang, text(lang, "Leipzig in figures"))
with view.top:
    frame.lead(
        text(
            lang,
            "How the city, its 10 boroughs and 63 districts have changed since 2000: official figures, maps and "
            "sentences that say what they mean.",
        )
    )

frame.finish(view)
