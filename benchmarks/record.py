"""python -m benchmarks.record FILE: what pages and routes give, as data; --against OLDER names what differs.

For moving code without a change of what a reader sees: each address of `pages()` is opened in a session of its own, and
all that it shows is kept in order, texts, controls, tables, figures and what is written into the address; each address
of `answers()` is asked for, and a hash of the answer is kept. What a program makes up anew whenever it moves is left
out: Streamlit's ids of elements and scripts.
"""

import argparse
import gzip
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any, Final

from google.protobuf.json_format import MessageToDict
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1.element_tree import Block, Node

from api import routes as api
from data import store
from exports.formats.registry import by_ending
from indicators import catalogue
from locales import LANGUAGES
from server import routes as server
from server.start import use_python_strings
from tests.support.opening import as_served, start, to_page, tree

PAGES: Final = (
    *("overview", "growth", "growth_story", "leipzig_west", "leipzig_west_at_a_glance", "explore", "profile"),
    *("compare", "energy", "energy_district", "cities", "methods", "about"),
)
INDICATORS: Final = (
    *("population", "unemployment_share", "district_heating_share", "turnout_federal", "turnout_mayor", "base_rent"),
    *("life_satisfaction", "residential_heat", "heating_emissions_per_resident", "population_change", "gdp"),
    *("official_population_density", "births_per_1000", "net_income_person", "daycare_migration_background_share"),
)
"""One of each kind: counts, shares, single periods, days, surveys, modelled, of the city alone, not held."""
OWN: Final = "Kiez~505152"
WRONG: Final[tuple[tuple[str, dict[str, str]], ...]] = (
    ("growth", {"indicator": "nonsense", "level": "street", "areas": "51,99", "from": "1066", "to": "2024"}),
    ("growth", {"from": "2024", "to": "2012", "picture": "pie", "map": "globe", "colour": "red"}),
    ("growth", {"version": "2000-01-01-00000000"}),
    ("growth_story", {"level": "stadtbezirk", "areas": "0,1,2,3,4,5,6", "beside": "nobody"}),
    ("leipzig_west", {"members": "51,xx", "indicator": ""}),
    ("leipzig_west", {"members": ""}),
    ("leipzig_west_at_a_glance", {"members": "", "map": "pair"}),
    ("explore", {"q": "xyzzy", "topic": "none", "show": "moved", "area": "99"}),
    ("profile", {"area": "nowhere", "topic": "nothing"}),
    ("compare", {"compare": "", "edit": "perhaps"}),
    ("compare", {"compare": "51,51,zz", "group": "~~"}),
    ("energy", {"chapter": "none", "level": "city", "areas": "0"}),
    ("energy_district", {"area": "nowhere", "pv_kwp": "-1", "cars": "perhaps", "against": "roofs,wind:3"}),
    ("cities", {"figure": "moon"}),
    ("methods", {"show": "some", "indicator": "nope"}),
)
UNSTABLE: Final = {
    "id",
    "cssContent",
    "deferredFileId",
    "formId",
    "pageScriptHash",
    "jsContent",
    "urlPathname",
    "mediaFileId",
    "elementId",
    "key",
}
"""Fields of Streamlit's messages that a reader does not see: hashes of where the code stands, and styles."""

Address = tuple[str, Mapping[str, str]]


def pages() -> Iterator[Address]:
    """Every page in both languages, in its views, with groups, versions and wrong parameters."""
    for (page, said), lang in product([*_plain(), *_views(), *WRONG], LANGUAGES):
        yield page, {"lang": lang, **said}


def _plain() -> Iterator[Address]:
    version = store.current().version
    for page in PAGES:
        yield page, {}
    for page in ("growth", "leipzig_west", "compare"):
        yield page, {"version": version, "from": "2015", "to": "2020"}
    for id in INDICATORS:
        for page in ("growth", "leipzig_west", "compare", "methods"):
            yield page, {"indicator": id}


def _views() -> Iterator[Address]:
    for id, shows in product(("population", "unemployment_share", "base_rent"), ("pair", "value", "city")):
        yield "growth", {"indicator": id, "map": shows, "level": "stadtbezirk", "areas": "5,7"}
    for id, picture in product(("population", "net_income_person"), ("slope", "distribution", "heat", "relation")):
        yield "growth", {"indicator": id, "picture": picture, "areas": "51,70"}
    for scheme in ("natural_breaks", "equal_interval", "continuous"):
        yield "growth", {"indicator": "youth_ratio", "map": "value", "classes": scheme, "year": "2016"}
    yield "growth", {"picture": "lines", "measure": "change", "embed": "true", "frame": "lines"}
    yield "growth_story", {"level": "stadtbezirk", "areas": "7", "beside": "suedwest-altwest"}
    yield "growth_story", {"group": OWN, "from": "2000", "to": "2010"}
    for page in ("leipzig_west", "leipzig_west_at_a_glance"):
        yield page, {"members": "50,51", "group": OWN}
    yield "explore", {"show": "list", "q": "miete"}
    yield "explore", {"show": "list", "topic": "energy"}
    for area in ("51", "7", "14713000"):
        yield "explore", {"show": "moved", "area": area}
    for area in ("51", "95", "7", "leipzig-west"):
        yield "profile", {"area": area}
    yield "profile", {"area": "70", "topic": "housing"}
    yield "compare", {"compare": "51,7,14713000,leipzig-west", "measure": "change", "bars": "value", "edit": "yes"}
    yield "compare", {"compare": "51,70", "group": OWN, "indicator": "unemployment_share"}
    for chapter, level in product(("where", "made", "changed", "cars", "scenario"), ("ortsteil", "stadtbezirk")):
        yield "energy", {"chapter": chapter, "level": level, "areas": "51" if level == "ortsteil" else "5"}
    for figure in ("eurostat_unemployment_rate", "installed_power_per_1000"):
        yield "cities", {"figure": figure}
    for show in ("all", "data"):
        yield "methods", {"show": show}


