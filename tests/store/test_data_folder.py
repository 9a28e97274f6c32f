"""The data folder: made once, locked, ours alone, and refused when it is somebody else's or newer than we are."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from longarm.errors import BadInput
from longarm.store.folder import folder_of, hold, prepare


def test_a_first_start_makes_the_folder_and_a_second_finds_it(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "data")
    assert prepare(folder) is True
    assert prepare(folder) is False
    assert folder.data.stat().st_mode & 0o777 == 0o700
    assert not folder.keys.is_relative_to(folder.data)


def test_keys_lie_where_they_are_told_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert folder_of(tmp_path / "data").own_keys
    monkeypatch.setenv("LONGARM_KEYS", str(tmp_path / "usb"))
    assert (folder_of(tmp_path / "data").keys, folder_of(tmp_path / "data").own_keys) == (tmp_path / "usb", False)


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").touch()
    before = sorted(tmp_path.iterdir()), tmp_path.stat().st_mode
    with pytest.raises(BadInput, match="holds other files"):
        prepare(folder_of(tmp_path))
    assert (sorted(tmp_path.iterdir()), tmp_path.stat().st_mode) == before


def test_a_folder_of_a_newer_longarm_is_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "data")
    prepare(folder)
    for found in ("2", "x"):
        (folder.data / "LAYOUT").write_text(found)
        with pytest.raises(BadInput, match="newer longarm"):
            prepare(folder)


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(BadInput, match="cannot be used as a data folder"):
        prepare(folder_of(tmp_path / "data"))


def test_one_folder_one_server(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "data")
    prepare(folder)
    hold(folder)
    with pytest.raises(BadInput, match="in use"):
        hold(folder)


START = """
import sys, time
from longarm.store.folder import folder_of, prepare
while time.time() < float(sys.argv[2]):
    pass
prepare(folder_of(sys.argv[1]))
"""


def test_several_that_start_at_the_same_moment_all_find_a_folder(tmp_path: Path) -> None:
    for turn in range(3):
        data, at = tmp_path / str(turn), str(time.time() + 0.6)
        command = [sys.executable, "-c", START, str(data), at]
        starting = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(6)]
        assert [one.communicate(timeout=60)[1] for one in starting] == [""] * 6
        assert sorted(path.name for path in data.iterdir()) == ["LAYOUT", "vault"]
