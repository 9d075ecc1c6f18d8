"""The city's open-data portal (CKAN): where a rubric is served now, by its title.

Source: opendata.leipzig.de, Stadt Leipzig, dl-de/by-2-0.
"""

import json
from typing import Final
from urllib.parse import parse_qsl

from data.sources.http import SourceError

URL: Final = "https://opendata.leipzig.de/api/3/action/package_search?rows=1000"


def addresses(body: bytes) -> dict[tuple[str, str], tuple[int, int]]:
    """Category and rubric number of every rubric by (service, title).

    body: the answer of `package_search`. Raises SourceError when it is not the catalogue.
    """
    try:
        packages = json.loads(body)["result"]["results"]
        found = [
            _place(package["title"], resource.get("url") or "")
            for package in packages
            for resource in package["resources"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SourceError(
            "portal: the answer is not a CKAN catalogue, expected result.results; try again later"
        ) from None
    return dict(place for place in found if place)


def _place(title: str, url: str) -> tuple[tuple[str, str], tuple[int, int]] | None:
    """What one address of a package says, if it is one of the statistics API; the catalogue names others, too."""
    path, _, query = url.partition("?")
    numbers = dict(parse_qsl(query))
    try:
        return (path.rsplit("/", 1)[-1], title), (int(numbers["kategorie_nr"]), int(numbers["rubrik_nr"]))
    except (KeyError, ValueError):
        return None
