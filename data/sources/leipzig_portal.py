"""The city's open-data portal (CKAN): where a rubric is served now, by its title.

Source: opendata.leipzig.de, Stadt Leipzig, dl-de/by-2-0.
"""

import json
from contextlib import suppress
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
        urls = [(package["title"], entry.get("url") or "") for package in packages for entry in package["resources"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise SourceError(
            "portal: the answer is not a CKAN catalogue, expected result.results; try again later"
        ) from None
    places = {}
    for title, url in urls:
        path, _, query = url.partition("?")
        numbers = dict(parse_qsl(query))
        with suppress(KeyError, ValueError):  # the catalogue names other addresses, too
            places[path.rsplit("/", 1)[-1], title] = int(numbers["kategorie_nr"]), int(numbers["rubrik_nr"])
    return places
