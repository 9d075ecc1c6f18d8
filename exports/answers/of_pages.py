"""Answers that are a page: of the application, or a topic of its indicators."""

from typing import Final

from exports import links
from exports.answers.answer import Answer
from indicators import catalogue
from indicators.catalogue import topics
from locales import Language, plural, text
from words.pages import page_names

TOPIC: Final = "explore/"
"""What a topic's name begins with among pages."""


def of_page(lang: Language, page: str) -> Answer:
    """The page, or a topic with how many indicators it has."""
    if not page.startswith(TOPIC):
        said = text(lang, "There is a page of its own: {title}.", title=title(lang, page))
        return Answer(said, address(lang, page))
    topic = page.removeprefix(TOPIC)
    n = sum(indicator.topic == topic for indicator in catalogue.load().values())
    return Answer(
        plural(
            lang,
            "There is {n} indicator on the topic {title}.",
            "There are {n} indicators on the topic {title}.",
            n,
            title=title(lang, page),
        ),
        address(lang, page),
    )


def title(lang: Language, page: str) -> str:
    """What the menu calls a page, or a topic's title."""
    if page.startswith(TOPIC):
        return topics.load()[page.removeprefix(TOPIC)].get(lang, page)
    return page_names(lang)[page]


def address(lang: Language, page: str) -> str:
    """The address of a page, or of a topic's indicators."""
    if page.startswith(TOPIC):
        return links.page("explore", lang, topic=page.removeprefix(TOPIC))
    return links.page(page, lang)
