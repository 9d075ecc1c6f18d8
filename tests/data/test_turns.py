"""Who is at a store is told to whoever comes second, who does not wait for ever."""

import json
import os
import socket
from pathlib import Path

import pytest

from data import turns
from data.refresh import main
from data.turns import BusyError, alone


def test_the_second_says_who_is_at_it_and_gives_up_in_the_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with alone(tmp_path):
        since = json.loads((tmp_path / turns.HOLDER).read_text("utf-8"))["since"]
        who = f"(process {os.getpid()} on {socket.gethostname()}, since {since})"
        with pytest.raises(BusyError) as caught, alone(tmp_path, patience=0):
            pass
        assert str(caught.value).startswith(f"another refresh is still at {tmp_path} {who} after 0 s")
        assert who in capsys.readouterr().err
        assert (tmp_path / turns.HOLDER).exists()
    with alone(tmp_path, patience=0):
        pass
    assert not tmp_path.exists()


@pytest.mark.parametrize("left", [b"", b"[1]", b"\xff", b'{"pid": 1}'])
def test_what_a_killed_refresh_left_neither_holds_nor_hides_anything(
    tmp_path: Path, left: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / turns.HOLDER).write_bytes(left)
    with alone(tmp_path):
        (tmp_path / turns.HOLDER).write_bytes(left)
        with pytest.raises(BusyError, match="after 0 s"), alone(tmp_path, patience=0):
            pass
    assert f"another refresh is at {tmp_path}; waiting" in capsys.readouterr().err


def test_the_command_says_so_and_changes_nothing(
    empty_store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(turns, "_wait", lambda *_: (_ for _ in ()).throw(BusyError("another refresh is still at it")))
    with alone(empty_store):
        assert main([]) == 2
        assert [path.name for path in empty_store.iterdir()] == [turns.HOLDER]
    assert "nothing changed: another refresh is still at it" in capsys.readouterr().err
