"""The city's open-data portal (CKAN): where a rubric is served now, by its title.

Source: opendata.leipzig.de, Stadt Leipzig, dl-de/by-2-0.
"""

import json
from typing import Final
from urllib.parse import parse_qs, urlsplit

from data.sources.http import SourceError

URL: Final = "https://opendata.leipzig.de/api/3/action/package_search?rows=1000"


def addresses(body: bytes) -> dict[tuple[str, str], tuple[int, int]]:
    """Category and rubric number of every rubric by (service, title).

    body: the answer of `package_search`. Raises SourceError when it is not the catalogue.
    """
    try:
        packages = json.loads(body)["result"]["results"]
        pairs = [(package["title"], resource["url"]) for package in packages for resource in package["resources"]]
    except (ValueError, KeyError, TypeError):
        raise SourceError(
            "portal: the answer is not a CKAN catalogue, expected result.results; try again later"
        ) from None
    found = {}
    for title, url in pairs:
        parts, query = urlsplit(url), parse_qs(urlsplit(url).query)
        if "kategorie_nr" in query and "rubrik_nr" in query:
            service = parts.path.rsplit("/", 1)[-1]
            found[service, title] = (int(query["kategorie_nr"][0]), int(query["rubrik_nr"][0]))
    return found
