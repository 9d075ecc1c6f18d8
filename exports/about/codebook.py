"""What the columns, letters and words of the observation table mean, in both languages."""

from locales import Language, text


def columns(lang: Language) -> dict[str, str]:
    """By column of `exports.observations.COLUMNS`, in its order."""
    return {
        "indicator": text(lang, "Id of the indicator"),
        "title": text(lang, "Name of the indicator"),
        "unit": text(lang, "Unit of the value"),
        "area": text(lang, "Official code of the area as text, or id of a group of districts"),
        "name": text(lang, "Name of the area"),
        "level": text(lang, "Level of the area: city, stadtbezirk (borough), ortsteil (district) or group"),
        "period": text(lang, "Year, quarter (2024-Q1) or day (2022-05-15) that the value is about"),
        "value": text(lang, "The value, unrounded, in its unit; empty where it is missing"),
        "status": text(lang, "Observation status (SDMX, code list CL_OBS_STATUS), one letter"),
        "kind": text(lang, "Whether the indicator is official, derived from official figures, or modelled"),
        "source": text(lang, "Publisher, licence and ids of the sources"),
        "area_id": text(lang, "Id of the area that no spreadsheet shortens: OT51 (district), SB5 (borough), CITY"),
        "year": text(lang, "Year of the period, as a number"),
        "parent": text(lang, "area_id of the borough or city that the area lies in"),
    }


def statuses(lang: Language) -> dict[str, str]:
    """By status letter, those with a value before those without."""
    return {
        "A": text(lang, "normal value"),
        "P": text(lang, "provisional value"),
        "E": text(lang, "estimated or modelled value"),
        "B": text(lang, "break: not comparable with the period before"),
        "U": text(lang, "doubtful value: low reliability"),
        "M": text(lang, "missing: not collected or not published"),
        "Q": text(lang, "missing: suppressed for confidentiality"),
        "N": text(lang, "missing: not meaningful"),
    }


def kinds(lang: Language) -> dict[str, str]:
    """By kind of indicator."""
    return {
        "official": text(lang, "Official figure"),
        "derived": text(lang, "Derived from official figures"),
        "modelled": text(lang, "Modelled"),
        "forecast": text(lang, "Official forecast"),
    }


def levels(lang: Language) -> dict[str, str]:
    """By level of area, from the largest to the smallest, groups last."""
    return {
        "city": text(lang, "City"),
        "stadtbezirk": text(lang, "Boroughs"),
        "ortsteil": text(lang, "Districts"),
        "group": text(lang, "Groups of districts"),
    }
