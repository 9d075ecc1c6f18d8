"""Where figures are from, in a line."""

from data.store import Dataset
from indicators.catalogue import Indicator
from locales import Language, joined, text


def source_line(lang: Language, dataset: Dataset, *indicators: Indicator) -> str:
    """Who publishes the figures behind some indicators, under which licence, and which version this is."""
    ids = [id for indicator in indicators for id in indicator.rubrics]
    records = [dataset.sources[id] for id in ids if id in dataset.sources]
    publishers = [f"{record['attribution']} ({record['licence']})" for record in records]
    models = [indicator.model[lang] for indicator in indicators if indicator.model]
    return named_source(lang, dataset, joined(lang, list(dict.fromkeys([*publishers, *models]))))


def named_source(lang: Language, dataset: Dataset, source: str) -> str:
    """A source by its name, and which version this is."""
    return text(lang, "Source: {source} · data version {version}", source=source, version=dataset.version)


def boundaries_line(lang: Language, dataset: Dataset) -> str:
    """Who publishes the boundaries, under which licence, and which version this is."""
    return record_line(lang, dataset, "boundaries")


def record_line(lang: Language, dataset: Dataset, id: str) -> str:
    """Who publishes a source, under which licence, and which version this is."""
    record = dataset.sources.get(id, {})
    return named_source(lang, dataset, f"{record.get('attribution', '')} ({record.get('licence', '')})")
