"""A file that arrives in pieces over many requests is one file of the vault, whatever breaks in between."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.errors import BadInput, Unsound
from longarm.keys.stream import CHUNK, EncryptingWriter, stored_size, stored_so_far
from longarm.store import arriving, vault
from longarm.store.vault import Kept, VaultSource, sweep

DATA = hashlib.shake_256(b"a film, a chat").digest(3 * CHUNK + 777)


def read_back(root: Path, started: arriving.Progress, size: int) -> bytes:
    return VaultSource(root, Kept(started.name, started.key, size), "x").open().read()


def part(root: Path, started: arriving.Progress) -> Path:
    return root / f".arriving-{started.name}"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 2 * CHUNK + 3), max_size=6), st.integers(0, 3 * CHUNK + 777))
def test_any_cut_into_pieces_gives_the_same_bytes(tmp_path_factory: pytest.TempPathFactory, cuts: list[int], size: int) -> None:
    root = tmp_path_factory.mktemp("vault")
    started = arriving.begin(root)
    suspended, at = started.suspended, 0
    for cut in [*cuts, size]:
        piece = DATA[at : min(at + cut, size)]
        suspended = arriving.receive(root, started.name, suspended, at, piece)
        at += len(piece)
    arriving.finish(root, started.name, suspended, at)
    arriving.finish(root, started.name, suspended, at)
    assert read_back(root, started, at) == DATA[:at]
    assert vault.path_of(root, started.name).stat().st_size == stored_size(at)
    assert not list(root.glob(".*"))


def test_what_was_written_and_not_noted_is_found_again_when_the_same_bytes_come(tmp_path: Path) -> None:
    started = arriving.begin(tmp_path)
    first = arriving.receive(tmp_path, started.name, started.suspended, 0, DATA[:1000])
    arriving.receive(tmp_path, started.name, first, 1000, DATA[1000 : 2 * CHUNK + 9])  # and then the power went: never noted
    torn = part(tmp_path, started).stat().st_size
    assert torn > stored_so_far(1000)
    with part(tmp_path, started).open("r+b") as file:  # perhaps not even whole
        file.truncate(torn - 100)
    again = arriving.receive(tmp_path, started.name, first, 1000, DATA[1000 : CHUNK + 5])  # in other pieces
    rest = arriving.receive(tmp_path, started.name, again, CHUNK + 5, DATA[CHUNK + 5 :])
    arriving.finish(tmp_path, started.name, rest, len(DATA))
    assert read_back(tmp_path, started, len(DATA)) == DATA


def test_other_bytes_are_never_encrypted_with_a_key_stream_that_was_used(tmp_path: Path) -> None:
    started = arriving.begin(tmp_path)
    arriving.receive(tmp_path, started.name, started.suspended, 0, DATA[:CHUNK])
    before = part(tmp_path, started).read_bytes()
    with pytest.raises(arriving.Torn):
        arriving.receive(tmp_path, started.name, started.suspended, 0, bytes(CHUNK))
    assert part(tmp_path, started).read_bytes() == before


def test_a_file_that_lost_its_end_begins_again(tmp_path: Path) -> None:
    started = arriving.begin(tmp_path)
    suspended = arriving.receive(tmp_path, started.name, started.suspended, 0, DATA[: 2 * CHUNK])
    with part(tmp_path, started).open("r+b") as file:
        file.truncate(CHUNK)
    with pytest.raises(arriving.Torn):
        arriving.receive(tmp_path, started.name, suspended, 2 * CHUNK, DATA[2 * CHUNK :])
    part(tmp_path, started).unlink()
    with pytest.raises(arriving.Torn):
        arriving.finish(tmp_path, started.name, suspended, 2 * CHUNK)


def test_the_sweep_at_start_leaves_what_still_arrives(tmp_path: Path) -> None:
    started = arriving.begin(tmp_path)
    vault.Incoming(tmp_path)
    assert sweep(tmp_path) == 1
    assert [name for name, _ in arriving.unfinished(tmp_path)] == [started.name]
    vault.remove(tmp_path, started.name)
    vault.remove(tmp_path, started.name)
    assert not list(tmp_path.iterdir())


def test_a_state_of_something_else_is_refused(tmp_path: Path) -> None:
    started = arriving.begin(tmp_path)
    for wrong in (b"", started.suspended[:-1], started.suspended + b"x", started.suspended[:8]):
        with pytest.raises(Unsound):
            EncryptingWriter.resume(part(tmp_path, started).open("r+b"), wrong, b"")
    with pytest.raises(Unsound):
        arriving.receive(tmp_path, "../../etc/passwd", started.suspended, 0, b"")


def test_a_vault_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="could not keep"):
        arriving.begin(tmp_path / "not-there")


KILLED = """
import sys
from pathlib import Path
from longarm.store import arriving
root, name, suspended = Path(sys.argv[1]), sys.argv[2], bytes.fromhex(sys.argv[3])
data = sys.stdin.buffer.read()
print("go", flush=True)
at = 0
while True:  # pieces of odd sizes, until somebody pulls the plug
    piece = data[at:at + 70_001]
    suspended = arriving.receive(root, name, suspended, at, piece)
    at += len(piece)
    print(at, suspended.hex(), flush=True)
"""


@pytest.mark.parametrize("after", [1, 5])
def test_kill_9_in_the_middle_loses_nothing_that_was_noted(tmp_path: Path, after: int) -> None:
    data = hashlib.shake_256(b"long").digest(40 * CHUNK)
    started = arriving.begin(tmp_path)
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path), started.name, started.suspended.hex()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=False,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(data)
    child.stdin.close()
    assert child.stdout.readline() == b"go\n"
    noted = [child.stdout.readline() for _ in range(after)][-1].split()
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    at, suspended = int(noted[0]), bytes.fromhex(noted[1].decode())  # later ones were never noted: the database rolled back
    while at < len(data):
        piece = data[at : at + 123_457]
        suspended = arriving.receive(tmp_path, started.name, suspended, at, piece)
        at += len(piece)
    arriving.finish(tmp_path, started.name, suspended, at)
    assert read_back(tmp_path, started, len(data)) == data
