"""A seal that is stopped, starved or deceived leaves nothing that looks whole, and says why."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
from sealed_sample import DERIVE, make_bundle, sealer

from longarm.errors import BadInput
from longarm.evidence.derivation import Derive
from longarm.evidence.received import Received, walk
from longarm.evidence.seal import seal
from longarm.evidence.source import BytesSource
from longarm.evidence.target import MARK, FolderTarget, ZipFileTarget, remove_leftovers

TARGETS = pytest.mark.parametrize("target", [FolderTarget, ZipFileTarget], ids=["folder", "zip"])

FULL_DISK = """
set -e
mkdir -p "$1" && mount -t tmpfs -o size=1m tmpfs "$1"
"$2" -m longarm seal "$3" --out "$1/bundle" $4 && exit 90
code=$?
[ -z "$(ls -A "$1")" ] || exit 91
exit $code
"""
KILLED = """
import sys, time
from pathlib import Path
from sealed_sample import sealer
from longarm.evidence.received import Received
from longarm.evidence.seal import seal
from longarm.evidence.target import {target}

class Endless:
    name, size = "endless.bin", 1 << 40
    def open(self):
        return self
    def __enter__(self):
        return self
    def __exit__(self, *fault):
        pass
    def readinto(self, buffer):
        print("reading", flush=True)
        time.sleep(0.01)
        return len(buffer)

seal([Received(Endless())], {target}(Path(sys.argv[1])), sealer())
"""


def can_unshare() -> bool:
    return os.geteuid() == 0 and subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_unshare(), reason="a small disk of one's own needs root")
@pytest.mark.parametrize("flag", ["", "--zip"], ids=["folder", "zip"])
def test_a_full_disk(flag: str, tmp_path: Path) -> None:
    big = tmp_path / "big.bin"
    big.write_bytes(os.urandom(3 << 20))
    command = ["unshare", "-m", "bash", "-c", FULL_DISK, "-", str(tmp_path / "small"), sys.executable, str(big), flag]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"LC_ALL": "C"})
    assert done.returncode == 2, done.stdout + done.stderr
    assert "the disk is full" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@TARGETS
def test_a_disk_that_fills_up_in_the_middle(target: type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        raise OSError(28, "the disk is full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BadInput) as refused:
        seal([Received(BytesSource("a", b"1"))], target(tmp_path / "bundle"), sealer())
    monkeypatch.setattr("os.fsync", original)
    assert calls
    assert refused.value.message == "seal-broken-off"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("target", ["FolderTarget", "ZipFileTarget"])
def test_a_killed_process_leaves_only_what_the_next_run_recognises(target: str, tmp_path: Path) -> None:
    out = tmp_path / "bundle"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", KILLED.format(target=target), str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout
        assert process.stdout.readline() == b"reading\n"
        (left,) = list(tmp_path.iterdir())
        assert MARK in left.name
        assert remove_leftovers(out) == (), "it is still at work"
        assert left.exists()
        process.send_signal(signal.SIGKILL)
    assert not out.exists()
    assert remove_leftovers(out) == (left.name,)
    assert not list(tmp_path.iterdir())


@TARGETS
def test_an_interrupt_leaves_nothing(target: type, tmp_path: Path) -> None:
    class Interrupted(BytesSource):
        def open(self):  # type: ignore[no-untyped-def]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        seal([Received(BytesSource("a", b"1")), Received(Interrupted("b", b"2"))], target(tmp_path / "bundle"), sealer())
    assert not list(tmp_path.iterdir())


@TARGETS
def test_what_is_there_already_is_not_touched(target: type, tmp_path: Path) -> None:
    out = tmp_path / "bundle"
    for make in (lambda: out.write_bytes(b"mine"), out.mkdir, lambda: out.symlink_to("nowhere")):
        make()
        before = sorted(tmp_path.iterdir())
        with pytest.raises(BadInput) as refused:
            target(out)
        assert refused.value.message == "seal-out-exists"
        assert sorted(tmp_path.iterdir()) == before
        out.rmdir() if out.is_dir() else out.unlink()


@TARGETS
def test_a_name_taken_while_sealing_is_not_written_over(target: type, tmp_path: Path) -> None:
    writing = target(tmp_path / "bundle")
    (tmp_path / "bundle").write_bytes(b"somebody else's")
    with pytest.raises(BadInput) as refused:
        seal([Received(BytesSource("a", b"1"))], writing, sealer())
    assert refused.value.message == "seal-out-exists"
    assert [path.name for path in tmp_path.iterdir()] == ["bundle"]
    assert (tmp_path / "bundle").read_bytes() == b"somebody else's"


def test_a_file_that_grows_while_it_is_read(tmp_path: Path) -> None:
    growing = tmp_path / "growing.log"
    growing.write_bytes(bytes(24 << 20))
    stop = threading.Event()

    def grow() -> None:
        with growing.open("ab") as file:
            while not stop.is_set():
                file.write(b"x")
                file.flush()

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        time.sleep(0.05)
        received, _ = walk([growing])
        with pytest.raises(BadInput) as refused:
            seal(received, FolderTarget(tmp_path / "bundle"), sealer())
    finally:
        stop.set()
        writer.join()
    assert refused.value.message == "seal-changed"
    assert [path.name for path in tmp_path.iterdir()] == ["growing.log"]


def test_a_file_that_changes_between_hashing_and_parsing(tmp_path: Path) -> None:
    chat = tmp_path / "chat.txt"
    chat.write_bytes(b"a: 1\n")

    def swapped(source):  # type: ignore[no-untyped-def]
        chat.write_bytes(b"a: 2\n")
        yield from DERIVE.read(source)

    received, _ = walk([chat])
    with pytest.raises(BadInput) as refused:
        seal(received, FolderTarget(tmp_path / "bundle"), sealer(), derive=Derive(swapped, "x", "y"))
    assert refused.value.message == "seal-changed"
    assert [path.name for path in tmp_path.iterdir()] == ["chat.txt"]


def test_links_and_devices_in_a_folder_are_left_out_and_said(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub/a.txt").write_bytes(b"1")
    (folder / "link").symlink_to("/etc/passwd")
    (folder / "up").symlink_to("..")
    os.mkfifo(folder / "pipe")
    received, left_out = walk([folder])
    assert [one.source.name for one in received] == ["a.txt"]
    assert [(one.path, one.why) for one in left_out] == [("in/link", "link"), ("in/pipe", "not-a-file"), ("in/up", "link")]


def test_a_path_that_is_a_link_a_pipe_or_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/passwd")
    (tmp_path / "folder-link").symlink_to("/etc")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").mkdir()
    told = {"link": "seal-link", "folder-link": "seal-link", "pipe": "seal-not-a-file", "nothing": "seal-unreadable"}
    for name, message in (told | {"empty": "seal-nothing"}).items():
        with pytest.raises(BadInput) as refused:
            walk([tmp_path / name])
        assert refused.value.message == message, name


def test_a_file_swapped_for_a_link_after_the_walk_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "a.txt"
    victim.write_bytes(b"1")
    received, _ = walk([victim])
    victim.unlink()
    victim.symlink_to("/etc/passwd")
    with pytest.raises(BadInput) as refused:
        seal(received, FolderTarget(tmp_path / "bundle"), sealer())
    assert refused.value.message == "seal-link"


_AS_NOBODY = """
import os, sys
from pathlib import Path
from longarm.errors import BadInput
from longarm.evidence.received import walk
os.setuid(65534)
try:
    received, _ = walk([Path(sys.argv[1])])
    received[0].source.open()
