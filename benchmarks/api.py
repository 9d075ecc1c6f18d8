"""python -m benchmarks.api: what files over HTTP cost the server: time to the first byte and to the last, and memory.

Starts the app on a store of its own, in which the embedded figures stand several times, moved to earlier years, until
the whole observation table has 100,000 rows; nobody sees these. Times are a client's on the loopback. Linux only.
"""

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.request import urlopen

import pandas as pd

import settings
from data import store
from exports.observations import by_indicator
from indicators.selection import Selection

ROWS: Final = 100_000
TEXT: Final = ["series", "area", "period", "status"]
VERSION: Final = "2000-01-01-benchmark"
WHOLE: Final = "/api/v1/observations."
ONE: Final = "?indicator=population&from=2020&to=2024"
REPEATS: Final = 5


def enlarge(folder: Path) -> None:
    """A store whose one version holds the embedded figures as often as it takes for `ROWS` observations."""
    target = folder / VERSION
    shutil.copytree(store.SNAPSHOT, target)
    embedded = store.current(folder / "none")
    once = sum(len(table) for table in by_indicator(embedded, Selection(), "en"))
    table = embedded.observations.astype(dict.fromkeys(TEXT, "str"))
    year = table["period"].str[:4].astype("int64")
    span = int(year.max() - year.min()) + 1
    copies = [
        table.assign(period=(year - n * span).astype("str") + table["period"].str[4:]) for n in range(-(-ROWS // once))
    ]
    larger = pd.concat(copies).sort_values(["series", "area", "period"], ignore_index=True)
    larger.to_parquet(target / "observations.parquet", index=False)
    (target / store.MANIFEST).write_text(json.dumps({"data_version": VERSION}), "utf-8")
    (folder / store.CURRENT).write_text(json.dumps({"data_version": VERSION}), "utf-8")


@contextmanager
def serving(folder: Path) -> Iterator[tuple[int, int]]:
    """The port and the process id of the app on a store, from listening to stopped."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    told = {**os.environ, "INDICATORS_STORE": str(folder), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=settings.ROOT, env=told, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        for line in server.stdout:
            if "URL" in line:  # Streamlit says where it is once it listens.
                break
        # It says so before it has been loaded, and a connection from then waits differently.
        urlopen(f"http://localhost:{port}/healthz").close()
        try:
            yield port, server.pid
        finally:
            server.terminate()
            server.stdout.read()


def ask(line: HTTPConnection, address: str, **headers: str) -> tuple[float, float, int, HTTPResponse]:
    """Milliseconds to the first byte of the body and to the last, how many bytes, and the answer."""
    begin = time.perf_counter()
    line.request("GET", address, headers=headers)
    answer = line.getresponse()
    size = len(answer.read(1))
    first = time.perf_counter() - begin
    while part := answer.read(1 << 16):
        size += len(part)
    return 1000 * first, 1000 * (time.perf_counter() - begin), size, answer


def measure(line: HTTPConnection, process: int, address: str, **headers: str) -> dict[str, Any]:
    """One address asked once, and `REPEATS` times after that; memory is what the process grew by at its largest."""
    before, busy = _reset_peak(process), _processor_ms(process)
    first, all_of_it, size, answer = ask(line, address, **headers)
    growth, cold = _kilobytes(process, "VmHWM") - before, _processor_ms(process) - busy
    busy = _processor_ms(process)
    again = [ask(line, address, **headers)[:2] for _ in range(REPEATS)]
    busy = (_processor_ms(process) - busy) / REPEATS
    return {
        "address": address,
        "status": answer.status,
        "megabytes": round(size / 1e6, 2),
        "first_byte_ms_cold": round(first, 1),
        "total_ms_cold": round(all_of_it, 1),
        "processor_ms_cold": round(cold),
        "first_byte_ms": round(median(time for time, _ in again), 1),
        "total_ms": round(median(time for _, time in again), 1),
        "processor_ms": round(busy),
        "memory_growth_mb": round(growth / 1024, 1),
    }


def known(line: HTTPConnection, process: int, address: str, repeats: int = 200) -> dict[str, Any]:
    """An answer that the client has already."""
    etag = ask(line, address)[3].headers["ETag"]
    busy = _processor_ms(process)
    times = [ask(line, address, **{"If-None-Match": etag}) for _ in range(repeats)]
    busy = (_processor_ms(process) - busy) / repeats
    return {
        "address": address,
        "status": times[-1][3].status,
        "total_ms": round(median(asked[1] for asked in times), 2),
        "total_ms_p95": round(sorted(asked[1] for asked in times)[repeats * 95 // 100], 2),
        "processor_ms": round(busy, 1),
    }


def _reset_peak(process: int) -> int:
    Path(f"/proc/{process}/clear_refs").write_text("5", "utf-8")
    return _kilobytes(process, "VmRSS")


def _processor_ms(process: int) -> float:
    """Time on the processor so far, which does not depend on what else the machine does."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _kilobytes(process: int, key: str) -> int:
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(key))


def run() -> list[dict[str, Any]]:
    """The whole table as CSV first, on a server that has answered nothing yet; then the rest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        enlarge(folder)
        with serving(folder) as (port, process):
            line = HTTPConnection("localhost", port)
            ask(line, "/healthz")
            found = [measure(line, process, f"{WHOLE}csv")]
            found.append({**measure(line, process, f"{WHOLE}csv", **{"Accept-Encoding": "gzip"}), "encoding": "gzip"})
            found += [
                measure(line, process, f"{WHOLE}{ending}") for ending in ("csv?style=de", "json", "parquet", "zip")
            ]
            endings = ("csv", "xlsx", "json", "parquet", "gpkg", "geojson", "zip")
            found += [measure(line, process, f"{WHOLE}{ending}{ONE}") for ending in endings]
            found += [known(line, process, f"{WHOLE}csv{choice}") for choice in ("", ONE)]
    return found


def main() -> None:
    """Prints a line an address; --json FILE keeps the figures."""
    cli = argparse.ArgumentParser(prog="python -m benchmarks.api", description=(__doc__ or "").partition("\n")[0])
    cli.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file, too")
    options = cli.parse_args()
    found = run()
    for row in found:
        print("  ".join(f"{key} {value}" for key, value in row.items()))
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
