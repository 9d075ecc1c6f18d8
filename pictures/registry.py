"""Every kind of picture by its name; a new one is a module and a line here."""

from collections.abc import Callable, Mapping
from typing import Final

from pictures.again import kept_for_all
from pictures.against_city_map import against_city_map
from pictures.analysis.autocorrelation import clusters_map, neighbours_map, resemblance_over_time
from pictures.analysis.change_points import growth_by_level
from pictures.analysis.continuation import continued
from pictures.analysis.convergence import between_boroughs, spread_over_time
from pictures.analysis.decomposition import growth_parts, rate_parts, rate_sides
from pictures.analysis.kinds import map_of_kinds
from pictures.analysis.separation import dissimilarity_over_time, isolation_over_time
from pictures.analysis.usual import beside_its_twin, beside_the_rest, gaps_of_placebos
from pictures.change_map import change_map
from pictures.change_relation import change_relation
from pictures.cities import beside_others
from pictures.contribution import contributions
from pictures.distribution import positions
from pictures.district_heat import carriers, share_map, share_ranking
from pictures.energy_district.assumptions import moved
from pictures.energy_district.balance import flows
from pictures.energy_district.districts import map_of_all, ranking_of_all
from pictures.energy_district.months import by_month
from pictures.energy_district.weeks import summer, winter
from pictures.energy_district.year import every_hour, sorted_hours
from pictures.group_map import group_map
from pictures.heat_table import heat_table
from pictures.lines import over_time
from pictures.modelled import limits_over_time
from pictures.moved_most import movements_of
from pictures.multiples import gaps, multiples
from pictures.pair_map import pair_map
from pictures.picture import Drawn
from pictures.place_map import place_map
from pictures.ranking import of_changes, of_values, with_city
from pictures.relation import relation
from pictures.request import Request
from pictures.scenario import district_bars, measures_steps, saved_map
from pictures.slope import slopes
from pictures.turning_points import lowest_years
from pictures.value_map import value_map

OF_DISTRICTS: Final[Mapping[str, Callable[[Request], Drawn]]] = {
    "district balance": flows,
    "district months": by_month,
    "district winter week": winter,
    "district summer week": summer,
    "district year": every_hour,
    "district duration": sorted_hours,
    "district tornado": moved,
    "district map": map_of_all,
    "district ranking": ranking_of_all,
}
"""Those of an energy district."""
KINDS: Final[Mapping[str, Callable[[Request], Drawn]]] = {
    "change map": change_map,
    "value map": value_map,
    "city map": against_city_map,
    "pair map": pair_map,
    "place map": place_map,
    "group map": group_map,
    "ranking": of_values,
    "change ranking": of_changes,
    "lines": over_time,
    "slope": slopes,
    "distribution": positions,
    "heat": heat_table,
    "relation": relation,
    "change relation": change_relation,
    "multiples": multiples,
    "gaps": gaps,
    "contribution": contributions,
    "turning": lowest_years,
    "moved": movements_of,
    "cities": beside_others,
    "ranking with city": with_city,
    "limits": limits_over_time,
    "district heat map": share_map,
    "district heat ranking": share_ranking,
    "carriers": carriers,
    "convergence": spread_over_time,
    "between boroughs": between_boroughs,
    "separation": dissimilarity_over_time,
    "isolation": isolation_over_time,
    "neighbours": resemblance_over_time,
    "clusters": clusters_map,
    "links": neighbours_map,
    "kinds": map_of_kinds,
    "event study": beside_the_rest,
    "synthetic twin": beside_its_twin,
    "placebo gaps": gaps_of_placebos,
    "change points": growth_by_level,
    "rate parts": rate_parts,
    "rate sides": rate_sides,
    "growth by nationality": growth_parts,
    "continuation": continued,
    "scenario map": saved_map,
    "scenario steps": measures_steps,
    "scenario districts": district_bars,
    **OF_DISTRICTS,
}


OFTEN: Final = frozenset({"change map", "value map", "city map", "pair map", "ranking", "change ranking"})
"""Those that pages begin with, and many readers look at alike."""


def draw(kind: str, request: Request) -> Drawn:
    """A picture of a kind, or why there is nothing to draw; not to be changed, as others may be given the same. Raises
    KeyError for a kind that there is not."""
    return _of_all(request, kind) if kind in OFTEN else KINDS[kind](request)


@kept_for_all
def _of_all(request: Request, kind: str) -> Drawn:
    return KINDS[kind](request)
