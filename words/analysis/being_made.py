"""What is said in the place of a result that is not there yet."""

from locales import Language, text


def being_made(lang: Language, *, failed: bool) -> str:
    """That a result is being computed, or could not be."""
    if failed:
        return text(lang, "This result could not be computed from the figures in force; the server’s log says why.")
    return text(lang, "This result is being computed from the figures in force; it appears within minutes.")


def being_asked(lang: Language) -> str:
    """That something is being computed for what a reader chose."""
    return text(lang, "This is being computed for your choice; it appears within seconds.")
