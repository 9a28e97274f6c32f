"""What encryption costs a file on its way in, beside bare libsodium secretstream over the same bytes in the same run.

    .venv/bin/python bench/upload.py [--quick] [--megabytes N] [--rounds N]

The limit is secretstream alone: the same 64 KiB chunks, memory only, one core. End to end is a file sent over HTTP on this
machine to `longarm serve` on SQLite: at the desk as one form (hashed twice, encrypted, on the disk before the answer), at the
intake in pieces of a mebibyte, each of them on the disk and in the database before the next; beside it the same form kept in the
clear by a bare Django page. Rounds are interleaved, the best one counts.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple
from uuid import UUID

sys.path.insert(0, str(Path(__file__).parent))

from load import answered
from served import Node, Server, post, serving

MEGABYTES: Final = 64
_PIECE: Final = 1 << 20
_CHUNK: Final = 1 << 16
_EDGE: Final = "edge-of-the-bench"
_FORM: Final = "b" * 32  # the token of forms, in the cookie and in the form


class Row(NamedTuple):
    """`of_limit`: of secretstream's speed; `cpu`: milliseconds of CPU a megabyte, of the web process alone for what is sent."""

    what: str
    mb_per_second: float
    of_limit: float
    cpu: float


def rows(megabytes: int = MEGABYTES, rounds: int = 3) -> list[Row]:
    os.environ.pop("DATABASE_URL", None)
    data = os.urandom(megabytes << 20)
    with tempfile.TemporaryDirectory() as folder:
        node = Node(Path(folder, "data"), founding=False)
        with serving() as (ours, theirs):
            ways: dict[str, tuple[Server | None, Callable[[bytes, Opened], None]]] = {
                "the limit: secretstream alone, memory only": (None, _secretstream),
                "longarm: encrypting writer, memory only": (None, _writer),
                "longarm: into the vault, on the disk": (None, _vault),
                "longarm: an exhibit (two hashes, vault, custody)": (None, lambda data, to: _exhibit(node, data, to)),
                "over HTTP, a bare Django page, in the clear, on the disk": (theirs, lambda data, _: _bare(theirs, data)),
                "over HTTP, the desk": (ours, lambda data, to: _desk(node, ours, data, to)),
                "over HTTP, the intake, in pieces": (ours, lambda data, to: _intake(ours, data, to)),
            }
            best = {what: (float("inf"), 0.0) for what in ways}
            for _ in range(rounds):
                for what, (server, way) in ways.items():
                    best[what] = min(best[what], _timed(server, way, data, _opened(node)))
                    _settled()
    size = len(data) / 1e6
    limit = next(iter(best.values()))[0]
    return [Row(what, size / seconds, limit / seconds, cpu * 1000 / size) for what, (seconds, cpu) in best.items()]


class Opened(NamedTuple):
    """An empty case, and the token of somebody who came back to another."""

    case: UUID
    token: str


def _opened(node: Node) -> Opened:
    from longarm.casework.intake.submit import submit
    from longarm.intake.report import Report

    return Opened(node.empty_case(), submit(Report(language="en", child="no", words="bench", what=("threat",))).token)


def _timed(server: Server | None, way: Callable[[bytes, Opened], None], data: bytes, to: Opened) -> tuple[float, float]:
    before, begun = server.spent() if server else time.process_time(), time.perf_counter()
    way(data, to)
    seconds = time.perf_counter() - begun
    return seconds, (server.spent() if server else time.process_time()) - before


def _settled() -> None:
    """Until the worker has read and sealed what came: that is not part of sending it."""
    from longarm.store.models import Job

    while Job.objects.filter(state__in=(Job.State.QUEUED, Job.State.RUNNING)).exists():
        time.sleep(0.1)


def _secretstream(data: bytes, _: Opened) -> None:
    from nacl import bindings as sodium

    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    sodium.crypto_secretstream_xchacha20poly1305_init_push(state, os.urandom(32))
    for at in range(0, len(data), _CHUNK):
        sodium.crypto_secretstream_xchacha20poly1305_push(state, data[at : at + _CHUNK], b"bench", 0)


