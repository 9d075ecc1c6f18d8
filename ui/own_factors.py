"""Factors of the energy model with what the reader changes in them: shown with their sources, or read from a file."""

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from math import nan
from typing import Final

import streamlit as st
from streamlit.runtime.uploaded_file_manager import DeletedFile

from indicators.energy.factors import (
    DISTRICT_HEAT,
    OWN,
    Factors,
    FactorsError,
    factors,
    read,
    template,
    with_district_heat,
)
from locales import Language, text
from ui import address, frame
from words.factors import factor_told

LARGEST_FACTOR: Final = 2.0
"""kg CO2e per kWh, as the schema of factors has it."""
LARGEST_FILE: Final = 1
"""Megabytes of a file of factors."""
FILE: Final = "file of factors"
"""The key of its control."""
KEPT: Final = 16
"""Readers' factors that are kept, because what is reckoned with them is kept by them, too."""


def given_factors(lang: Language, used: str, tables: Collection[str] = (), *, district_heat: bool = False) -> Factors:
    """The model's factors with what the reader changes in them.

    used: said of a file that can be used; tables: of the file, those that are listed, none for all of them;
    district_heat: whether its factor can be set beside the file.
    """
    given = factors()
    with st.expander(text(lang, "Factors and their sources; use your own")):
        label = text(lang, "A TOML file with the factors that differ; the address does not keep it")
        file = st.file_uploader(label, type="toml", max_upload_size=LARGEST_FILE, key=FILE)
        if isinstance(st.session_state.get(FILE), DeletedFile):
            st.error(
                text(
                    lang,
                    "The server was started anew and has lost your file; choose it again. Until then, the model’s own "
                    "factors are used.",
                )
            )
        if file is not None:
            given = _from_file(lang, file.getvalue(), file.name, used)
        elif district_heat:
            given = _with_district_heat(given, _factor_of_district_heat(lang, given))
        label = text(lang, "The model’s factors as a template")
        st.download_button(label, template, "factors.toml", "application/toml", key="template", on_click="ignore")
        frame.listed(_factor_list(lang, given, tables))
    return given


def restore(key: str, valid: Callable[[float], bool], default: float) -> str:
    """The key of a control for a number; words that are none are not valid."""

    def read(said: Mapping[str, str]) -> float | None:
        try:
            return float(said[key]) if key in said else None
        except ValueError:
            return nan

    return address.restore(key, read, valid, default, lambda value: {key: f"{value:.15g}"})


def _factor_of_district_heat(lang: Language, given: Factors) -> float:
    label = text(lang, "District heat today, life cycle, kg CO₂e per kWh")
    today = restore("district_heat", lambda value: 0 <= value <= LARGEST_FACTOR, given.life_cycle[DISTRICT_HEAT])
    return st.number_input(label, 0.0, LARGEST_FACTOR, step=0.001, format="%.3f", key=today, width=320)


def _from_file(lang: Language, content: bytes, name: str, used: str) -> Factors:
    try:
        given = _read(content.decode("utf-8"), name)
    except UnicodeDecodeError:
        st.error(text(lang, "The file is not text in UTF-8; the model’s own factors are used."))
        return factors()
    except FactorsError as error:
        st.error(text(lang, "The file can’t be used; the model’s own factors are used instead."))
        frame.note(str(error))
        return factors()
    st.success(used)
    return given


_read = lru_cache(KEPT)(read)


@lru_cache(KEPT)
def _with_district_heat(given: Factors, own: float) -> Factors:
    return with_district_heat(given, own) if own != given.life_cycle[DISTRICT_HEAT] else given


def _factor_list(lang: Language, given: Factors, tables: Collection[str]) -> list[str]:
    """Every factor with its unit, under its source; of some tables, where these are named."""
    by_source: dict[str, list[str]] = {}
    for entry in given.entries:
        if not tables or entry.place.partition(".")[0] in tables:
            source = text(lang, "Your own input") if entry.source == OWN else entry.source
            by_source.setdefault(source, []).append(factor_told(lang, entry.place, dict(entry.numbers)))
    return [f"{source}: {'; '.join(told)}" for source, told in by_source.items()]
