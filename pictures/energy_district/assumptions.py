"""Which assumption moves the power that makes a district positive most."""

import pandas as pd

from charts.tornado import tornado
from indicators.energy.district.asked import District
from indicators.energy.district.outcome import ends
from locales import Language, percent, text
from pictures.energy_district.frame import captions, picture, with_reason
from pictures.picture import Drawn
from pictures.request import Request
from words import energy_district
from words.energy_units import Unit, peak_power
from words.places import as_subject


@with_reason
def moved(request: Request, district: District) -> Drawn:
    """A bar an assumption, from the lowest to the highest power between the ends of its range."""
    lang, found = request.lang, results(district)
    if found.empty:
        return text(
            lang,
            "No assumption moves what {name} would need: it would be positive without photovoltaics.",
            name=as_subject(lang, district.name),
        )
    kwp = float(district.outcome.year["kwp_needed"])
    unit = peak_power(float(found[["low", "high"]].to_numpy().max()))
    rows = _told(lang, found, unit)
    figure = tornado(
        rows,
        (kwp * unit.times, text(lang, "as assumed: {power}", power=unit.told(lang, kwp))),
        captions(
            request,
            text(lang, "what positive would need, by assumption"),
            text(lang, "{unit} of photovoltaics at the ends of each assumption", unit=unit.name),
        ),
        request.theme,
    )
    widest = found.iloc[0]
    edges = float(min(widest["low"], widest["high"])), float(max(widest["low"], widest["high"]))
    factor = energy_district.factor_in_sentence(lang, str(widest["factor"]))
    return picture(request, "tornado", figure, energy_district.most_moving(lang, district, factor, edges), found)


def results(district: District) -> pd.DataFrame:
    """One row an assumption that moves it, those that move it most first: factor, at_low and at_high (ends of the
    assumption, over its declared value), low and high (kWp that are needed there)."""
    at = ends(district.dataset, district.codes, district.given)
    found = district.tornado.rename_axis("factor").reset_index()
    return found.assign(**{f"at_{end}": found["factor"].map(at[end]) for end in ("low", "high")})


def _told(lang: Language, found: pd.DataFrame, unit: Unit) -> pd.DataFrame:
    edges = pd.DataFrame({"low": found[["low", "high"]].min(axis=1), "high": found[["low", "high"]].max(axis=1)})
    offs = [
        [percent(lang, 100 * (times - 1), 0, signed=True) for times in pair]
        for pair in zip(found["at_low"], found["at_high"], strict=True)
    ]
    names = [energy_district.factor_name(lang, factor) for factor in found["factor"]]
    results_at = zip(found["low"], found["high"], strict=True)
    return pd.DataFrame(
        {
            "name": names,
            "told": [text(lang, "{low} to {high}", low=low, high=high) for low, high in offs],
            "low": edges["low"] * unit.times,
            "high": edges["high"] * unit.times,
            "low_label": [unit.bare(lang, value) for value in edges["low"]],
            "high_label": [unit.bare(lang, value) for value in edges["high"]],
            "hover": [
                f"<b>{name}</b><br>{off[0]}: {unit.told(lang, low)}<br>{off[1]}: {unit.told(lang, high)}"
                for name, off, (low, high) in zip(names, offs, results_at, strict=True)
            ],
        }
    )
