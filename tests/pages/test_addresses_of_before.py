"""Links that were copied or kept before restore what they restored then.

The sixty addresses are those that the version of 27 November 2026 wrote into the address bar, or handed out by "Share
page" (which leaves commas as they are), for states of every page. None of them may ever be changed; a page may say
more today, but nothing else.
"""

from typing import Final
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from settings import ROOT
from tests.support import extent
from tests.support.visit import address, go_to, visit, warnings
from ui.address import STATE

pytestmark = pytest.mark.usefixtures("empty_store")
WRITTEN: Final = (ROOT / "tests" / "fixtures" / "addresses_of_before.txt").read_text("utf-8").split()


@pytest.fixture(scope="module")
def reader() -> AppTest:
    """One reader, who opens address after address."""
    return visit("methods")


@pytest.mark.parametrize("written", extent.some(WRITTEN, 4))
def test_an_address_of_before_restores_its_choices(reader: AppTest, written: str) -> None:
    page, _, query = written.partition("?")
    said = dict(parse_qsl(query, keep_blank_values=True))
    if STATE in reader.session_state:
        del reader.session_state[STATE]
    go_to(reader, page, **said)
    assert not reader.exception
    assert warnings(reader) == []
    assert dict(zip(said, address(reader, *said), strict=True)) == said