def answers() -> Iterator[str]:
    """Every indicator in every format, and the other addresses of the HTTP interface."""
    for id, ending in product(catalogue.load(), by_ending()):
        yield f"/api/v1/observations.{ending}?indicator={id}"
    for id in catalogue.load():
        yield f"/api/v1/trends.csv?indicator={id}"
    yield from (f"/api/v1/observations.csv?indicator=population&style=de&lang={lang}" for lang in LANGUAGES)
    yield from (f"/api/v1/areas.geojson?level={level}" for level in ("ortsteil", "stadtbezirk", "city", "street"))
    yield from (f"/api/v1/{lang}?lang={lang}" for lang in LANGUAGES)
    yield from (f"/api/v1/?lang={lang}" for lang in LANGUAGES)
    for path in ("cities.csv", "cities.json", "versions.json", "revisions.csv", "indicators.json", "openapi.json"):
        yield f"/api/v1/{path}"
    yield from ("/healthz", "/api", f"/api/v1/observations.json?indicator=population&group={OWN}&level=group")


def page(name: str, said: Mapping[str, str]) -> dict[str, Any]:
    """What a page shows a reader who opens it by an address: its elements in order, and the address it then has."""
    app = start()
    app.query_params.update(said)
    to_page(app, name).run()
    return {"shown": list(_elements(tree(app))), "address": dict(app.query_params)}


def _elements(node: Node) -> Iterator[dict[str, Any]]:
    if (proto := getattr(node, "proto", None)) is not None:
        told = _stable(MessageToDict(proto))
        if content := getattr(proto, "bytes", b""):
            told["bytes"] = json.loads(content)
        yield {"type": node.type, **told}
    if isinstance(node, Block):
        for child in node.children.values():
            yield from _elements(child)


def _stable(told: Any) -> Any:
    if isinstance(told, dict):
        return {key: _stable(value) for key, value in told.items() if key not in UNSTABLE}
    return [_stable(each) for each in told] if isinstance(told, list) else told


def answer(client: TestClient, address: str) -> dict[str, Any]:
    """Status, kind and hash of an answer."""
    got = client.get(address, follow_redirects=False)
    body = hashlib.sha256(got.content).hexdigest()
    return {"status": got.status_code, "type": got.headers.get("content-type", ""), "body": body}


def recorded() -> dict[str, Any]:
    """All that pages and routes give, by address."""
    found: dict[str, Any] = {}
    with as_served():
        for name, said in pages():
            found[f"{name}?{'&'.join('='.join(each) for each in said.items())}"] = page(name, said)
    with TestClient(Starlette(routes=[*api.routes, *server.routes])) as client:
        for address in answers():
            found[address] = answer(client, address)
    return found


def differences(before: Any, after: Any, where: str = "") -> Iterator[str]:
    """Each place in which two records differ, with what stood there and what stands there."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*before, *(key for key in after if key not in before)]:
            yield from differences(before.get(key), after.get(key), f"{where}/{key}")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for n, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from differences(one, other, f"{where}/{n}")
    elif before != after:
        one, other = (json.dumps(each, ensure_ascii=False)[:300] for each in (before, after))
        yield f"{where}: {one} -> {other}"


def main() -> None:
    """Keeps a record; with --against, exit status 1 where it differs from an older one."""
    cli = argparse.ArgumentParser(
        prog="python -m benchmarks.record", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("file", type=Path, help="where the record is kept, as compressed JSON")
    cli.add_argument("--against", type=Path, metavar="OLDER", help="an older record to compare with")
    options = cli.parse_args()
    use_python_strings()
    # GeoPackages tell when they were written.
    os.environ["OGR_CURRENT_DATE"] = "2000-01-01T00:00:00Z"
    with tempfile.TemporaryDirectory() as folder:
        # An empty store: the pages show the embedded figures.
        os.environ["INDICATORS_STORE"] = folder
        found = recorded()
    options.file.write_bytes(gzip.compress(json.dumps(found, ensure_ascii=False).encode(), 1))
    print(f"{len(found):,} addresses")
    if options.against:
        older = json.loads(gzip.decompress(options.against.read_bytes()))
        found = json.loads(json.dumps(found))
        told = [line for address in {**older, **found} for line in _of_address(address, older, found)]
        print(*told, sep="\n")
        if told:
            raise SystemExit(1)


def _of_address(address: str, older: Mapping[str, Any], newer: Mapping[str, Any]) -> list[str]:
    told = [*differences(older.get(address), newer.get(address))]
    return [f"{address}: {len(told)} differences", *(f"  {line}" for line in told[:5])] if told else []


if __name__ == "__main__":
    main()