except BadInput as fault:
    sys.stdout.write(fault.message)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="to become somebody who may not read")
def test_a_file_that_may_not_be_read_stops_the_sealing(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents:
        if not parent.is_relative_to(tempfile.gettempdir()) or parent == Path(tempfile.gettempdir()):
            break
        parent.chmod(0o755)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "open.txt").write_bytes(b"1")
    (folder / "closed.txt").write_bytes(b"2")
    (folder / "closed.txt").chmod(0)
    # A process of its own: a fork of this one would inherit the locks of its threads, and hang.
    done = subprocess.run([sys.executable, "-c", _AS_NOBODY, str(folder)], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "seal-unreadable"


def test_an_empty_file_is_an_exhibit_too(tmp_path: Path) -> None:
    (exhibit,) = seal([Received(BytesSource("empty", b""))], FolderTarget(tmp_path / "b"), sealer(), derive=None).exhibits
    assert exhibit.size == 0


def test_a_reader_that_says_nothing_at_all(tmp_path: Path) -> None:
    nothing = Derive(lambda _: iter(()), "x", "y")
    (exhibit,) = seal([Received(BytesSource("a", b"1"))], FolderTarget(tmp_path / "b"), sealer(), derive=nothing).exhibits
    assert [one.file.rpartition("/")[2] for one in exhibit.derived] == ["report.txt"]


def test_only_the_owner_may_read_a_bundle(tmp_path: Path) -> None:
    make_bundle(tmp_path, tmp_path / "bundle")
    make_bundle(tmp_path / "again", tmp_path / "bundle.zip")
    assert [oct(path.stat().st_mode & 0o777) for path in (tmp_path / "bundle", tmp_path / "bundle.zip")] == ["0o700", "0o600"]
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "bundle").rglob("*")} == {0}
