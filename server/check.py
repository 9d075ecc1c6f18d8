"""python -m server.check: which settings are in force and from where, and whether there are sound figures.

Exit status: 0 settings and store are sound, 1 a variable is no setting or the store is damaged, 2 a setting is wrong or
there are no figures. That figures are old is told, and no fault of an installation.
"""

import argparse
import sys
from collections.abc import Iterator
from typing import Any, Final

import settings
from data import store
from server.health import state
from settings import FILE, NAMES, PREFIX, SettingsError

TOLD: Final = ("status", "data_version", "newest_period", "refreshed_at")
UNSOUND: Final = {"unreadable", "changed on disk"}
"""Reasons that are about the store itself."""
TABLE: Final = f"""# Settings

Made by `python -m server.check --table > docs/settings.md` from `settings.py`.

Each is a variable of the environment or, by its name without `{PREFIX}` and in small letters, a line of a TOML file
that the variable `{FILE}` names, such as `log_level = "warning"`; the environment goes first. A wrong one ends the
start with a sentence that says what was expected. `python -m server.check` prints what is in force, from where, and
whether the figures are sound.

| variable | what | unless said otherwise |
|---|---|---|"""


def main(arguments: list[str] | None = None) -> int:
    cli = argparse.ArgumentParser(prog="python -m server.check", description=(__doc__ or "").partition("\n")[0])
    cli.add_argument("--table", action="store_true", help="print docs/settings.md instead")
    if cli.parse_args(arguments).table:
        print("\n".join(table()))
        return 0
    try:
        print("\n".join(_settings()))
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    for name in settings.unknown():
        print(f"{name} is set, which is no setting; docs/settings.md has those that are.", file=sys.stderr)
    health = state()
    print("\n".join(_store(health)))
    if health["status"] == "down":
        return 2
    return int(bool(settings.unknown() or UNSOUND & {*health["reasons"]}))


def table() -> Iterator[str]:
    """The lines of docs/settings.md."""
    yield TABLE
    for name, field in settings.Settings.model_fields.items():
        default = field.default.relative_to(settings.ROOT) if name == "store" else field.default
        yield f"| `{PREFIX}{name.upper()}` | {field.description} | {f'`{default}`' if default else ''} |"


def _settings() -> Iterator[str]:
    """One line a setting; what is a secret prints itself as stars."""
    said, origins = settings.in_force(), settings.origins()
    for name in NAMES:
        value = getattr(said, name)
        yield f"{PREFIX + name.upper():<30} {origins[name]:<11} {'' if value is None else value}".rstrip()


def _store(health: dict[str, Any]) -> Iterator[str]:
    yield f"{settings.store()}: {len(store.versions(settings.store()))} versions"
    yield from (f"{key}: {health[key]}" for key in TOLD if health.get(key))
    yield from (f"{reason}: {what}" for reason, what in health["to_do"].items())


if __name__ == "__main__":
    sys.exit(main())
