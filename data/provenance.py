"""Where the figures of a source are from, what was checked and what has to be known of them."""

from dataclasses import asdict
from typing import Any

from data.gather import Outcome, Source
from data.sources import city_tables, eurostat_cities
from data.sources.http import Download, SourceError
from data.sources.leipzig_rules import Rule


def record(source: Source, answers: dict[str, Download | SourceError], outcome: Outcome) -> dict[str, Any]:
    """A source as `sources.json` keeps it; empty unless it was updated, because then its last record holds.

    Its checks depend on the answers and the declarations alone, not on what was held before.
    """
    if outcome.state != "updated":
        return {}
    return {
        "title": source.title,
        **_origin(source, answers),
        "licence": source.licence,
        "attribution": source.attribution,
        "rows": len(outcome.table),
        "newest_period": str(outcome.table["period"].max()) if len(outcome.table) else "",
        "checks": [asdict(check) for check in outcome.checks],
        "message": outcome.message,
        "remarks": _remarks(source),
    }


def _origin(source: Source, answers: dict[str, Download | SourceError]) -> dict[str, Any]:
    """Where a source is from, when it was fetched, which edition it is, and its hash."""
    if source.table is not None:
        return city_tables.record(source.table, city_tables.read(source.table))
    got = [answer for url in source.urls if isinstance(answer := answers[url], Download)]
    edition = eurostat_cities.updated([download.body for download in got]) if source.eurostat else ""
    return {
        "urls": [download.url for download in got],
        "retrieved_at": max(download.retrieved_at for download in got),
        "vintage": edition or max(download.vintage for download in got),
        "sha256": [download.sha256 for download in got],
    }


def _remarks(source: Source) -> list[dict[str, Any]]:
    if source.eurostat is not None:
        return [eurostat_cities.remark(series, rule) for series in source.eurostat.series for rule in series.rules]
    return [_remark(rule) for rule in (source.rubric.rules if source.rubric else ())]


def _remark(rule: Rule) -> dict[str, Any]:
    where = {"characteristics": rule.characteristics, "areas": rule.areas, "levels": rule.levels}
    named = {key: sorted(names) for key, names in where.items() if names}
    span = {"from": rule.first, "until": rule.last}
    return {
        "status": rule.status,
        "cells": rule.cells,
        **named,
        **span,
        **({"within": True} if rule.within else {}),
        "reason": rule.reason,
        "evidence": rule.evidence,
    }
