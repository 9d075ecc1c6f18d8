"""Leipzig beside Dresden, Chemnitz, Halle (Saale) and Berlin: where it stands, indicator by indicator."""

from locales import text
from pages.cities import comparison, notes
from ui import controls, frame, pictures
from ui.take_away import dialog

lang, dataset = frame.language(), frame.dataset()
top = frame.header(lang, text(lang, "Leipzig beside other cities"))

with controls.row():
    subject = comparison.choose(lang, dataset)
choices = {"figure": subject.indicator.id}
if not subject.period:
    frame.no_figures(lang, top, choices)
sentence = comparison.reading(subject)
with top:
    frame.lead(sentence)

pictures.key_figures(comparison.key_figures(subject))
comparison.picture(subject, sentence)
notes.notes(subject)

dialog.heading(lang)
comparison.address_told(subject)
comparison.table(subject)
notes.similar(subject)
notes.about(subject)
frame.finish(lang, top, choices, comparison.files(subject))
