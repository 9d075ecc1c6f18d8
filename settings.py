"""What the operator says: in the environment, and in a TOML file that the environment names (`INDICATORS_SETTINGS`).

What is said is typed and checked; `python -m server.check` prints what is in force, and from where. The environment is
looked at anew at each call, the file where its name is new.
"""

import os
import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, Field, FilePath, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

ROOT: Final = Path(__file__).resolve().parent
"""The folder of the project."""
PREFIX: Final = "INDICATORS_"
FILE: Final = f"{PREFIX}SETTINGS"
"""Names the TOML file, whose keys are the variables' names without the prefix, in small letters."""
PUBLIC_ADDRESS: Final = f"{PREFIX}PUBLIC_ADDRESS"
QUOTED: Final = 80
"""Letters of what was said that an error tells."""
WEB: Final = re.compile(r"https?://[^\s/]+\S*")
MAIL: Final = re.compile(r"[^\s@<>,;:?&]+@[^\s@<>,;:?&]+\.[^\s@<>,;:?&]+")
SITE: Final = re.compile(r"'self'|https?://(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:([0-9]+|\*))?")
HOST: Final = r"(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.-]+)(:[0-9]+)?"


class SettingsError(ValueError):
    """A setting is not what it may be; the message names the variable, what it is and what was expected."""


def _setting(default: object, what: str, expected: str, **rules: Any) -> Any:
    """A field of `Settings`. what: for the table of settings; expected: after "expected" in an error."""
    return Field(default, description=what, json_schema_extra={"expected": expected}, **rules)


def _sites(said: str) -> str:
    named = said.split()
    if named not in (["'none'"], ["*"]) and not all(SITE.fullmatch(site) for site in named):
        raise ValueError
    return " ".join(named)


def _text(said: str) -> str:
    for lang in ("de", "en"):
        one = said.replace("{lang}", lang)
        if not WEB.fullmatch(one) and not Path(one).is_file():
            raise ValueError
    return said


def _reachable(said: str) -> str:
    if not MAIL.fullmatch(said) and not WEB.fullmatch(said):
        raise ValueError
    return said


OperatorText = Annotated[str, AfterValidator(_text)]
TEXT: Final = (
    "an address such as https://www.leipzig.de/impressum or a Markdown file that exists; {lang} stands for de and en"
)
LevelOfLog = Literal["debug", "info", "warning", "error"]


class Settings(BaseSettings):
    """Everything that can be said. A new setting is a field here, and nothing else: checks, sentences and the table of
    settings follow from it. A secret is a `SecretStr`, which nothing prints."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        validate_default=False,
    )

    store: Path = _setting(ROOT / "var" / "store", "folder of fetched figures", "a folder")
    mirror: str | None = _setting(
        None,
        "asked in place of every publisher, `BASE/host/path` for `https://host/path`",
        "an address such as http://mirror.example/recordings",
        pattern=rf"^https?://{HOST}(/\S*)?$",
    )
    public_address: str = _setting(
        "",
        "where readers reach the overview, such as `https://www.leipzig.de/indikatoren`: links, citations and files "
        "name it. Without it, pages name the address that their reader has, and answers that hold an address are not "
        "to be cached, because a client can make up its header `Host`",
        "the address of the overview, such as https://www.leipzig.de/indikatoren",
        pattern=rf"^https?://{HOST}(/[A-Za-z0-9._~-]+)*/*$",
    )
    frame_ancestors: Annotated[str, AfterValidator(_sites)] = _setting(
        "",
        "sites that may show the pages in a frame, see [api.md](api.md#frames)",
        "sites such as https://www.leipzig.de or https://*.leipzig.de with spaces between, 'self' for this host among "
        "them, or 'none' or * alone",
    )
    imprint: OperatorText = _setting(
        "",
        "the operator's imprint, which German law asks for: an address or a Markdown file, in which `{lang}` stands "
        "for `de` and `en`",
        TEXT,
    )
    privacy: OperatorText = _setting("", "the operator's words on privacy, likewise", TEXT)
    accessibility: OperatorText = _setting("", "the operator's statement on accessibility, likewise", TEXT)
    feedback: Annotated[str, AfterValidator(_reachable)] = _setting(
        "",
        "a mail address, or a form's with `{page}` in it, to which readers report wrong figures and barriers",
        "a mail address or the address of a form, in which {page} stands for the page that is reported",
    )
    slides_template: FilePath | None = _setting(
        None,
        "a presentation (PPTX, POTX) whose masters, layouts and fonts slides have",
        "a presentation (PPTX, POTX) that exists",
    )
    page_seconds: float = _setting(
        20,
        "seconds that a page may take before it is ended, and the next one runs",
        "seconds, more than 0 and at most 600",
        gt=0,
        le=600,
    )
    log_level: LevelOfLog = _setting(
        "info", "the least that the log tells: `debug`, `info`, `warning` or `error`", "debug, info, warning or error"
    )

    metrics_token: SecretStr | None = _setting(
        None,
        "the token for which `/metrics` is given out (`Authorization: Bearer …`); without one there are no metrics",
        "at least 16 letters and digits",
        min_length=16,
    )

    login_provider: str = _setting(
        "",
        "who says who may read: the address of an OpenID Connect provider's metadata. Without it everyone may; with it "
        "the other settings of a login and `INDICATORS_PUBLIC_ADDRESS` are needed, see [SECURITY.md](../SECURITY.md)",
        "an address such as https://login.leipzig.de/.well-known/openid-configuration",
        pattern=rf"^https?://{HOST}/\S+$",
    )
    login_client: str = _setting("", "the name by which the provider knows this application", "a name")
    login_secret: SecretStr | None = _setting(None, "the secret that the provider has given with it", "a secret")
    login_cookie_secret: SecretStr | None = _setting(
        None,
        "signs the cookies of readers who have logged in; the same for all replicas",
        "at least 32 letters and digits",
        min_length=32,
    )
    login_tokens: str = _setting(
        "",
        "SHA-256 hashes of the tokens of programs that may read files, with spaces between; `python -m server.login` "
        "makes a token",
        "hashes of 64 hexadecimal digits, in small letters, with spaces between",
        pattern=r"^([0-9a-f]{64}( +|$))*$",
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic names what it passes
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment before the file."""
        file = _file()
        return (env_settings, *([TomlConfigSettingsSource(settings_cls, file)] if file else []))


