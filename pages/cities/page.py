"""Leipzig beside Dresden, Chemnitz, Halle (Saale) and Berlin: where it stands, indicator by indicator."""

from indicators.selection import Selection
from locales import text
from pages.cities import choice, notes
from pictures import cities
from pictures.city_table import city_table
from ui import controls, frame, pictures
from ui.drawing import tables
from ui.take_away import dialog

lang = frame.language()
view = frame.header(lang, text(lang, "Leipzig compared with other cities"))

with controls.row():
    figures = choice.choose(view)
if not figures.period:
    frame.no_figures(view)
request = pictures.request(view, Selection((figures.indicator,)))
with view.top:
    frame.lead(cities.sentence(lang, figures))

pictures.key_figures(cities.key_figures(request))
pictures.draw("cities", request)
notes.notes(lang, figures)

dialog.heading(lang)
tables.place(city_table(lang, figures))
choice.place_address(lang, figures)
notes.similar(lang, figures)
notes.about(lang, figures)
frame.finish(view, choice.files(lang, figures))
