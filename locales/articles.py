"""Which names of places German says with an article; `de/articles.toml` declares them."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final, Literal, cast, get_args

Article = Literal["der", "die", "das"]
"""In the nominative."""
FIRST_WORD: Final = re.compile("[^ -]*")


@cache
def declared() -> dict[str, Article]:
    """Article by the first word of names. Raises ValueError for what is no article."""
    found = tomllib.loads((Path(__file__).parent / "de" / "articles.toml").read_text("utf-8"))
    if wrong := [word for word, article in found.items() if article not in get_args(Article)]:
        raise ValueError(f"locales/de/articles.toml gives {wrong[0]} “{found[wrong[0]]}”, expected der, die or das")
    return cast("dict[str, Article]", found)


def article(place: str) -> Article | None:
    """The article of a place by its German name; None where it has none, or has one in front already."""
    (first,) = FIRST_WORD.findall(place)[:1]
    return declared().get(first)
