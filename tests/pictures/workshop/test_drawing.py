"""What a page shows comes back from a set as the same picture, in either language; what is gone says so."""

from dataclasses import replace

import orjson
import pytest
from hypothesis import given, settings

from charts.theme import LIGHT
from data import store
from indicators.energy.factors import factors, read
from indicators.figures.reader_groups import OwnGroup
from locales import Language
from pictures.picture import Picture
from pictures.registry import KINDS, draw
from pictures.workshop.drawing import Reader, drawn, drawn_one
from pictures.workshop.entry import Entry, WorkshopSet, entry_of, moved_to
from tests.pictures.workshop.test_writing import ENTRIES
from tests.support.asking import request_of
from tests.support.extent import examples

LINES = Entry("lines", ("population",), levels=("ortsteil", "city"), start="2012", end="2024")


def reader(lang: Language = "en") -> Reader:
    return Reader(lang, store.current(), LIGHT, "/areas?level=")


def figure(drawn: object) -> bytes:
    assert isinstance(drawn, Picture)
    return orjson.dumps(drawn.figure, option=orjson.OPT_SERIALIZE_NUMPY)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_a_page_is_drawn_again_from_its_entry(kind: str) -> None:
    request = request_of(kind)
    entry = entry_of(kind, request)
    assert entry is not None
    shown, again = draw(kind, request), drawn_one(entry, reader("de"))
    assert isinstance(again, Picture), again
    assert figure(again) == figure(shown)


def test_groups_are_called_as_the_reader_of_the_set_calls_them() -> None:
    entry = entry_of("multiples", request_of("multiples", "de"))
    assert entry is not None
    assert figure(drawn_one(entry, reader("en"))) == figure(draw("multiples", request_of("multiples", "en")))


def test_a_group_of_ones_own_has_its_name_in_the_quotation_marks_of_the_language() -> None:
    request = request_of("slope", "de")
    listed = replace(request.selection, areas=("51", "own-1"), own=(OwnGroup("own-1", "„Mein Viertel“", ("50", "51")),))
    entry = entry_of("slope", replace(request, selection=listed, lit=("51", "own-1")))
    assert entry is not None
    assert "“Mein Viertel”" in figure(drawn_one(entry, reader("en"))).decode()


def test_a_scenario_from_a_file_of_the_readers_own_is_in_no_set() -> None:
    request = request_of("scenario map")
    assert request.scenario is not None
    own = read('[renovated]\nconsumption = {kwh_per_m2 = 50, source = "own"}\n[sources]\nown = "mine"', "own.toml")
    assert own.renovated == 50 != factors().renovated
    assert entry_of("scenario map", replace(request, scenario=replace(request.scenario, given=own))) is None


def test_title_and_sentence_of_ones_own_stand_in_the_place_of_ours_or_beside_it() -> None:
    ours = drawn_one(LINES, reader())
    own = drawn_one(replace(LINES, title="Us <b>& you", remark="We grew."), reader())
    beside = drawn_one(replace(LINES, remark="We grew.", beside=True), reader())
    assert isinstance(ours, Picture)
    assert isinstance(own, Picture)
    assert isinstance(beside, Picture)
    assert own.figure["layout"]["title"]["text"].startswith("<b>Us &lt;b&gt;&amp; you</b><br>")
    assert own.sentence == "We grew."
    assert beside.sentence == f"{ours.sentence} We grew."


def test_another_year_of_a_picture_of_one_has_title_and_sentence_of_that_year() -> None:
    of_2020 = Entry("value map", ("population",), levels=LINES.levels, start="2020", end="2020", period="2020")
    of_2012 = replace(of_2020, start="2012", end="2012", period="2012")
    moved, chosen = drawn_one(moved_to(of_2020, "2012"), reader()), drawn_one(of_2012, reader())
    assert isinstance(moved, Picture)
    assert isinstance(chosen, Picture)
    assert figure(moved) == figure(chosen)
    assert "2012" in moved.sentence
    assert "2020" not in moved.sentence


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"kind": "pie"}, "There is no kind of picture “pie” any more."),
        ({"indicators": ("gold",)}, "There is no indicator “gold” any more."),
        ({"lit": ("99999",)}, "There is no area “99999” any more."),
        ({"end": "2031"}, "“Population” has no figures of 2031."),
        ({"start": "2024", "end": "2012"}, "The set does not say all that this picture needs."),
        ({"kind": "relation"}, "The set does not say all that this picture needs."),
        ({"own": (OwnGroup("own-1", "<b>", ("51",)),)}, "A group of one’s own has a name or districts"),
        ({"own": (OwnGroup("51", "Mine", ("50",)),)}, "A group of one’s own has a name or districts"),
    ],
)
def test_what_can_not_be_shown_says_why_and_the_rest_is_shown(changed: dict[str, object], told: str) -> None:
    wrong = replace(LINES, **changed)  # type: ignore[arg-type]  # of several fields, by turns
    first, second = drawn(WorkshopSet((wrong, LINES)), reader())
    assert isinstance(first, str)
    assert first.startswith(told)
    assert isinstance(second, Picture)


@settings(max_examples=examples(25), deadline=None)
@given(ENTRIES)
def test_whatever_an_address_says_is_drawn_or_says_why_not(entry: Entry) -> None:
    """With the kind's own indicators and periods by turns, so that some are drawn."""
    sound = entry_of(entry.kind, request_of(entry.kind))
    assert sound is not None
    mixed = replace(entry, indicators=sound.indicators, start=sound.start, end=sound.end, period="")
    assert drawn_one(mixed if entry.fit else entry, reader())
