"""What the page of a presentation says by itself."""

from locales import Language, text


def words(lang: Language) -> dict[str, str]:
    """By the name that our scripts know them by."""
    return {
        "loading": text(lang, "Loading …"),
        "lost": text(lang, "The picture can’t be fetched: there is no connection. It is tried again."),
        "failed": text(lang, "The picture can’t be fetched; the server said: {said}", said="{said}"),
        "library": text(lang, "The drawing library can’t be fetched; the sentence says what the picture would."),
        "again": text(lang, "Try again"),
        "changed": text(lang, "Changed: not as in the set"),
        "kept": text(lang, "Added to the set."),
        "choose": text(lang, "Please choose"),
        "remove": text(lang, "Remove {name}", name="{name}"),
        "fixed": text(lang, "This picture can’t be changed here."),
        "no_full": text(lang, "This browser shows no full screen."),
        "of": text(lang, "Picture {n} of {count}", n="{n}", count="{count}"),
    }


def keys(lang: Language) -> list[tuple[str, str]]:
    """What keys do."""
    return [
        ("→  ↓  Page ↓  " + text(lang, "Space"), text(lang, "next picture")),
        ("←  ↑  Page ↑", text(lang, "previous picture")),
        (text(lang, "Home  End"), text(lang, "first, last picture")),
        ("E", text(lang, "change year, area, indicator of the picture shown")),
        ("R", text(lang, "picture as in the set again")),
        ("B", text(lang, "black screen, and back")),
        ("F", text(lang, "full screen")),
        ("D", text(lang, "light or dark")),
        ("Esc", text(lang, "close; back to the set")),
        ("?", text(lang, "these keys")),
    ]
