"""A stranger's file is opened by a child without rights: it reads as it always did, and a hostile one costs a word."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from longarm.casework.sandbox import frames, reader, walls
from longarm.casework.sandbox.limits import PICTURE, for_reading
from longarm.casework.sandbox.process import Child, Lost
from longarm.casework.sandbox.reader import read_confined
from longarm.errors import BadInput
from longarm.evidence.importers.contract import Account
from longarm.evidence.read import read_source
from longarm.evidence.source import BytesSource, FileSource

EXPORTS = Path(__file__).parents[1] / "evidence" / "exports"
ALWAYS = {walls.NO_NEW_RIGHTS, walls.NO_DESCRIPTORS, walls.SYSTEM_CALLS}
WHERE_THE_KERNEL_LETS = {walls.NAMESPACES, walls.EMPTY_ROOT}  # some containers and AppArmor do not


def expected() -> set[str]:
    """All walls, on a machine whose `unshare` may do what the child does; else those that need nobody's leave."""
    command = ["unshare", "--user", "--net", "--mount", "--map-current-user", "mount", "-t", "tmpfs", "none", "/tmp"]
    lets = subprocess.run(command, capture_output=True, check=False).returncode == 0
    return ALWAYS | WHERE_THE_KERNEL_LETS if lets else ALWAYS


def all_exports() -> bytes:
    """Every export of the tests in one zip, so that one child reads them all."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(EXPORTS.rglob("*")):
            if path.is_file() and ".expect" not in path.name:
                archive.write(path, path.relative_to(EXPORTS))
    return packed.getvalue()


def test_behind_the_walls_every_export_reads_as_it_does_without_them() -> None:
    source = BytesSource("all.zip", all_exports())
    items = list(read_source(source))
    assert len({item.source for item in items}) > 5
    assert list(read_confined(source)) == items


def test_a_picture_needs_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "Child", None)
    source = BytesSource("x.txt", b"\xff\xd8\xff[30/10/2026, 21:00:05] A: a\n[30/10/2026, 21:01:05] B: b\n")
    [account] = read_confined(source)
    assert [account] == list(read_source(source))
    assert account.variant == {"looks_like": "image"}


def test_a_file_whose_name_was_no_utf8_is_read(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\xfe.txt")
    path.write_bytes(b"one\n")
    assert [item.source for item in read_confined(FileSource(path))] == ["text", "text"]


def test_a_reading_that_nobody_follows_to_its_end_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Child] = []
    monkeypatch.setattr(reader, "Child", lambda *limits: started.append(Child(*limits)) or started[-1])
    items = read_confined(BytesSource("x.txt", b"one\n" * 50_000))
    next(items)
    [child] = started
    assert child._process.poll() is None
    items.close()
    assert child._process.returncode == -signal.SIGKILL


ATTACKS = {
    "open a file": "open('/etc/hostname')",
    "open its own file": "open('/proc/self/maps')",
    "list a folder": "import os; os.listdir('/')",
    "delete a file": "import os; os.unlink(theirs)",
    "reach the network": "import socket; socket.socket()",
    "start a program": "import os; os.execv('/bin/true', ['true'])",
    "start a process": "import os; os.fork()",
    "kill its parent": "import os; os.kill(os.getppid(), 0)",
    "look into its parent": "libc.ptrace(16, parent, 0, 0) == 0 or fail()",
    "memory that runs": "import mmap; mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC)",
    "leave its root": "import os; os.chroot('/')",
    "raise its limits": "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))",
}


def test_what_a_reader_that_was_taken_over_cannot_do(tmp_path: Path) -> None:
    """Each attack alone would be refused by several walls; here they all stand."""
    theirs = tmp_path / "of-somebody-else"
    theirs.touch()
    program = f"""
import ctypes, mmap, os, resource, socket
from longarm.casework.sandbox import walls
libc = ctypes.CDLL(None, use_errno=True)
parent = os.getppid()
theirs = {str(theirs)!r}
def fail(): raise OSError
standing = walls.stand(walls.load(), 10, 1024 ** 3)
print(*standing)
for name, attack in {ATTACKS!r}.items():
    try:
        exec(attack)
    except (OSError, ValueError):
        continue
    print("HELD NOT:", name)
print(os.environ.get("LONGARM_SECRET"))
"""
    said = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, env={}, check=False)
    standing, *rest = said.stdout.splitlines()
    assert set(standing.split()) >= expected(), said.stderr
    assert rest == ["None"], said.stderr
    assert theirs.exists()


def test_the_child_has_no_environment_of_ours_and_three_descriptors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LONGARM_SECRET", "not for you")
    with Child("picture", PICTURE) as child:
        assert child.walls() >= expected()
        here = Path(f"/proc/{child._process.pid}")
        if os.geteuid() == 0:  # the child is not dumpable: nobody else may look
            assert here.joinpath("environ").read_bytes() == b"LANG=C.UTF-8\0"
            assert sorted(entry.name for entry in here.joinpath("fd").iterdir()) == ["0", "1", "2"]
        pid = child._process.pid
    assert not Path(f"/proc/{pid}").exists()


def test_a_child_that_says_nothing_is_ended() -> None:
    with Child("reading", for_reading(10)._replace(silence=1)) as child:
        child.walls()
        with pytest.raises(Lost, match="TimeoutError"):
            child.receive()  # it waits for a file that never comes
    assert child._process.returncode


def test_a_child_that_asks_for_what_is_not_there_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    said = iter([(frames.OPEN, b""), (frames.READ, frames.WANTED.pack(1, 10**9, 1))])
    monkeypatch.setattr(Child, "receive", lambda _: next(said))
    monkeypatch.setattr(Child, "walls", lambda _: frozenset())
    with pytest.raises(BadInput, match="Nonsense"):
        list(read_confined(BytesSource("x", b"abc")))


def test_an_account_comes_back_whole() -> None:
    [account] = read_confined(BytesSource("x.bin", bytes(range(256)) * 20))
    assert isinstance(account, Account)
    assert (account.source, account.bytes) == ("unread", 5120)
