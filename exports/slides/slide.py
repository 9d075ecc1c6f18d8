"""What a slide is made of: a picture and what its figures mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.theme import LIGHT, Theme
from data.store import Dataset
from exports.about.remarks import remarks
from exports.about.sources import BOUNDARIES, sources
from indicators.catalogue import Indicator
from locales import Language, text
from pictures.picture import Picture


@dataclass(frozen=True, eq=False)
class Slide:
    """A picture for a room; its figure has the colours of the theme.

    notes: what who speaks reads beside it; address: of the picture, empty where none is known.
    """

    picture: Picture
    lang: Language
    dataset: Dataset
    notes: str = ""
    address: str = ""
    theme: Theme = LIGHT


def slide_of(
    picture: Picture, lang: Language, dataset: Dataset, indicators: Sequence[Indicator], address: str = ""
) -> Slide:
    """A slide with the reading hint, the definition and what to beware of in its notes."""
    told = [picture.sentence, *picture.caveats, picture.legend]
    for indicator in indicators:
        told += [f"{indicator.title[lang]} ({indicator.unit[lang]})", indicator.description[lang]]
        told.append(indicator.reading[lang])
    for remark in remarks(dataset, indicators, lang):
        where = ", ".join(filter(None, (remark.years, remark.places)))
        told.append(": ".join(filter(None, (where, remark.reason))))
    maps = any("geojson" in trace for trace in picture.figure["data"])
    for source in sources(dataset, indicators, boundaries=maps):
        said = text(lang, "Boundaries") if source.id == BOUNDARIES else source.title
        licence = " ".join(filter(None, (source.licence.title or source.licence.id, source.licence.address)))
        told.append(f"{source.publisher}: {said}. {licence}")
    told.append(f"{text(lang, 'Data version')}: {dataset.version}")
    return Slide(picture, lang, dataset, "\n\n".join(filter(None, (*told, address))), address)
