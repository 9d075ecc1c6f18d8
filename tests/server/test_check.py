"""Settings: what is said in the environment and in a file, what is wrong with it, and what an operator is told."""

import runpy
import shutil
from pathlib import Path

import pytest

import settings
from data import store
from data.store import Dataset
from server import check, ending
from settings import SettingsError


@pytest.fixture(autouse=True)
def unset(empty_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not empty_store.exists()
    for name in set(settings.VARIABLES) - {"INDICATORS_STORE"}:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("name", "said", "expected"),
    [
        *(
            ("PUBLIC_ADDRESS", said, "the address of the overview, such as")
            for said in ("www.leipzig.de", "https://a.de/b?c=d", "ftp://a.de", "https://a.de/ü b", "https:///x")
        ),
        ("MIRROR", "mirror.example", "an address such as"),
        ("IMPRINT", "/nowhere/imprint.md", "an address such as https://www.leipzig.de/impressum or a Markdown file"),
        ("FEEDBACK", "nobody", "a mail address or"),
        ("FEEDBACK", "a@b", "a mail address or"),
        ("SLIDES_TEMPLATE", "/nowhere/ours.pptx", "a presentation"),
        ("LOG_LEVEL", "loud", "debug, info, warning or error"),
    ],
)
def test_a_wrong_setting_is_named_with_what_it_is_and_what_was_expected(
    name: str, said: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"INDICATORS_{name}", said)
    with pytest.raises(SettingsError) as wrong:
        settings.in_force()
    assert str(wrong.value).startswith(f"INDICATORS_{name} is '{said}', expected {expected}")


def test_a_wrong_setting_ends_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending, "end_soon", lambda: None)  # or a signal would end the tests
    monkeypatch.setenv("INDICATORS_FEEDBACK", "nobody")
    with pytest.raises(SystemExit, match="INDICATORS_FEEDBACK is 'nobody', expected a mail address"):
        runpy.run_path(str(settings.ROOT / "app.py"))


def test_the_environment_goes_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('feedback = "a@leipzig.example"\nlog_level = "error"\n', "utf-8")
    monkeypatch.setenv("INDICATORS_SETTINGS", str(file))
    monkeypatch.setenv("INDICATORS_LOG_LEVEL", "debug")
    assert (settings.feedback(), settings.in_force().log_level) == ("a@leipzig.example", "debug")
    check.main([])
    lines = {words[0]: words[1:] for words in map(str.split, capsys.readouterr().out.splitlines())}
    assert lines["INDICATORS_FEEDBACK"] == ["file", "a@leipzig.example"]
    assert lines["INDICATORS_LOG_LEVEL"] == ["environment", "debug"]
    assert lines["INDICATORS_MIRROR"] == ["default"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('feedbak = "a@leipzig.example"', "says feedbak, which is no setting, expected some of store, "),
        ("feedback = ", "', expected a TOML file: "),
        (None, "', expected a TOML file that exists."),
    ],
)
def test_a_file_that_says_nothing_of_use_ends_the_start(
    content: str | None, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / "settings.toml").write_text(content, "utf-8")
    monkeypatch.setenv("INDICATORS_SETTINGS", str(tmp_path / "settings.toml"))
    assert check.main([]) == 2
    assert told in capsys.readouterr().err


def test_a_secret_is_never_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("INDICATORS_METRICS_TOKEN", "tooshort-Geheim")
    assert check.main([]) == 2
    monkeypatch.setenv("INDICATORS_METRICS_TOKEN", "longenough-Geheim")
    assert check.main([]) == 0
    printed = capsys.readouterr()
    assert "INDICATORS_METRICS_TOKEN is not what it may be, expected at least 16" in printed.err
    assert "Geheim" not in printed.out + printed.err


def test_a_variable_that_is_no_setting_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INDICATORS_STROE", "/srv/figures")
    assert check.main([]) == 1
    assert "INDICATORS_STROE is set, which is no setting" in capsys.readouterr().err


def test_whether_the_store_is_sound_is_the_exit_status(
    empty_store: Path, snapshot: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    version = empty_store / snapshot.version
    shutil.copytree(store.SNAPSHOT, version)
    shutil.copy(store.SNAPSHOT / store.CURRENT, empty_store)
    assert check.main([]) == 0
    (version / "areas-city.geojson").write_text("{}", "utf-8")
    assert check.main([]) == 1
    assert "changed on disk: What is served was read before areas-city.geojson changed" in capsys.readouterr().out


def test_the_table_of_settings_is_that_of_the_model() -> None:
    written = (settings.ROOT / "docs" / "settings.md").read_text("utf-8")
    assert written == "\n".join(check.table()) + "\n", "python -m server.check --table > docs/settings.md"
