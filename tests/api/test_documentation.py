"""The page of examples, and the examples themselves: run where a program for them is there, else read closely."""

import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.request import Request, urlopen

import pandas as pd
import pytest
from starlette.testclient import TestClient

from api.documentation import EXAMPLES, example
from locales import LANGUAGES, Language
from tests.support import extent

PUBLISHED = 17_209
"""Residents of Plagwitz in 2024."""


@pytest.mark.parametrize(
    ("lang", "title"), [("de", "Die Werte als Dateien und über HTTP"), ("en", "The figures as files and over HTTP")]
)
def test_the_page_in_both_languages(client: TestClient, lang: Language, title: str) -> None:
    answer = client.get(f"/api/v1/?lang={lang}")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert f'<html lang="{lang}">' in answer.text
    assert f"<h1>{title}</h1>" in answer.text
    for file in EXAMPLES.values():
        assert example(file, "http://testserver") in unescape(answer.text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_address_on_the_page_answers(client: TestClient, revised: list[str], lang: Language) -> None:
    """One half of them on the German page, the other on the English one, or with --long all on both."""
    assert revised
    links = re.findall(r'href="([^"]+)"', client.get(f"/api/v1/?lang={lang}").text)
    assert len(links) > 12
    # The way back to the pages, which another test opens.
    links.remove(f"../../growth?lang={lang}")
    # Of these versions the analyses are not made yet; another test asks for them.
    links.remove("analysis.csv?result=convergence")
    for link in extent.some(links, 4, LANGUAGES.index(lang)):
        answer = client.get(f"/api/v1/{unescape(link)}")
        assert answer.status_code == 200, f"{link}: {answer.text[:300]}"


def test_pages_are_escaped(client: TestClient) -> None:
    answer = client.get("/api/v1/", headers={"Host": "x<script>"})
    assert "x<script>" not in answer.text


def test_curl(running: str, tmp_path: Path) -> None:
    if not shutil.which("curl"):
        pytest.skip("curl is not installed")
    subprocess.run(["sh", "-c", example("curl.sh", running)], cwd=tmp_path, check=True, capture_output=True)
    read = pd.read_csv(tmp_path / "population.csv", dtype={"area": "str", "period": "str"})
    assert read.set_index(["area", "period"])["value"]["51", "2024"] == PUBLISHED


def test_pandas(running: str) -> None:
    code = example("read_csv.py", running) + "print(table.loc['Plagwitz', '2024'])"
    printed = subprocess.run([sys.executable, "-"], input=code, check=True, capture_output=True, text=True).stdout
    assert float(printed.splitlines()[-1]) == PUBLISHED


def test_r(running: str) -> None:
    if not shutil.which("Rscript"):
        pytest.skip("R is not installed (apt-get install r-base-core)")
    code = example("read.R", running) + '\ncat(figures$value[figures$area == "51" & figures$period == "2024"])'
    printed = subprocess.run(["Rscript", "-e", code], check=True, capture_output=True, text=True).stdout
    assert float(printed.splitlines()[-1]) == PUBLISHED


@pytest.mark.parametrize("file", ["read.R", "excel.pq"])
def test_brackets_and_quotes_are_closed(file: str) -> None:
    """What can be said of R and Power Query where neither is installed."""
    code = re.sub(r'"[^"\n]*"', "", re.sub(r"(#|//).*", "", re.sub(r'"[^"\n]*"', '""', example(file, "http://x"))))
    assert '"' not in code
    opened: list[str] = []
    for mark in re.findall(r"[()\[\]{}]", code):
        if mark in "([{":
            opened.append(mark)
        else:
            assert opened.pop() + mark in {"()", "[]", "{}"}
    assert opened == []


def test_each_step_of_power_query_is_declared_before_it_is_used() -> None:
    body, result = re.fullmatch(r"let\n(.*)\nin\n +(\w+)\n", example("excel.pq", "http://x"), re.DOTALL).groups()  # type: ignore[union-attr]
    lines = body.split("\n")
    assert [line.endswith(",") for line in lines] == [True] * (len(lines) - 1) + [False]
    steps = [re.fullmatch(r" +(\w+) = \S.*", line)[1] for line in lines]  # type: ignore[index]
    assert result == steps[-1]
    for step, line in zip(steps, lines[1:], strict=False):
        assert re.search(rf"\({step}\b", line)


def test_answers_are_compressed_on_request(running: str) -> None:
    address = f"{running}/api/v1/observations.csv?indicator=population"
    sizes = {}
    for encoding in ("gzip", "identity"):
        with urlopen(Request(address, headers={"Accept-Encoding": encoding})) as answer:  # noqa: S310
            assert answer.headers.get("Content-Encoding", "identity") == encoding
            sizes[encoding] = len(answer.read())
    assert sizes["gzip"] < sizes["identity"] / 10
