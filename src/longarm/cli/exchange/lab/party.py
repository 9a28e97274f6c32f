"""One party of the lab: its folder, its card, the hand that does what its people do, and its servers."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from longarm.cli.exchange.lab import process
from longarm.cli.exchange.lab.hand import Asked, Said
from longarm.errors import BadInput, LongarmError, Unsound
from longarm.exchange.card import Card, read_card
from longarm.exchange.refused import Refused
from longarm.texts import Language
from longarm.transport.letters import send
from longarm.transport.port import check_free

_PATIENCE: Final = 60.0  # seconds in which a server has to be there
_COMMAND: Final = (sys.executable, "-m", "longarm")
_HAND: Final = (sys.executable, "-m", "longarm.cli.exchange.lab.hand")
Role = Literal["hub", "holder", "node"]


class Party:
    """`name`: of its folder under the lab's; `port`: on its card; `listens`: where it listens (another, behind a relay)."""

    def __init__(self, lab: Path, role: Role, name: str, *, port: int, listens: int) -> None:
        self.role, self.name, self.port, self.listens = role, name, port, listens
        self.data, self.log = lab / name, lab / f"{name}.log"
        self.card_text = ""
        self.language: Language = "en"  # of what it says when something fails
        self._hand: process.Bytes | None = None
        self._servers: dict[str, process.Bytes] = {}

    @property
    def card(self) -> Card:
        return read_card(self.card_text.encode())

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self.port}/"

    def ask(self, act: str, /, **given: Any) -> Any:
        """Raises Unsound with what the party's own functions said."""
        self.begin(act, **given)
        return self.end()

    def begin(self, act: str, /, **given: Any) -> None:
        """As `ask`, without waiting: several parties can be at work. `end` gives the answer."""
        self._hand = self._hand or process.begin((*_HAND, self.role, str(self.data)), self.log, asked=True)
        inward, _ = process.pipes(self._hand)
        try:
            inward.write(msgspec.json.encode(Asked(act, given, self.language)) + b"\n")
            inward.flush()
        except BrokenPipeError:
            raise self._ended() from None

    def end(self) -> Any:
        if self._hand is None:
            raise self._ended()
        _, outward = process.pipes(self._hand)
        line = outward.readline()
        if not line:
            raise self._ended()
        answer = msgspec.json.decode(line, type=Said)
        if answer.fault:
            raise Unsound("lab-party-says", party=self.name, why=answer.fault)
        return answer.said

    def start(self) -> None:
        """The server that takes letters; `wait` for it."""
        words = ("exchange", "request", "serve") if self.role == "node" else (self.role, "serve")
        self._serve("letters", *words, "--port", str(self.listens))

    def wait(self) -> None:
        """Until it answers letters."""
        until = time.monotonic() + _PATIENCE
        while not self._takes_letters():
            self._must_run("letters", until)
            time.sleep(0.1)

    def start_desk(self, host: str, port: int) -> None:
        self._serve("desk", "serve", "--host", host, "--port", str(port))

    def wait_for_desk(self, host: str, port: int) -> None:
        until = time.monotonic() + _PATIENCE
        while not _listens(host, port):
            self._must_run("desk", until)
            time.sleep(0.1)

    def kill(self) -> None:
        """-9: what takes letters, its workers too."""
        process.end(self._servers.pop("letters"), patience=0)

    def rest(self) -> None:
        """The hand lets go of the folder; the next act takes it up again, beside a running desk."""
        if self._hand is not None:
            process.pipes(self._hand)[0].close()
            process.end(self._hand)
            self._hand = None

    def ask_to_end(self) -> None:
        for one in self._all():
            process.ask_to_end(one)

    def stop(self) -> None:
        """Returns when nothing of it is left."""
        for one in self._all():
            process.end(one)
        self._hand, self._servers = None, {}

    def _all(self) -> tuple[process.Bytes, ...]:
        return (*([self._hand] if self._hand else ()), *self._servers.values())

    def _serve(self, which: str, *words: str) -> None:
        self._servers[which] = process.begin((*_COMMAND, *words, "--data", str(self.data)), self.log)

    def _takes_letters(self) -> bool:
        """A letter that is none is refused by whoever takes letters here."""
        try:
            send(self.card, b"are you there?", seconds=5)
        except Refused:
            return True
        except LongarmError:
            return False
        return True

    def _must_run(self, which: str, until: float) -> None:
        if self._servers[which].poll() is not None or time.monotonic() > until:
            raise self._ended()

    def _ended(self) -> Unsound:
        return Unsound("lab-party-ended", party=self.name, log=str(self.log))


def _listens(host: str, port: int) -> bool:
    try:
        check_free(host, port)
    except BadInput:
        return True
    return False
