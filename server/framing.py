"""Which sites may show the pages in a frame of theirs: `Content-Security-Policy: frame-ancestors` (CSP level 3).

A picture alone, the address with `embed=true` that its menu copies, may stand on any site: it shows published figures
with their source, and whoever reads it is not logged in anywhere. A whole page may only stand on this host. The setting
names the sites instead, for both.
"""

from typing import Final

from starlette.datastructures import QueryParams

import settings

PICTURES: Final = "*"
PAGES: Final = "'self'"


def ancestors(query: str) -> str:
    """The sites that may frame the page with this query."""
    embedded = QueryParams(query).get("embed") == "true"
    return settings.frame_ancestors() or (PICTURES if embedded else PAGES)
