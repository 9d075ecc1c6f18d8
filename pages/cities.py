"""Leipzig beside Dresden, Chemnitz, Halle (Saale) and Berlin: where it stands, indicator by indicator."""

from locales import text
from ui import cities, city_notes, controls, downloads, frame, pictures

lang, dataset = frame.language(), frame.dataset()
top = frame.header(lang, text(lang, "Leipzig beside other cities"))

with controls.row():
    subject = cities.choose(lang, dataset)
choices = {"figure": subject.indicator.id}
if not subject.period:
    frame.no_figures(lang, top, choices)
sentence = cities.reading(subject)
with top:
    frame.lead(sentence)

pictures.key_figures(cities.key_figures(subject))
cities.picture(subject, sentence)
city_notes.notes(subject)

downloads.heading(lang)
cities.address_told(subject)
cities.table(subject)
city_notes.similar(subject)
city_notes.about(subject)
frame.finish(lang, top, choices, cities.files(subject))
