"""What the overview tells of growth: the population from the declared year to the newest."""

from charts.theme import Theme
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import overview
from indicators.figures.values import grid, periods_shown
from indicators.selection import Selection
from locales import Language
from pictures.request import Request


def residents(lang: Language, dataset: Dataset, theme: Theme) -> Request | None:
    """What pictures of growth are asked for; None where there are no figures."""
    indicator, since = catalogue.load()["population"], overview.load().since
    periods = periods_shown(grid(dataset, indicator), dataset.codes("ortsteil"))
    if not periods:
        return None
    start = since if since in periods else periods[0]
    selection = Selection((indicator,), levels=("ortsteil", "city"), start=start, end=periods[-1])
    return Request(lang, dataset, theme, selection)
