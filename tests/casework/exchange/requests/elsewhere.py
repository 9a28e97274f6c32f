"""Another node, held in memory: its keys, its card, the letters it writes and reads. What it sends is what a real one sends."""

from __future__ import annotations

import io
import secrets
import zipfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

import msgspec
from django.utils import timezone

from longarm.case.file import parse_case, to_json
from longarm.casework.actor import Actor
from longarm.casework.cases import open_case
from longarm.casework.exchange import members, parties
from longarm.casework.exchange.requests.drafting import Wanted
from longarm.casework.exchange.requests.receiving import take
from longarm.casework.rules import Rules, change_rules
from longarm.errors import Unsound
from longarm.evidence.received import Received
from longarm.evidence.seal import Sealer, seal
from longarm.evidence.source import BytesSource
from longarm.evidence.target import ZipTarget
from longarm.exchange.card import Card, make_card, read_card
from longarm.exchange.letter import CARRIED, body, read, write
from longarm.exchange.request.basis import basis_of
from longarm.exchange.request.bodies import KIND, MOST_PIECE, PIECE, TAKEN, Ask, File, Piece, Said, Step, Taken
from longarm.exchange.request.due import plan
from longarm.exchange.request.minimise import minimise
from longarm.keys import stream
from longarm.keys.party import Party
from longarm.law.load import load
from longarm.law.paths import paths
from longarm.signals.trace import trace_case
from longarm.store.vault import bound

AGREED = "She agreed on the telephone on 2 November, in front of Basma."
# A threat by a man in Libya against a woman in Egypt.
CASE = """\
longarm: case/1
reference: EG-2026-0007
opened: 2026-01-04
language: ar
persons:
  - {id: complainant, roles: [complainant], alias: mark-alias-gaur, nationality: [EG], locations: [{state: EG}]}
  - {id: suspect-1, roles: [suspect], locations: [{state: LY, certainty: inferred, because: [phone-1]}]}
identifiers:
  - {id: phone-1, type: phone, value: "+218910000017", used_by: suspect-1, platform: messenger}
events:
  - {id: e1, at: 2026-10-30, kind: threat_to_publish, by: suspect-1, to: complainant, via: messenger}
"""
PATH = "subscriber_data:EG:LY"


def now() -> datetime:
    return timezone.now()


def here(basma: Actor, kind: Any = "judicial", states: tuple[str, ...] = ("EG",), address: str = "") -> Card:
    """This node has a card and says what it is."""
    change_rules(basma, Rules(organisation_kind=kind))
    return read_card(parties.make_own_card(basma, "Unit of Cairo", states, address, now()))


