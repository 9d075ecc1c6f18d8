"""python -m server.several: several processes of the application behind one address, so that more than one core works.

nginx stands before them and keeps each reader with the process that has the session, by `deploy/nginx`. A process that
ends is started again; until it answers, its readers are with another one. Process n answers on the n-th port after the
public one, on the loopback only.
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import Final

from settings import ROOT

TEMPLATE: Final = ROOT / "deploy" / "nginx" / "indicators.conf.template"
FOLDER: Final = "STREAMLIT_SERVER_BASE_URL_PATH"
LOOPBACK: Final = "127.0.0.1"
UNLIMITED: Final = ("127.0.0.0/8", "::1")
"""Ranges of addresses that nginx sets no limit for: a proxy before it, and measurements, are on the same machine."""
PATIENCE: Final = 180.0
"""Seconds that the processes may take to answer."""
END: Final = 5.0
"""Seconds after which a process that was asked to end is killed."""
MAIN: Final = Template("""daemon off;
pid ${folder}/nginx.pid;
error_log stderr crit;
events { worker_connections 4096; }
http {
    client_body_temp_path ${folder}/body;
    proxy_temp_path ${folder}/proxy;
    fastcgi_temp_path ${folder}/fastcgi;
    uwsgi_temp_path ${folder}/uwsgi;
    scgi_temp_path ${folder}/scgi;
    ${site}
}
""")


def site(
    listen: str,
    replicas: Sequence[str],
    cache: Path,
    folder: str = "",
    log: str = "off",
    unlimited: Sequence[str] = UNLIMITED,
) -> str:
    """The configuration of nginx for its context `http`. replicas: HOST:PORT of the processes; cache: where scripts are
    kept; folder: in which readers find the application, empty or with a slash before it; log: file and format of the
    requests."""
    return Template(TEMPLATE.read_text("utf-8")).safe_substitute(
        LISTEN=listen,
        REPLICAS="\n    ".join(f"server {one} max_fails=1 fail_timeout=2s;" for one in replicas),
        FOLDER=folder,
        LOG=log,
        CACHE=cache,
        UNLIMITED="\n    ".join(f"{one} 1;" for one in unlimited),
    )


def written(
    directory: Path, listen: str, replicas: Sequence[str], folder: str, unlimited: Sequence[str] = UNLIMITED
) -> Path:
    """A whole configuration of an nginx of its own, which writes below the directory only."""
    # Started by root, nginx answers as nobody, who has to come by.
    directory.chmod(0o711)
    file = directory / "nginx.conf"
    whole = site(listen, replicas, directory / "scripts", folder, unlimited=unlimited)
    file.write_text(MAIN.substitute(folder=directory, site=whole), "utf-8")
    return file


def nginx() -> str:
    """The nginx of this machine. Raises FileNotFoundError."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if found is None:
        raise FileNotFoundError(
            "There is no nginx on this machine, which readers are led by: apt-get install nginx-light"
        )
    return found


def main(arguments: list[str] | None = None) -> int:
    cli = argparse.ArgumentParser(prog="python -m server.several", description=(__doc__ or "").partition("\n")[0])
    cli.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="as many as there are cores")
    cli.add_argument("--port", type=int, default=8501)
    cli.add_argument("--address", default=LOOPBACK, help="0.0.0.0 for readers on other machines")
    said = cli.parse_args(arguments)
    folder = f"/{base}" if (base := os.environ.get(FOLDER, "").strip("/")) else ""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    ports = [said.port + 1 + n for n in range(said.processes)]
    running: dict[int, subprocess.Popen[bytes]] = {}
    with TemporaryDirectory(prefix="indicators-") as directory, suppress(KeyboardInterrupt):
        try:
            replicas = [f"{LOOPBACK}:{port}" for port in ports]
            file = written(Path(directory), f"listen {said.address}:{said.port};", replicas, folder)
            proxy = [nginx(), "-c", str(file), "-e", "stderr"]
            if taken := [port for port in (said.port, *ports) if _listens(port)]:
                raise RuntimeError(f"Something listens on port {taken[0]} already; say another by --port.")
            running |= {port: _process(port) for port in ports}
            _wait(running)
            running[said.port] = subprocess.Popen(proxy)  # noqa: S603 - found above
            _wait(running)
            print(f"URL: http://{said.address}:{said.port}{folder}/ ({said.processes} processes)", flush=True)
            return _keep(running, said.port)
        except (FileNotFoundError, RuntimeError) as error:
            print(error, file=sys.stderr)
            return 2
        finally:
            _end(list(running.values()))
    return 0


def _process(port: int) -> subprocess.Popen[bytes]:
    options = ("--server.port", str(port), "--server.address", LOOPBACK)
    line = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *options]
    return subprocess.Popen(line, cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603 - the product


def _wait(running: Mapping[int, subprocess.Popen[bytes]]) -> None:
    """Until each process listens, as it does when it is ready. Raises RuntimeError where one ends, or stays silent."""
    until = time.monotonic() + PATIENCE
    for port, process in running.items():
        while not _listens(port):
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"The process on port {port} does not answer; python -m server.check tells why.")
            time.sleep(0.1)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((LOOPBACK, port)) == 0


def _keep(running: dict[int, subprocess.Popen[bytes]], proxy: int) -> int:
    """Starts again what ends, at most once a second, until nginx does; its exit status."""
    while (status := running[proxy].poll()) is None:
        for port, process in running.items():
            if port != proxy and process.poll() is not None:
                print(f"The process on port {port} ended with {process.returncode} and is started again.", flush=True)
                running[port] = _process(port)
        time.sleep(1)
    print(f"nginx ended with {status}.", file=sys.stderr)
    return 1


def _end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(END)
        except subprocess.TimeoutExpired:
            process.kill()


if __name__ == "__main__":
    sys.exit(main())
