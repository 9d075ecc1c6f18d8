"""The page that says how to use the routes, with examples to copy."""

from functools import partial
from html import escape
from pathlib import Path
from string import Template
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from api import addresses, parameters
from api.answers import MINUTES, cached
from exports.formats.registry import by_ending
from locales import LANGUAGES, Language, text

FOLDER: Final = Path(__file__).resolve().parent
EXAMPLES: Final = {
    "curl": "curl.sh",
    "Python, pandas": "read_csv.py",
    "R": "read.R",
    "Excel, Power Query": "excel.pq",
}
"""Files in `api/examples` by what they are for."""
BASE: Final = "http://localhost:8501"
"""The address that stands in the examples for the one at which the page is read."""


def start(request: Request) -> Response:
    """An HTML page in one language, `lang`."""
    query = request.query_params
    parameters.check_names(query, ("lang",))
    lang = parameters.choice(query, "lang", LANGUAGES) or parameters.DEFAULT_LANGUAGE
    base = addresses.base(request)
    answer = partial(Response, media_type="text/html")
    return cached(request, "start", lambda: answer(_page(lang, base)), addresses.keep(MINUTES))


def example(file: str, base: str) -> str:
    """The code of an example, which asks the server at a base address."""
    return (FOLDER / "examples" / file).read_text("utf-8").replace(BASE, base)


def _page(lang: Language, base: str) -> str:
    other: Language = "en" if lang == "de" else "de"
    code = (f"<h3>{escape(name)}</h3>\n<pre>{escape(example(file, base))}</pre>" for name, file in EXAMPLES.items())
    return Template((FOLDER / "documentation.html").read_text("utf-8")).substitute(
        lang=lang,
        other=other,
        other_name={"de": "Deutsch", "en": "English"}[other],
        title=text(lang, "The figures as files and over HTTP"),
        lead=text(
            lang,
            "Every figure of Leipzig Urban Indicators, without key and without paging. The ending of an address names "
            "the format. Figures keep all digits; a missing figure keeps its row and says in the column status why it "
            "is missing.",
        ),
        formats=text(lang, "Formats"),
        endings=_rows({f"/api/v1/observations{ending}": told for ending, told in _endings(lang).items()}),
        choice=text(lang, "Choosing"),
        everything=text(lang, "What is left open is not narrowed: without any choice, every indicator of every area."),
        parameters=_rows(_parameters(lang)),
        examples=text(lang, "Examples"),
        code="\n".join(code),
        more=text(lang, "More addresses"),
        addresses=_rows(_addresses(lang)),
        rules=text(
            lang,
            "Answers carry an ETag: who sends it along as If-None-Match is told 304 as long as nothing has changed. "
            "Errors are JSON with one sentence in detail (RFC 9457).",
        ),
    )


def _rows(told: dict[str, str]) -> str:
    """Table rows; what stands on the left is code, an address is a link relative to this page."""
    return "\n".join(f"<tr><td>{_shown(name)}</td><td>{escape(words)}</td></tr>" for name, words in told.items())


def _shown(name: str) -> str:
    code = f"<code>{escape(name)}</code>"
    return f'<a href="{escape(name.removeprefix("/api/v1/"))}">{code}</a>' if name.startswith("/api/v1/") else code


def _endings(lang: Language) -> dict[str, str]:
    return {f".{ending}?{form.example}": form.words(lang).explained for ending, form in by_ending().items()}


def _parameters(lang: Language) -> dict[str, str]:
    return {
        "indicator=population,unemployed": text(lang, "indicators; their ids are in indicators.json"),
        "area=51,leipzig-west": text(lang, "official codes of areas, ids of groups"),
        "group=Kiez~505152": text(lang, "a group of one's own: its name and the two-digit codes of its districts"),
        "level=ortsteil": text(lang, "city, stadtbezirk (borough), ortsteil (district), group"),
        "from=2015&to=2024": text(lang, "first and last year"),
        "layout=wide": text(lang, "wide: one row an area, a column a year (CSV, XLSX, Parquet, GeoPackage)"),
        "lang=de": text(lang, "language of names and units, de or en"),
        "version=…": text(lang, "an older version of the data, of those in versions.json"),
    }


def _addresses(lang: Language) -> dict[str, str]:
    return {
        "/api/v1/indicators.json": text(lang, "the indicators: definition, unit, sources, periods, levels"),
        "/api/v1/areas.geojson?level=ortsteil": text(lang, "boundaries"),
        "/api/v1/neighbours.gal": text(lang, "which districts border each other (GAL, spatial weights)"),
        "/api/v1/trends.csv?indicator=population": text(lang, "trends: slope and significance for each area"),
        "/api/v1/profile.csv?area=51": text(lang, "where a place stands among its peers, in every indicator"),
        "/api/v1/similarity.csv?area=51": text(lang, "the districts that resemble a place"),
        "/api/v1/moved-most.csv?area=51&from=2012&to=2022": text(lang, "what moved most in an area"),
        "/api/v1/contributions.csv?from=2012&to=2024": text(
            lang, "what each area contributed to the city's growth, and when its population was lowest"
        ),
        "/api/v1/limits.csv?indicator=residential_heat": text(lang, "modelled figures with their limits"),
        "/api/v1/energy-district.csv?area=51&preset=roofs": text(
            lang, "what-if: electricity and heat of a district’s dwellings in each hour of a year"
        ),
        "/api/v1/energy-district.json?area=51&preset=roofs": text(
            lang, "what-if: that year, with its ranges and all that is assumed"
        ),
        "/api/v1/series.csv?series=kd2-1/Einwohner+insgesamt": text(
            lang, "publishers' own figures, which rates are made of; their names are in series.json"
        ),
        "/api/v1/analysis.csv?result=convergence": text(lang, "results of the page of analysis, by name"),
        "/api/v1/cities.csv?indicator=eurostat_unemployment_rate": text(lang, "Leipzig compared with other cities"),
        "/api/v1/answer.json?q=rent+Lindenau": text(
            lang, "a question in words: the answer as a sentence, and its page"
        ),
        "/api/v1/picture.svg?indicator=population": text(lang, "a picture of the pages as SVG, or as PNG with .png"),
        "/api/v1/report.pdf?area=51": text(lang, "the profile of a district as two pages (PDF)"),
        "/api/v1/versions.json": text(lang, "the versions of the data that are kept"),
        "/api/v1/revisions.csv": text(lang, "what changed from one version to another"),
        "/api/v1/changes.atom": text(lang, "new versions and revisions as a feed (Atom)"),
        "/api/v1/openapi.json": text(lang, "the description for programs (OpenAPI)"),
    }
