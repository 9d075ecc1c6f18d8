"""The language of a first visit is the browser's."""

import pytest

from locales import Language
from locales.preferred import preferred


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("de-DE,de;q=0.9,en;q=0.8", "de"),
        ("en-US,en;q=0.9", "en"),
        ("en;q=0.5, de;q=0.7", "de"),
        ("fr-FR,fr;q=0.9,de;q=0.4", "de"),
        ("fr,es;q=0.5", "en"),
        ("de;q=0, en;q=0.1", "en"),
        ("DE-at", "de"),
        ("", "de"),
        ("*", "de"),
        (";;q=,\x00", "de"),
    ],
)
def test_the_browsers_language(accepted: str, lang: Language) -> None:
    assert preferred(accepted) == lang
