"""What a deployment installs is what the ranges allow, and is told by its hash."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from settings import ROOT

RANGES = ("requirements.txt", "requirements-login.txt")
LOCKED = re.compile(
    r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)([^\n]*\\\n(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)?", re.MULTILINE
)


def ranges() -> list[Requirement]:
    lines = [line for name in RANGES for line in Path(ROOT / name).read_text("utf-8").splitlines()]
    return [Requirement(line) for line in lines if line and not line.startswith(("-", "#"))]


def locked() -> dict[str, list[str]]:
    """Versions by name; of some packages there is one a Python or system."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, version, hashes in LOCKED.findall((ROOT / "requirements.lock").read_text("utf-8")):
        assert hashes, f"{name} has no hash in requirements.lock"
        found[canonicalize_name(name)].append(version)
    return found


@pytest.mark.parametrize("asked", ranges(), ids=str)
def test_every_package_is_locked_to_a_version_in_its_range(asked: Requirement) -> None:
    versions = locked().get(canonicalize_name(asked.name), [])
    assert versions, f"{asked.name} is not in requirements.lock; run make lock"
    assert all(Version(version) in asked.specifier for version in versions), f"{versions}; run make lock"
