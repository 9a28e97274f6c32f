"""A file is in the vault whole or not at all, and never in the clear."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from longarm.errors import BadInput, Unsound
from longarm.keys.stream import stored_size
from longarm.store.vault import Kept, VaultSource, incoming, remove, sweep

MARKER = b"zanzibar-7f3a-marker"


def keep(root: Path, data: bytes) -> Kept:
    with incoming(root) as file:
        file.write(data)
        return file.keep()


def everything(root: Path) -> bytes:
    return b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file())


def test_a_kept_file_is_a_source_like_any_other(tmp_path: Path) -> None:
    data = MARKER * 10_000
    source = VaultSource(tmp_path, keep(tmp_path, data), "صورة.jpg")
    assert (source.name, source.size) == ("صورة.jpg", len(data))
    with source.open() as first, source.open() as second:
        assert first.read() == second.read() == data
        second.seek(-5, io.SEEK_END)
        assert second.read() == data[-5:]


def test_nothing_in_the_clear_at_any_moment(tmp_path: Path) -> None:
    with incoming(tmp_path) as file:
        for _ in range(20_000):
            file.write(MARKER)
        file.flush()
        assert MARKER not in everything(tmp_path)
        file.keep()
    assert MARKER not in everything(tmp_path)


def test_what_was_not_kept_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), incoming(tmp_path) as file:
        file.write(bytes(1 // 0))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


CRASH = f"""
import os, sys
from pathlib import Path
from longarm.store.vault import incoming
with incoming(Path(sys.argv[1])) as file:
    file.write({MARKER!r} * 20_000)
    os._exit(9)
"""


def test_a_crash_leaves_a_part_that_no_name_leads_to_and_the_next_start_removes(tmp_path: Path) -> None:
    assert subprocess.run([sys.executable, "-c", CRASH, str(tmp_path)], check=False, timeout=60).returncode == 9
    parts = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert len(parts) == 1
    assert parts[0].startswith(".part-")
    assert sweep(tmp_path) == 1
    assert list(tmp_path.iterdir()) == []


def test_files_are_ours_alone(tmp_path: Path) -> None:
    kept = keep(tmp_path, b"x")
    path = tmp_path / kept.name[:2] / kept.name
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_size == stored_size(1)


def test_a_changed_cut_swapped_or_missing_file_is_noticed(tmp_path: Path) -> None:
    data = MARKER * 10_000
    first, second = keep(tmp_path, data), keep(tmp_path, data[::-1])
    path, other = (tmp_path / kept.name[:2] / kept.name for kept in (first, second))
    whole = path.read_bytes()
    for changed in (
        whole[:-1],
        whole + b"x",
        whole[:100_000],
        whole[:70_000] + b"\x00" + whole[70_001:],
        other.read_bytes(),
        b"",
    ):
        path.write_bytes(changed)
        with pytest.raises(Unsound):
            VaultSource(tmp_path, first, "x").open().read()
    remove(tmp_path, first.name)
    with pytest.raises(Unsound, match="missing"):
        VaultSource(tmp_path, first, "x").open()


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "a" * 31, "A" * 32, "g" * 32])
def test_a_name_that_is_none_of_ours_leads_nowhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unsound):
        VaultSource(tmp_path, Kept(name, bytes(32), 1), "x").open()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with incoming(tmp_path) as file:
        with Path("/dev/full").open("wb", buffering=0) as full:
            os.dup2(full.fileno(), file._file.fileno())
        with pytest.raises(BadInput, match="Make room"):
            file.write(bytes(1 << 22))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="could not be stored"):
        keep(tmp_path / "nowhere", b"x")
