"""What happened, one line of JSON each on standard error: requests, page runs, steps of a refresh, errors.

No line tells who asked (no address of a machine, no browser), nor what somebody wrote: of a question, only the ids of
areas and indicators that there are.
"""

import json
import logging
import secrets
from datetime import UTC, datetime
from typing import Any, Final

import settings

LOGGER: Final = logging.getLogger("indicators")
FACTS: Final = "facts"
"""Where a record keeps what it tells beside its name."""
UNCAUGHT: Final = "Uncaught app execution"
"""What Streamlit calls an error of a page, which `incident` tells with its number."""


class Lines(logging.Formatter):
    """A record as JSON: at (UTC), level, event, then what it tells; of an error its trace."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, FACTS, {"from": record.name}),
        }
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def begin() -> None:
    """From here on, lines are written from the level that the setting names; libraries' from a warning on."""
    level = settings.in_force().log_level.upper()
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    handler.setLevel(level)
    logging.getLogger().addHandler(handler)
    LOGGER.setLevel(level)
    logging.getLogger("streamlit.error_util").addFilter(lambda record: record.msg != UNCAUGHT)


def event(name: str, *, level: int = logging.INFO, **facts: object) -> None:
    """One line. facts: ids, names of ours, numbers."""
    LOGGER.log(level, name, extra={FACTS: facts})


def incident(error: BaseException, **facts: object) -> str:
    """Logs an error with its trace, and returns the number that a reader is told, by which the line is found."""
    number = secrets.token_hex(4)
    LOGGER.error("error", exc_info=error, extra={FACTS: {"incident": number, **facts}})
    return number
