"""Where a ceremony stands, for one party: frozen, and can be put on disk between two messages (sealed: it holds secrets)."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

import msgspec

from longarm.exchange.ceremony.messages import Answer, Blame, Commit, Complain, Confirm, Deal, Message, Outgoing, Reveal, Why
from longarm.exchange.ceremony.setup import FORMAT, KeyShare, Setup

TABLES: Final[dict[type, str]] = {
    Commit: "commits", Reveal: "reveals", Deal: "deals", Confirm: "confirms", Complain: "complaints", Answer: "answers",
}  # fmt: skip


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`line`: my polynomial, empty where I do not deal; `mine`: what I reveal when all have committed.

    `dealt`: my values are out. The six tables: who said what, me included; a table is replaced, never changed.
    `result`: my share, when all have confirmed. `done`: nothing more is to come. `blame`: why there will be no key.
    """

    setup: Setup
    me: str
    line: tuple[bytes, ...] = ()
    mine: Reveal | None = None
    dealt: bool = False
    commits: dict[str, Commit] = {}
    reveals: dict[str, Reveal] = {}
    deals: dict[str, Deal] = {}
    confirms: dict[str, Confirm] = {}
    complaints: dict[str, Complain] = {}
    answers: dict[str, Answer] = {}
    result: KeyShare | None = None
    done: bool = False
    blame: Blame | None = None

    def __repr__(self) -> str:
        return f"State(session={self.setup.session!r}, done={self.done}, blame={self.blame})"

    @property
    def my_index(self) -> int | None:
        """Mine among the holders to be; None where I only deal."""
        return next((index for index, who in self.setup.receivers.items() if who == self.me), None)

    @property
    def waits_for(self) -> frozenset[str]:
        """Whose next message this party cannot go on without: to be reminded by people."""
        if self.done or self.blame:
            return frozenset()
        if self.complaints:
            return frozenset(complaint.against for complaint in self.complaints.values())
        dealers = frozenset(self.setup.dealers.values())
        stages: list[tuple[frozenset[str], dict[str, object]]] = [(dealers, dict(self.commits)), (dealers, dict(self.reveals))]
        if self.my_index is not None:
            stages.append((dealers, dict(self.deals)))
        stages.append((self.setup.everybody, dict(self.confirms)))
        return next((wanted - heard.keys() for wanted, heard in stages if wanted - heard.keys()), frozenset())

    @property
    def transcript(self) -> bytes:
        """Over the setup and all that dealers committed to and revealed."""
        said = [(who, self.commits[who].digest, self.reveals[who].digest(who)) for who in sorted(self.setup.dealers.values())]
        return sha256(FORMAT + b"transcript" + msgspec.msgpack.encode((self.setup.id, said))).digest()

    def heard(self, sender: str, message: Message) -> State:
        """With `message` in its table."""
        name = TABLES[type(message)]
        return msgspec.structs.replace(self, **{name: {**getattr(self, name), sender: message}})

    def saying(self, message: Message) -> tuple[State, list[Outgoing]]:
        """With `message` noted as mine, and the letters that carry it to everybody else."""
        return self.heard(self.me, message), [Outgoing(to, message) for to in sorted(self.setup.everybody - {self.me})]

    def said_before(self, sender: str, message: Message) -> Message | None:
        found: Message | None = getattr(self, TABLES[type(message)]).get(sender)
        return found

    def failed(self, who: str, why: Why) -> State:
        """Without a key, and without the secrets of this ceremony."""
        return msgspec.structs.replace(self, blame=Blame(who, why), line=(), deals={})

    def finished(self, result: KeyShare | None) -> State:
        """With my share where I hold one, and without what led to it."""
        return msgspec.structs.replace(self, result=result, done=True, line=(), deals={})