class Elsewhere:
    """A node of Libya, known to this one, and to which this one is known."""

    def __init__(self, basma: Actor, states: tuple[str, ...] = ("LY",), address: str = "https://127.0.0.1:9", known: bool = True):
        self.party = Party.new()
        data = make_card(
            self.party, role="node", organisation="Unit of Tripoli", states=states, address=address,
            certificate="-----BEGIN CERTIFICATE-----" if address else "", made_at=now(),
        )  # fmt: skip
        self.card = read_card(data)
        if known:
            members.add(basma, data, self.card.fingerprint)
        self.cairo = read_card(parties.own_card())
        self.got: list[Step] = []
        self.pieces: dict[str, bytearray] = {}
        self.off = False  # away: nothing comes through
        self.forgets = False  # takes letters, and its answers are lost on the way

    # what it receives
    def send(self, card: Card, data: bytes) -> bytes:
        """As `transport.letters.send` to this node."""
        assert card.fingerprint == self.card.fingerprint
        if self.off:
            raise Unsound("exchange-unreachable", organisation=card.organisation, why="off")
        answer = self.takes(data)
        if self.forgets:
            raise Unsound("exchange-too-slow", organisation=card.organisation, seconds=1)
        return answer

    def takes(self, data: bytes) -> bytes:
        letter = read(data, self.party, lambda _: self.cairo, now=now(), kinds=(KIND, PIECE), tolerance=CARRIED, sealed=True)
        if letter.kind == KIND:
            step = body(letter, Step)
            if step not in self.got:
                self.got.append(step)
            said = Taken(letter.number)
        else:
            piece = body(letter, Piece)
            held = self.pieces.setdefault(piece.name, bytearray())
            if piece.at == len(held):
                held += piece.data
            said = Taken(letter.number, piece.name, len(held))
        return write(self.party, self.cairo, TAKEN, said, now=now(), sealed=True, answers=letter.number)

    # what it sends
    def letter(self, step: Step | Piece, sent_at: datetime | None = None, to: Card | None = None) -> bytes:
        kind = KIND if isinstance(step, Step) else PIECE
        return write(self.party, to or self.cairo, kind, step, now=sent_at or now(), sealed=True)

    def says(self, request: UUID, number: int, act: Any, words: str = "", reason: Any = None, **more: Any) -> bytes:
        return self.letter(Step(request.bytes, number, Said(act, words, reason), **more))

    def asks(self, request: UUID | None = None, files: tuple[File, ...] = (), **changed: Any) -> tuple[UUID, bytes]:
        """A request of Libya to Egypt, as its own node would draft it."""
        request = request or uuid4()
        case = parse_case(CASE.replace("LY", "XX").replace("EG", "LY").replace("XX", "EG").replace("+21891", "+20100"), "c").case
        today, facts = now().date(), load()
        answer = paths(case, facts, today, trace_case(case, facts))
        basis = basis_of(answer, "preserve_data:LY:EG", "preserve", "police", facts, states=("LY",))
        ask = Ask(
            measure="preserve", kind="police", authority="Unit of Tripoli", basis=basis,
            plan=plan("preserve", basis, today, facts), words="mark-words-kudu: keep the traffic data of this line",
            case=to_json(minimise(case, f"R-{request.hex[:8].upper()}", "preserve").case), left_out={"hazards": 1},
            language="en",
        )  # fmt: skip
        ask = msgspec.structs.replace(ask, **changed)
        return request, self.letter(Step(request.bytes, 1, ask, files))

    def bundle(self, texts: Sequence[bytes], by: Party | None = None) -> tuple[File, bytes]:
        """Exhibits sealed by it, and the bytes that travel."""
        packed = io.BytesIO()
        sealer = Sealer(key=(by or self.party).signing, clock=now)
        received = [Received(BytesSource(f"{n}.txt", text)) for n, text in enumerate(texts, 1)]
        sealed = seal(received, ZipTarget(packed, "R-1"), sealer)
        return self.encrypted(packed.getvalue(), tuple(one.id for one in sealed.exhibits))

    def encrypted(self, data: bytes, exhibits: tuple[str, ...]) -> tuple[File, bytes]:
        name, key, target = secrets.token_hex(16), stream.new_key(), io.BytesIO()
        writer = stream.EncryptingWriter(target, key, bound(name))
        writer.write(data)
        writer.finish()
        travels = target.getvalue()
        said = File(
            name=name, key=key, size=len(data), stored=len(travels), sha256=sha256(travels).digest(),
            bundle_sha256=sha256(data).digest(), exhibits=exhibits,
        )  # fmt: skip
        return said, travels

    def give(self, request: UUID, file: File, travels: bytes) -> None:
        for at in range(0, len(travels), MOST_PIECE):
            take(self.letter(Piece(request.bytes, file.name, at, travels[at : at + MOST_PIECE])), now())

    def understands(self, answer: bytes) -> Taken:
        letter = read(answer, self.party, lambda _: self.cairo, now=now(), kinds=(TAKEN,), tolerance=CARRIED, sealed=True)
        return body(letter, Taken)


def tampered(file: File, travels: bytes) -> bytes:
    middle = len(travels) // 2
    return travels[:middle] + bytes([travels[middle] ^ 1]) + travels[middle + 1 :]


def wanted(peer: Elsewhere, **changed: Any) -> Wanted:
    given = {"path": PATH, "measure": "identify", "words": "mark-words-oryx: who is this?", "agreed": AGREED}
    return Wanted(**{**given, "peer": peer.card.fingerprint, **changed})


def new_case(actor: Actor, text: str = CASE) -> UUID:
    return open_case(actor, text).id


def names_in(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


LONG_AGO = timedelta(days=31)
