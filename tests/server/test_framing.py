"""Who may show the pages in a frame, as the running application says it."""

from pathlib import Path
from typing import Final
from urllib.request import urlopen

import pytest

from server import framing
from tests.support.running import serving

SETTING: Final = "INDICATORS_FRAME_ANCESTORS"


def policy(address: str) -> str:
    with urlopen(address) as answer:  # noqa: S310
        return str(answer.headers["Content-Security-Policy"]).rpartition("; frame-ancestors ")[2]


@pytest.mark.parametrize(
    ("address", "sites"),
    [
        ("/growth", "'self'"),
        ("/growth?embed=true&show=map&lang=de", "*"),
        ("/growth?embed=false", "'self'"),
        ("/growth?lang=de", "'self'"),
        ("/", "'self'"),
        ("/api/v1/", "'self'"),
        ("/healthz", "'self'"),
    ],
)
def test_any_site_may_show_a_picture_and_none_a_whole_page(running: str, address: str, sites: str) -> None:
    assert policy(running + address) == sites


def test_the_setting_names_the_sites(tmp_path: Path) -> None:
    named = "'self' https://www.leipzig.de https://*.example.org:8443"
    with serving(tmp_path, INDICATORS_FRAME_ANCESTORS=f"  {named} ") as address:
        for page in ("/growth", "/growth?embed=true", "/api/v1/"):
            assert policy(address + page) == named


@pytest.mark.parametrize("said", ["'none'", "'self'", "*", "http://intranet", "https://a.de https://b.de:*"])
def test_sites_that_can_be_named(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, said)
    assert framing.ancestors("embed=true") == said


@pytest.mark.parametrize(
    "said",
    [
        "leipzig.de",
        "* https://a.de",
        "https://a.de; script-src *",
        "https://a.de/page",
        "none",
        "'none' https://a.de",
        "https:",
    ],
)
def test_what_names_no_site_is_refused(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, said)
    with pytest.raises(ValueError, match=r"INDICATORS_FRAME_ANCESTORS is .*, expected sites such as https://"):
        framing.ancestors("embed=true")
