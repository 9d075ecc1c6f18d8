"""What a monitor collects, in OpenMetrics, for whoever has the token that the setting names."""

import secrets
from collections.abc import Iterator
from http import HTTPStatus
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response

import settings
from api.problems import problem
from server import health, turns

REGISTRY: Final = CollectorRegistry()
SECONDS: Final = (0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30)

PAGE_RUNS: Final = Counter(
    "indicators_page_runs",
    "Runs of pages by how they ended: drawn, stopped (its reader asked for another), failed.",
    ["page", "outcome"],
    registry=REGISTRY,
)
PAGE_SECONDS: Final = Histogram(
    "indicators_page_seconds", "Seconds that a page took to run.", buckets=SECONDS, registry=REGISTRY
)
WAIT_SECONDS: Final = Histogram(
    "indicators_page_wait_seconds", "Seconds that a page waited for its turn.", buckets=SECONDS, registry=REGISTRY
)
REQUESTS: Final = Counter(
    "indicators_requests", "Requests by place and status.", ["place", "status"], registry=REGISTRY
)
REQUEST_SECONDS: Final = Histogram(
    "indicators_request_seconds", "Seconds until an answer was sent.", ["place"], buckets=SECONDS, registry=REGISTRY
)
DOWNLOADS: Final = Counter(
    "indicators_downloads", "Files that were sent to be saved, by format.", ["format"], registry=REGISTRY
)
ERRORS: Final = Counter(
    "indicators_errors",
    "What was answered with an error of the server's, by where: page or request.",
    ["where"],
    registry=REGISTRY,
)
SESSIONS: Final = Gauge("indicators_sessions", "Readers whose page is open.", registry=REGISTRY)
ProcessCollector(registry=REGISTRY)


class _State(Collector):
    """What is looked up when somebody asks."""

    def collect(self) -> Iterator[Metric]:
        found = health.state()
        yield GaugeMetricFamily(
            "indicators_health", "0 ok, 1 degraded, 2 down.", health.STATUSES.index(found["status"])
        )
        line = turns.line()
        for name, what, value in (
            ("runs", "Page runs in line, with the one under way.", line.runs),
            ("seconds", "Since the line of page runs last moved.", line.seconds),
            ("beyond_limit", "Page runs that go on beyond their limit.", line.beyond),
        ):
            yield GaugeMetricFamily(f"indicators_line_{name}", what, value)
        if (age := health.age(found.get("refreshed_at") or "")) is not None:
            yield GaugeMetricFamily("indicators_store_age_seconds", "Since the last refresh.", age.total_seconds())


REGISTRY.register(_State())


def page_run(page: str, outcome: str, waited: float, seconds: float) -> None:
    """waited, seconds: how long for its turn, and how long it took."""
    PAGE_RUNS.labels(page, outcome).inc()
    WAIT_SECONDS.observe(waited)
    PAGE_SECONDS.observe(seconds)
    if outcome == "failed":
        ERRORS.labels("page").inc()


def request(place: str, status: int, seconds: float) -> None:
    """place: one of `server.seen.place`."""
    REQUESTS.labels(place, str(status)).inc()
    REQUEST_SECONDS.labels(place).observe(seconds)
    if status == HTTPStatus.INTERNAL_SERVER_ERROR:
        ERRORS.labels("request").inc()


def metrics(request: Request) -> Response:
    """All of them; 404 without a token in the settings, as if there was nothing, and 401 for another one."""
    token = settings.in_force().metrics_token
    if token is None:
        return problem(404, "Metrics are given out where the setting INDICATORS_METRICS_TOKEN names a token.")
    said = request.headers.get("Authorization", "").encode()
    if not secrets.compare_digest(said, f"Bearer {token.get_secret_value()}".encode()):
        told = {"WWW-Authenticate": "Bearer"}
        return problem(401, "Metrics are given to whoever has the token: Authorization: Bearer TOKEN.", told)
    content = generate_latest(REGISTRY)  # type: ignore[no-untyped-call] # the library has types for all but this
    return Response(content, headers={"Cache-Control": "no-store"}, media_type=CONTENT_TYPE_LATEST)