class _Nowhere:
    def write(self, data: bytes) -> int:
        return len(data)


def _writer(data: bytes, _: Opened) -> None:
    from longarm.keys.stream import EncryptingWriter, new_key

    writer = EncryptingWriter(_Nowhere(), new_key(), b"bench")  # type: ignore[arg-type]
    for at in range(0, len(data), _PIECE):
        writer.write(data[at : at + _PIECE])
    writer.finish()


def _vault(data: bytes, _: Opened) -> None:
    from longarm.casework.node import node
    from longarm.store.vault import incoming, remove

    with incoming(node().vault) as file:
        for at in range(0, len(data), _PIECE):
            file.write(data[at : at + _PIECE])
        kept = file.keep()
    remove(node().vault, kept.name)


def _exhibit(node: Node, data: bytes, to: Opened) -> None:
    from longarm.casework.proof.exhibits import receive

    with receive(node.visit.actor, to.case) as arriving:
        for at in range(0, len(data), _PIECE):
            arriving.write(data[at : at + _PIECE])
        arriving.finish("exhibit.bin")


def _bare(server: Server, data: bytes) -> None:
    with _line(server) as line:
        _ask(line, server, "/keep/", {}, ("files", data))


def _desk(node: Node, server: Server, data: bytes, to: Opened) -> None:
    cookies = f"Cookie: visit={node.visit.cookie}; form={_FORM}\r\n"
    with _line(server) as line:
        address = f"/desk/cases/{to.case}/exhibits/"
        _ask(line, server, address, {"csrfmiddlewaretoken": _FORM}, ("files", data), more=cookies)


def _intake(server: Server, data: bytes, to: Opened) -> None:
    known = {"token": to.token, "language": "en"}
    with _line(server) as line:
        said = json.loads(_ask(line, server, "/", {**known, "do": "begin", "name": "exhibit.bin", "size": str(len(data))}))
        for at in range(0, len(data), _PIECE):
            fields = {**known, "do": "piece", "upload": said["upload"], "offset": str(at)}
            _ask(line, server, "/", fields, ("piece", data[at : at + _PIECE]))
        said = json.loads(_ask(line, server, "/", {**known, "do": "finish", "upload": said["upload"]}))
        assert said["arrived"] == len(data)  # noqa: S101


def _line(server: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port))


def _ask(
    line: socket.socket,
    server: Server,
    address: str,
    fields: dict[str, str],
    file: tuple[str, bytes] | None = None,
    *,
    more: str = "",
) -> bytes:
    part = f'--{_EDGE}\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n'
    body = "".join(part % (name, "") + value + "\r\n" for name, value in fields.items()).encode()
    if file is not None:
        kind = '; filename="exhibit.bin"\r\nContent-Type: application/octet-stream'
        body += (part % (file[0], kind)).encode() + file[1] + b"\r\n"
    body += f"--{_EDGE}--\r\n".encode()
    line.sendall(post(address, server.port, body, f"multipart/form-data; boundary={_EDGE}", more))
    return answered(line)


def cells(row: Row) -> tuple[str, ...]:
    """As the table of docs/benchmarks.md shows it."""
    return (row.what, f"{row.mb_per_second:,.0f}", f"{row.of_limit:.2f}", f"{row.cpu:.1f}")


HEAD: Final = ("way in", "MB/s", "of the limit", "CPU ms/MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="8 MiB, one round")
    parser.add_argument("--megabytes", type=int, default=MEGABYTES, help="size of the file, in MiB")
    parser.add_argument("--rounds", type=int, default=3)
    options: Any = parser.parse_args()
    found = rows(8, 1) if options.quick else rows(options.megabytes, options.rounds)
    for line in (HEAD, tuple("---" for _ in HEAD), *map(cells, found)):
        sys.stdout.write(f"| {' | '.join(line)} |\n")


if __name__ == "__main__":
    main()
