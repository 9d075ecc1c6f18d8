"""Which of our languages a browser asks for."""

import re
from typing import Final

from locales import LANGUAGES, Language

RANGE: Final = re.compile(r"\s*([A-Za-z]{1,8})(?:-[A-Za-z0-9-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*")


def preferred(accepted: str) -> Language:
    """The language for an `Accept-Language` header (RFC 9110, 12.5.4): the first of ours by weight; German for a client
    that says nothing, English for one that reads neither."""
    found = [match for part in accepted.split(",") if (match := RANGE.fullmatch(part))]
    ranked = sorted(found, key=lambda match: -float(match[2] or 1))
    asked = [match[1].lower() for match in ranked if float(match[2] or 1) > 0]
    ours = (lang for wanted in asked for lang in LANGUAGES if lang == wanted)
    return next(ours, "en" if asked else LANGUAGES[0])
