"""The profile of a district or borough as two pages of PDF."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from api import addresses, parameters
from api.answers import MINUTES, cached
from api.problems import WrongParameter
from data import store
from exports import links
from locales import LANGUAGES

PDF: Final = "application/pdf"


def report_pdf(request: Request) -> Response:
    """A report on one area, as `exports.report` sets it."""
    query = request.query_params
    parameters.check_names(query, ("area", "version", "lang"))
    parameters.require(query, "area", "/api/v1/areas.geojson?level=… for the levels ortsteil and stadtbezirk")
    file = parameters.asked(query)
    dataset, areas = file.dataset, tuple(file.selection.areas or ())
    known = {*dataset.names["ortsteil"], *dataset.names["stadtbezirk"]}
    if len(areas) != 1 or areas[0] not in known:
        raise WrongParameter(f"area is {query['area'][:40]!r}, expected the code of one district or borough.")
    lang = parameters.choice(query, "lang", LANGUAGES) or parameters.DEFAULT_LANGUAGE
    pinned = {} if dataset.version == store.current().version else {"version": dataset.version}
    address = f"{addresses.base(request)}/{links.page('profile', lang, area=areas[0], **pinned)}"

    def answer() -> Response:
        from exports.report.content import report  # libraries that only reports need
        from exports.report.document import to_pdf

        name = f'inline; filename="leipzig_report_{areas[0]}_{dataset.version}_{lang}.pdf"'
        content = to_pdf(report(lang, dataset, areas[0], address), dataset)
        return Response(content, 200, {"Content-Disposition": name}, PDF)

    return cached(request, dataset.version, answer, addresses.keep(MINUTES))
