"""Styles that stand in `.css` files beside the code that places what they are about."""

from functools import cache
from pathlib import Path


@cache
def styles(code: str, name: str) -> str:
    """A style sheet as an element of HTML. code: the file of the code that asks, `__file__`; name: of the sheet
    there."""
    return f"<style>\n{Path(code).with_name(name).read_text('utf-8')}</style>"
