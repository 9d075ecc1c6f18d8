"""Places in a sentence."""

from locales import Language

OF_MASCULINE = "dem "


def in_place(lang: Language, place: str) -> str:
    """Where something is: `in Plagwitz`, `in der Stadt`, and as German draws together, `im Stadtbezirk Ost`.

    place: with its article in the dative, where it has one.
    """
    if lang == "de" and place.startswith(OF_MASCULINE):
        return f"im {place.removeprefix(OF_MASCULINE)}"
    return f"in {place}"
