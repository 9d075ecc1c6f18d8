"""What the pages are called."""

from locales import Language, text


def page_names(lang: Language) -> dict[str, str]:
    """The name of each page, as it is called where no heading stands above it, by its folder."""
    return {
        "overview": text(lang, "Overview"),
        "growth": text(lang, "Map and ranking"),
        "growth_story": text(lang, "How Leipzig grew: the story"),
        "leipzig_west_at_a_glance": text(lang, "Leipzig West at a glance"),
        "leipzig_west": text(lang, "Leipzig West: one indicator"),
        "profile": text(lang, "District profile"),
        "compare": text(lang, "Compare areas"),
        "explore": text(lang, "Find indicators"),
        "analysis": text(lang, "Analysis"),
        "energy": text(lang, "Energy"),
        "energy_district": text(lang, "Energy districts"),
        "cities": text(lang, "Leipzig compared with other cities"),
        "methods": text(lang, "Data and methods"),
        "workshop": text(lang, "Workshop set"),
        "about": text(lang, "About these pages"),
    }
