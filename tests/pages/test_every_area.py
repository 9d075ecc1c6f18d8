"""Every page that takes areas opens with each of the 63 Ortsteile and the 10 Stadtbezirke, in German or in English; a
run that is not long takes some of them.

Pages that take several get as many as they take at once; every profile is opened in `test_profile.py`.
"""

from itertools import cycle

import pytest

from data import store
from data.areas import CITY, Level
from locales import LANGUAGES
from tests.support import extent
from tests.support.opening import start
from tests.support.visit import Page, address, go_to, warnings

pytestmark = pytest.mark.usefixtures("empty_store")
LEVELS: tuple[Level, ...] = ("ortsteil", "stadtbezirk")
SHIPPED = store.current(store.SNAPSHOT / "no store here")


def parts(codes: list[str], most: int) -> list[str]:
    """All codes as they stand in addresses, at most so many in each."""
    return [",".join(codes[at : at + most]) for at in range(0, len(codes), most)]


def opens(page: Page, key: str, asked: list[dict[str, str]], step: int = 3) -> None:
    app = start()
    for address_said, lang in zip(extent.some(asked, step), cycle(LANGUAGES), strict=False):
        go_to(app, page, **address_said, lang=lang)
        assert not app.exception, address_said
        assert not warnings(app), address_said
        assert address(app, key) == [address_said[key]]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("page", ["growth", "growth_story"])
def test_followed(page: Page, level: Level) -> None:
    opens(page, "areas", [{"level": level, "areas": some} for some in parts(SHIPPED.codes(level), 6)])


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("chapter", ["where", "made", "changed", "cars", "scenario"])
def test_followed_in_energy(chapter: str, level: Level) -> None:
    said = {"chapter": chapter, "level": level}
    opens("energy", "areas", [{**said, "areas": some} for some in parts(SHIPPED.codes(level), 6)])


@pytest.mark.parametrize("page", ["leipzig_west", "leipzig_west_at_a_glance"])
def test_put_together(page: Page) -> None:
    opens(page, "members", [{"members": some} for some in parts(SHIPPED.codes("ortsteil"), 21)])


def test_compared() -> None:
    codes = [*SHIPPED.codes("ortsteil"), *SHIPPED.codes("stadtbezirk")]
    opens("compare", "compare", [{"compare": f"{some},{CITY}"} for some in parts(codes, 7)])


def test_what_moved_most() -> None:
    codes = [CITY, *SHIPPED.codes("ortsteil"), *SHIPPED.codes("stadtbezirk")]
    opens("explore", "area", [{"show": "moved", "area": area} for area in codes], 9)
