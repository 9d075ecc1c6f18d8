"""What of `deploy/` can be checked without a container or systemd at work, by those who made the formats."""

import json
import os
import re
import shutil
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

import settings
from server import several

DEPLOY = settings.ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("indicators*"))
COMPOSE = DEPLOY / "container" / "compose.yaml"


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def analyze() -> str:
    found = shutil.which("systemd-analyze")
    if found is None:
        pytest.skip("there is no systemd-analyze on this machine")
    return found


def test_units_are_what_systemd_takes(analyze: str, tmp_path: Path) -> None:
    """Their project is where this one is; instances stand for themselves."""
    for unit in UNITS:
        text = unit.read_text("utf-8").replace("/opt/indicators", str(settings.ROOT))
        name = unit.name.replace("@.", "@8502.")
        (tmp_path / name).write_text(text.replace(f"{settings.ROOT}/.venv/bin/", f"{Path(sys.executable).parent}/"))
    told = run(analyze, "verify", "--man=no", *sorted(tmp_path.iterdir()))
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit.suffix == ".service"], ids=lambda unit: unit.name)
def test_services_may_do_little(analyze: str, unit: Path) -> None:
    """Systemd's own measure, in tenths of its points, of which 100 is a service that may do everything."""
    told = run(analyze, "security", "--offline=true", "--threshold=25", unit)
    assert told.returncode == 0, told.stdout


def test_the_container_file_is_clean() -> None:
    told = run(Path(sys.executable).with_name("hadolint"), DEPLOY / "container" / "Containerfile")
    assert (told.returncode, told.stdout) == (0, "")


def test_the_compose_file_is_by_its_schema_and_says_all_that_nginx_needs() -> None:
    told = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", COMPOSE)
    assert told.returncode == 0, told.stdout
    needed = set(re.findall(r"\$\{([A-Z]+)\}", several.TEMPLATE.read_text("utf-8")))
    said = COMPOSE.read_text("utf-8").partition("  nginx:")[2]
    assert {name for name in needed if f"      {name}: " not in said} == set()


def test_a_refresh_that_failed_is_told_to_a_webhook() -> None:
    if not shutil.which("curl"):
        pytest.skip("there is no curl on this machine")
    heard: list[dict[str, str]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_said: object) -> None:
            """Nothing."""

    with HTTPServer(("127.0.0.1", 0), Hook) as server:
        Thread(target=server.handle_request).start()
        hook = {"REPORT_WEBHOOK": f"http://127.0.0.1:{server.server_port}/", "MONITOR_EXIT_STATUS": "1"}
        script = DEPLOY / "systemd" / "report"
        subprocess.run([script, "indicators-refresh.service"], env=os.environ | hook, check=True)
    assert "indicators-refresh.service on " in heard[0]["text"]
    assert "ended with 1." in heard[0]["text"]
