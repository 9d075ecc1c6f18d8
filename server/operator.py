"""What the operator of this installation says by setting: imprint, privacy, accessibility, and where to report to.

Each text is an address or a Markdown file; `{lang}` in either stands for `de` or `en`.
"""

from pathlib import Path
from typing import Final, Literal
from urllib.parse import quote

import settings
from locales import Language

Subject = Literal["imprint", "privacy", "accessibility"]
SUBJECTS: Final[tuple[Subject, ...]] = ("imprint", "privacy", "accessibility")


def address(subject: Subject, lang: Language) -> str:
    """The address of the operator's text; empty where it is a file, or there is none."""
    said = _said(subject, lang)
    return said if settings.WEB.fullmatch(said) else ""


def markdown(subject: Subject, lang: Language) -> str:
    """The operator's text; empty where it is at an address, or there is none. Raises OSError for a file gone since."""
    said = _said(subject, lang)
    return Path(said).read_text("utf-8") if said and not settings.WEB.fullmatch(said) else ""


def report_to(page: str, subject: str, body: str) -> str:
    """Where a wrong figure of a page is reported: a mail with subject and body, or the operator's form, which is told
    the page's address where it has a place for it, `{page}`; empty where the operator names neither."""
    said = settings.feedback()
    if settings.MAIL.fullmatch(said):
        return f"mailto:{said}?subject={quote(subject)}&body={quote(body)}"
    return said.replace("{page}", quote(page, safe=""))


def _said(subject: Subject, lang: Language) -> str:
    return settings.operator(subject).replace("{lang}", lang)
