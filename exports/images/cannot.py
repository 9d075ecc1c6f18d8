"""What the server can't draw."""


class CannotDraw(ValueError):
    """A figure has something that is drawn in browsers only; the message names it."""
