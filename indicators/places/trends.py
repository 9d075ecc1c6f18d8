"""Which indicators of a place rise or fall: tested together, as a profile shows them together."""

from collections.abc import Mapping

from data.store import Dataset
from indicators import catalogue
from indicators.analysis.trends import COUNTED, Judged, trend, verdicts
from indicators.kept import kept_lately
from indicators.places.place import Place, history
from indicators.places.profile import positions


@kept_lately
def trends(dataset: Dataset, place: Place, since: str) -> Mapping[str, Judged]:
    """By indicator of a place's profile whose figures were counted, its trend from one year on.

    The p are adjusted over all of them, whichever topic a reader looks at.
    """
    known = catalogue.load()
    counted = [known[id] for id in positions(dataset, place)["indicator"] if known[id].kind in COUNTED]
    found = {one.id: trend(history(dataset, one, place), since, "", tested=True) for one in counted}
    judged = verdicts(found.values(), tested=True)
    return {id: (one, p, verdict) for (id, one), (p, verdict) in zip(found.items(), judged, strict=True)}
