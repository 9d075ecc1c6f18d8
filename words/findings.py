"""What the checks of a refresh had to say of new figures, one sentence a finding."""

from collections.abc import Mapping
from typing import Any

from locales import Language, number, percent, text
from words.revisions import figure


def finding_sentence(
    lang: Language, finding: Mapping[str, Any], titles: Mapping[str, str], names: Mapping[str, str]
) -> str:
    """The source that a finding is about, and what was found.

    finding: as the report keeps it, see `data.gate.finding.record`; titles: of the publishers' tables, by source;
    names: of areas and cities, by code.
    """
    source = finding["source"]
    title = titles.get(source, "")
    about = f"{source} ({title}): " if title else f"{source}: "
    if "facts" not in finding:  # as refreshes of earlier releases wrote it
        return about + str(finding["sentence"])
    facts = {name: _shown(lang, name, fact, source, names) for name, fact in finding["facts"].items()}
    return about + text(lang, finding["message"], **facts)


def _shown(lang: Language, name: str, fact: str | float, source: str, names: Mapping[str, str]) -> str:
    kind = name.partition("_")[0]
    if isinstance(fact, str):
        own = fact.removeprefix(f"{source}/")
        return (
            names.get(fact, fact) if kind == "area" else text(lang, "“{name}”", name=own) if kind == "series" else fact
        )
    if kind == "factor":
        return number(lang, fact, 2)
    return percent(lang, 100 * fact) if kind == "share" else figure(lang, fact)
