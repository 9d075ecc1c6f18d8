"""Words that an address asks for stand in the field, and are no choice that the page has no use for."""

import json

import pytest

from tests.support.visit import visit, warnings

pytestmark = pytest.mark.usefixtures("empty_store")


def test_the_field_begins_with_what_the_address_asks() -> None:
    app = visit("overview", lang="de", ask="Miete Lindenau")
    (drawn,) = (one.proto.bytes for one in app.get("bidi_component") if b"search.json" in one.proto.bytes)
    assert json.loads(drawn)["asked"] == "Miete Lindenau"
    assert warnings(app) == []