NAMES: Final = tuple(Settings.model_fields)
VARIABLES: Final = (FILE, *(PREFIX + name.upper() for name in NAMES))


def in_force() -> Settings:
    """What is said now. Raises SettingsError."""
    return _read(tuple(os.environ.get(name) for name in VARIABLES))


def origins() -> dict[str, Literal["environment", "file", "default"]]:
    """Where each setting in force is from, by name."""
    said, file = EnvSettingsSource(Settings)(), _file()
    in_file = tomllib.loads(file.read_text("utf-8")) if file else {}
    return {name: "environment" if name in said else "file" if name in in_file else "default" for name in NAMES}


def unknown() -> list[str]:
    """Variables of the environment that begin like settings and are none."""
    return sorted(name for name in os.environ if name.startswith(PREFIX) and name not in VARIABLES)


@lru_cache(maxsize=8)
def _read(_said: tuple[str | None, ...]) -> Settings:
    """By what the variables say, because pages ask hundreds of times."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("\n".join(_sentence(one["loc"][0], one["input"]) for one in error.errors())) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{FILE} is {str(_file())!r}, expected a TOML file: {error}.") from None


def _file() -> Path | None:
    said = os.environ.get(FILE, "").strip()
    if said and not Path(said).is_file():
        raise SettingsError(f"{FILE} is {said[:QUOTED]!r}, expected a TOML file that exists.")
    return Path(said) if said else None


def _sentence(name: int | str, said: object) -> str:
    field = Settings.model_fields.get(str(name))
    if field is None:
        return f"{os.environ.get(FILE)} says {name}, which is no setting, expected some of {', '.join(NAMES)}."
    extra = field.json_schema_extra
    expected = extra["expected"] if isinstance(extra, dict) else ""
    told = "not what it may be" if "Secret" in str(field.annotation) else repr(str(said)[:QUOTED])
    return f"{PREFIX}{str(name).upper()} is {told}, expected {expected}."


def store() -> Path:
    """The folder of fetched versions."""
    return in_force().store


def mirror() -> str | None:
    """Asked in place of every publisher."""
    return in_force().mirror


def frame_ancestors() -> str:
    """Sites that may show pages in a frame, as in the header; empty unless set. See `server.framing`."""
    return in_force().frame_ancestors


def operator(subject: Literal["imprint", "privacy", "accessibility"]) -> str:
    """Address or Markdown file of the operator's text, empty unless set. See `server.operator`."""
    said: str = getattr(in_force(), subject)
    return said


def feedback() -> str:
    """A mail address, or that of a form, to which readers report wrong figures and barriers."""
    return in_force().feedback


def slides_template() -> Path | None:
    """A presentation (PPTX, POTX) whose look slides have; None for our own look."""
    return in_force().slides_template


def public_address() -> str:
    """Where readers reach the application, without a slash at its end; empty unless set."""
    return in_force().public_address.rstrip("/")
