"""The sentence that reads a map of districts, by what the map shows."""

from data.areas import CITY
from locales import text
from pictures import chosen
from pictures.again import kept_for_all
from pictures.limits import change_limits_in, limits_in, limits_of_ends
from pictures.request import Request
from words.against_city import against_city_sentence
from words.change import Moved
from words.change_sentence import change_sentence
from words.energy import followed, limited
from words.one_period import value_sentence
from words.rows import all_moved, moved
from words.two_periods import pair_sentence


@kept_for_all
def sentence(request: Request, shows: str, way: int = 0) -> str:
    """What a map says in words, of the chosen district first, unless the page says something else of it; shows: change,
    pair, value or city; way: of the district that is named for its change, see `change_sentence`."""
    if request.sentence:
        return request.sentence
    own = "" if shows == "change" else chosen.sentence(request, shows)
    return " ".join(filter(None, [own, _of_all(request, shows, way, taken_up=chosen.has_value(request))]))


def _of_all(request: Request, shows: str, way: int, *, taken_up: bool) -> str:
    """taken_up: whether a sentence before has said the period and the noun of a value."""
    lang, indicator, parts = request.lang, request.indicator, request.parts
    if shows in ("change", "pair"):
        city = moved(request.changes, CITY, "Leipzig", text(lang, "Leipzig"))
        over_years = followed(lang, indicator) if request.span[0] < request.span[1] else ""
        return _of_two(request, shows, city, way) + over_years
    own, listed = request.values({CITY: "Leipzig"}).iloc[0], request.values(request.dataset.names[request.level])
    of_city, doubtful = float(own["shade"]), own["status"] == "U"
    limits, told = limits_in(request, indicator), against_city_sentence if shows == "city" else value_sentence
    more = {"doubtful": doubtful, "taken_up": taken_up}
    said = told(lang, indicator, request.at, listed, of_city, parts, limits=limits, **more)
    return said + limited(lang, indicator)


def _of_two(request: Request, shows: str, city: Moved, way: int) -> str:
    lang, indicator, parts = request.lang, request.indicator, request.parts
    if shows == "pair":
        return pair_sentence(lang, indicator, request.span, request.districts, city, parts, limits_of_ends(request))
    moved_parts = all_moved(request.districts, change_limits_in(request))
    own = chosen.change(request)
    return change_sentence(lang, indicator, request.span, city, None, moved_parts, parts, way=way, first=own)
