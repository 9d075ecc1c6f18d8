"""What if: the outcome of a scenario against the model of today, in a look that no picture of figures has."""

from collections.abc import Callable
from typing import Final

import pandas as pd

from charts import choropleth
from charts.classes import value_classes
from charts.scenario import before_after, marked, marked_map, steps, tinted
from charts.theme import Captions, Figure, Theme
from indicators.energy.scenario import Scenario
from locales import number, percent, text
from pictures.map_parts import ground, missing_only
from pictures.picture import Picture
from pictures.request import Request
from words import energy
from words.rows import districts

SAVED: Final = (2.5, 5.0, 7.5, 10.0, 20.0, 40.0)
"""Class breaks of saved emissions, percent."""


def rows(request: Request) -> pd.DataFrame:
    """The outcome of the areas, those that emit most first: with what pictures say of each."""
    lang, outcome = request.lang, _scenario(request).outcome
    found = outcome[outcome["area"].isin(list(request.areas))]
    found = found.sort_values("emissions", ascending=False, ignore_index=True)
    now, then = found["emissions"], found["emissions_then"]
    changes = [percent(lang, value, signed=True) for value in found["emissions_percent"]]
    return found.assign(
        name=found["area"].map(request.areas),
        shade=-found["emissions_percent"],
        told=pd.Series(
            [[change, number(lang, a), number(lang, b)] for change, a, b in zip(changes, now, then, strict=True)],
            index=found.index,
        ),
        note=["" if known else text(lang, "no figure") for known in found["emissions_percent"].notna()],
        today_label=[f"{number(lang, value)} t" for value in now],
        then_label=[f"{number(lang, value)} t ({change})" for value, change in zip(then, changes, strict=True)],
    )


def sentence(request: Request) -> str:
    """What would be, if what is assumed were done."""
    what_if = _scenario(request)
    return energy.scenario(request.lang, what_if.done, what_if.today, what_if.period, what_if.city)


def saved_map(request: Request) -> Picture:
    """The map of the emissions that each district saves."""
    lang, drawn, theme = request.lang, districts(rows(request)), tinted(request.theme)
    now = text(lang, "model {year}: {now} t CO₂e", year=_scenario(request).period, now="%{customdata[1]}")
    then = text(lang, "scenario: {then} t CO₂e", then="%{customdata[2]}")
    figure = choropleth.district_map(
        drawn,
        value_classes(SAVED, [percent(lang, at, 0 if at == int(at) else 1) for at in SAVED], 1, theme),
        missing_only(lang, drawn),
        f"<b>%{{text}}</b><br>{then} (%{{customdata[0]}})<br>{now}%{{customdata[3]}}<extra></extra>",
        request.lit,
        ground(request),
        _captions(request, text(lang, "saved emissions"), text(lang, "in % of today’s by the model, life cycle")),
        theme,
    )
    return _picture(request, "map", figure, drawn, marked_map)


def measures_steps(request: Request) -> Picture:
    """The city's emissions from today to the scenario, one measure after the other."""
    lang, what_if = request.lang, _scenario(request)
    today, renovated, connected, then = what_if.steps.values()
    bars = [
        (text(lang, "Model {year}", year=what_if.period), 0.0, today, f"{number(lang, today)} t"),
        *(
            (name, before, after, f"{number(lang, after - before, signed=True)} t")
            for name, before, after in (
                (text(lang, "Renovation"), today, renovated),
                (text(lang, "Connection"), renovated, connected),
                (text(lang, "District heat"), connected, then),
            )
        ),
        (text(lang, "Scenario"), 0.0, then, f"{number(lang, then)} t"),
    ]
    subtitle = text(lang, "t CO₂e a year, whole city, one after the other")
    captions = _captions(request, text(lang, "what each measure changes"), subtitle)
    figure = steps(bars, captions, tinted(request.theme))
    return _picture(request, "steps", figure, pd.DataFrame(bars, columns=["name", "before", "after", "label"]))


def district_bars(request: Request) -> Picture:
    """Each district's emissions today and in the scenario."""
    lang, year = request.lang, _scenario(request).period
    told = (text(lang, "model {year}", year=year), text(lang, "scenario"))
    title = {
        "ortsteil": text(lang, "emissions of each district"),
        "stadtbezirk": text(lang, "emissions of each borough"),
    }[request.level]
    captions = _captions(request, title, text(lang, "t CO₂e; outline: model {year}, hatched: scenario", year=year))
    drawn = districts(rows(request)).rename(columns={"emissions": "today", "emissions_then": "then"})
    drawn = drawn.dropna(subset=["today", "then"])
    return _picture(request, "districts", before_after(drawn, captions, tinted(request.theme), told), drawn)


def _scenario(request: Request) -> Scenario:
    if request.scenario is None:
        raise ValueError("a picture of a scenario takes one")
    return request.scenario


def _captions(request: Request, title: str, subtitle: str) -> Captions:
    """Words whose title begins with what it is."""
    return request.captions(text(request.lang, "Scenario: {title}", title=title), subtitle)


def _picture(
    request: Request,
    kind: str,
    figure: Figure,
    table: pd.DataFrame,
    mark: Callable[[Figure, str, Theme], Figure] = marked,
) -> Picture:
    drawn = mark(figure, text(request.lang, "SCENARIO"), tinted(request.theme))
    return Picture(f"scenario-{kind}", drawn, sentence(request), f"leipzig_scenario_{kind}", table)
