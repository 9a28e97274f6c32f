"""Key holders as their people run them: folders, commands, servers in processes of their own, real HTTPS on loopback."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from longarm.errors import Unsound
from longarm.exchange.card import Card, make_card, read_card
from longarm.exchange.holder.bodies import AskKeys, Evaluate, Evaluated, Key, Keys, joined, parted
from longarm.exchange.letter import Letter, body, read, write
from longarm.exchange.oprf import threshold, voprf
from longarm.exchange.refused import Refused
from longarm.exchange.token import Token, input_of
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import subkey
from longarm.keys.party import Party
from longarm.keys.secret import read_secret
from longarm.transport.letters import send

COMMAND = [sys.executable, "-m", "longarm"]
AWAY = ("LONGARM_", "DJANGO_", "DATABASE_")


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(AWAY)}
    return {**kept, "LC_ALL": "C.UTF-8", **more}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(eq=False)
class Running:
    """One holder: `data`, and beside it its keys and its card."""

    data: Path
    database: str = ""
    port: int = field(default_factory=free_port)
    server: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        return environment(**({"DATABASE_URL": self.database} if self.database else {}))

    @property
    def card_file(self) -> Path:
        return self.data / "card.json"

    @property
    def card(self) -> Card:
        return read_card(self.card_file.read_bytes())

    def run(self, *words: str, ends: int = 0) -> str:
        command = [*COMMAND, *words, "--data", str(self.data)]
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment, check=False, timeout=120)
        assert done.returncode == ends, (command, done.stdout, done.stderr)
        return done.stdout if ends in (0, 1) else done.stderr

    def make(self, name: str) -> Running:
        self.run("holder", "card", "--organisation", name, "--address", f"https://127.0.0.1:{self.port}/")
        return self

    def start(self) -> Running:
        command = [*COMMAND, "holder", "serve", "--data", str(self.data), "--port", str(self.port)]
        with (self.data.parent / f"{self.data.name}.log").open("ab") as log:
            self.server = subprocess.Popen(command, stdout=log, stderr=log, env=self.environment, start_new_session=True)
        for _ in range(900):
            assert self.server.poll() is None, self.log
            try:
                send(self.card, b"are you there?", seconds=5)
            except Unsound:
                time.sleep(0.1)
            except Refused:  # it is there
                break
        else:
            raise AssertionError(self.log)
        return self

    def kill(self) -> None:
        """-9, its workers too."""
        assert self.server is not None
        os.killpg(self.server.pid, signal.SIGKILL)
        self.server.wait()

    def stop(self) -> None:
        if self.server is not None and self.server.poll() is None:
            self.kill()

    @property
    def log(self) -> str:
        return (self.data.parent / f"{self.data.name}.log").read_text()

    def begin(self, *others: Running, more: tuple[str, ...] = (), wait: float = 60) -> subprocess.Popen[bytes]:
        """`exchange ceremony` with these others, or going on with the last; it ends when all are done."""
        given = ("--with", *(str(other.card_file) for other in others)) if others else ()
        command = [*COMMAND, "exchange", "ceremony", "--data", str(self.data), *given, *more, "--wait", str(wait), "--json"]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment)

    def confirm(self, transcript: object) -> dict[str, object]:
        found: dict[str, object] = json.loads(self.run("exchange", "ceremony", "--confirm", str(transcript), "--json"))
        return found

    def share(self, epoch: str) -> threshold.Share:
        """As only a thief of both folders could read it."""
        row = self._share_row(epoch)
        return msgspec.msgpack.decode(decrypt(self._share_key, row[1], Place(epoch, "share", row[0] + 1)), type=threshold.Share)

    def replace_share(self, epoch: str, share: threshold.Share) -> None:
        place = Place(epoch, "share", self._share_row(epoch)[0] + 1)
        sealed = encrypt(self._share_key, msgspec.msgpack.encode(share), place)
        with sqlite3.connect(self.data / "holder.sqlite3") as tables:
            tables.execute("UPDATE holder_keyshare SET share_sealed = ? WHERE epoch = ?", (sealed, epoch))

    @property
    def _share_key(self) -> bytes:
        return subkey(read_secret(self.data.with_name(self.data.name + ".keys")), "share")

    def _share_row(self, epoch: str) -> tuple[int, bytes]:
        with sqlite3.connect(self.data / "holder.sqlite3") as tables:
            asked = "SELECT renewal, share_sealed FROM holder_keyshare WHERE epoch = ?"
            found: tuple[int, bytes] = tables.execute(asked, (epoch,)).fetchone()
        return found


def hold_ceremony(*holders: Running, more: tuple[str, ...] = ()) -> str:
    """Everybody begins; when all are done they compare by voice and confirm. Returns the epoch."""
    going = [holder.begin(*(other for other in holders if other is not holder), more=more) for holder in holders]
    return confirm_all(holders, going)


def confirm_all(holders: tuple[Running, ...], going: list[subprocess.Popen[bytes]]) -> str:
    said = []
    for each in going:
        out, wrong = each.communicate(timeout=120)
        assert each.returncode == 0, wrong.decode()
        said.append(json.loads(out))
    for holder, other in zip(holders, (*said[1:], said[0]), strict=True):
        assert holder.confirm(other["transcript"])["confirmed"]
    assert len({each["epoch"] for each in said}) == 1
    return str(said[0]["epoch"])


@dataclass(eq=False)
class Node:
    """A member: knows cards of holders, makes tokens with two of them."""

    party: Party = field(default_factory=Party.new)

    def card_file(self, folder: Path, name: str) -> Path:
        made = make_card(
            self.party, role="node", organisation=name, states=("LY",), address="", certificate="", made_at=datetime.now(UTC)
        )
        path = folder / f"{self.party.fingerprint[:8]}.json"
        path.write_bytes(made)
        return path

    def join(self, holder: Running, budget: int = 0) -> None:
        card = self.card_file(holder.data.parent, "Node")
        holder.run("holder", "member", "add", str(card), "--fingerprint", self.party.fingerprint, "--budget", str(budget))

    def keys(self, holder: Running) -> Keys:
        asked = write(self.party, holder.card, "key", AskKeys(), now=datetime.now(UTC), sealed=True)
        return body(self.heard(holder, send(holder.card, asked), "key"), Keys)

    def question(self, holder: Running, key: Key, indices: tuple[int, ...], given: tuple[bytes, ...], **changed: Any) -> bytes:
        asked = Evaluate(changed.pop("renewal", key.renewal), indices, joined(given))
        changed = {"now": datetime.now(UTC), "epoch": key.epoch, **changed}
        return write(self.party, holder.card, "evaluate", asked, sealed=True, **changed)

    def heard(self, holder: Running, data: bytes, kind: str) -> Letter:
        known = {holder.card.fingerprint: holder.card}
        return read(data, self.party, known.get, now=datetime.now(UTC), kinds=(kind,), sealed=True)

    def evaluated(self, holder: Running, data: bytes) -> threshold.Evaluated:
        said = body(self.heard(holder, data, "evaluate"), Evaluated)
        return threshold.Evaluated(parted(said.elements), said.proof)

    def tokens(self, key: Key, holders: tuple[Running, ...], *phones: str) -> tuple[Token, ...]:
        """Blind, ask, check, combine, unblind. Raises Unsound naming a holder that lies."""
        given = tuple(input_of("phone", phone) for phone in phones)
        blinds = tuple(voprf.blind(each, os.urandom) for each in given)
        elements = tuple(each.element for each in blinds)
        places = {one.fingerprint: one.index for one in key.participants}
        indices = tuple(sorted(places[holder.card.fingerprint] for holder in holders))
        answers = []
        for holder in holders:
            answer = self.evaluated(holder, send(holder.card, self.question(holder, key, indices, elements)))
            threshold.check(answer, places[holder.card.fingerprint], indices, key.commitments, elements)
            answers.append(answer)
        outputs = voprf.finalize_many(given, tuple(each.blind for each in blinds), threshold.combine(answers))
        return tuple(map(Token.of, outputs))
