"""Letters on a stick: written into a folder for other nodes, read from one that others filled. Sealed and signed as on the wire.

The same letter may be carried twice, in any order, with others', for thirty days: each is acted on once. That it arrived is
said by a receipt in the other direction; until that is read, it is written out again each time.
"""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

import msgspec

from longarm.casework.exchange.parties import card_in, party
from longarm.casework.exchange.requests.courier import answered, piece_letter, unsent
from longarm.casework.exchange.requests.held import held_requests
from longarm.casework.exchange.requests.peers import card_of, sender_of
from longarm.casework.exchange.requests.recalling import written_anew
from longarm.casework.exchange.requests.receiving import TAKES, Took, take
from longarm.errors import BadInput, system_reason
from longarm.exchange.letter import CARRIED, MAX_LETTER, read
from longarm.exchange.refused import Code, Refused
from longarm.exchange.request.bodies import MOST_PIECE, TAKEN
from longarm.store.models import Member, Outgoing, Request

ENDING: Final = ".letter"
_MOST: Final = 20_000  # files in a folder
_AGAIN: Final[frozenset[Code]] = frozenset(("unknown",))  # its first letter may come later in the folder


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """`to`: how many nodes; `letters`, `pieces`, `receipts` written."""

    to: int = 0
    letters: int = 0
    pieces: int = 0
    receipts: int = 0


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """`taken`: acted on now or before; `receipts`: of ours that arrived; `for_others`: left alone; `refused`: by code."""

    taken: int = 0
    receipts: int = 0
    for_others: int = 0
    refused: dict[str, int] = {}


def export(folder: Path, now: datetime) -> Written:
    """Everything that waits, as files whose names tell an order and nothing else.

    Raises BadInput when the folder cannot be written.
    """
    written_anew(now)
    waiting, held = Outgoing.objects.filter(delivered_at=None, refused="").order_by("id"), held_requests()
    peers = {*waiting.values_list("to", flat=True), *Request.objects.filter(paper=False).values_list("peer", flat=True)}
    done, to, names = Written(), 0, (f"{number:06d}-{os.urandom(8).hex()}" for number in count(1))
    for peer in Member.objects.filter(id__in=peers, cut_off_at=None).order_by("since"):
        card = card_in(peer)
        rows = [row for row in waiting.filter(to=peer) if row.request_id not in held]
        for row in rows:
            _put(folder, next(names), bytes(row.letter))
        pieces = 0
        for file in unsent(peer, together=True):
            for at in range(file.arrived, file.stored, MOST_PIECE):
                _put(folder, next(names), piece_letter(card, file, at, now))
                pieces += 1
        gone = [row.id for row in rows if row.receipt]
        Outgoing.objects.filter(id__in=gone).update(delivered_at=now, letter=b"")
        to += bool(rows or pieces)
        done = Written(
            to=to, letters=done.letters + len(rows) - len(gone), pieces=done.pieces + pieces, receipts=done.receipts + len(gone)
        )
    return done


def import_from(folder: Path, now: datetime) -> Read:
    """Reads every letter of the folder that is for this node. It is left as it is. Raises BadInput when it cannot be read."""
    waiting, counted = _letters(folder), _Counted()
    while waiting:
        again: list[Path] = []
        for path in waiting:
            try:
                _one(_read(path), now, counted)
            except Refused as fault:
                if fault.code in _AGAIN:
                    again.append(path)
                elif fault.code == "not-for-us":
                    counted.for_others += 1
                else:
                    counted.refused[fault.code] = counted.refused.get(fault.code, 0) + 1
        if len(again) == len(waiting):
            counted.refused["unknown"] = len(again)
            break
        waiting = again
    return Read(taken=counted.taken, receipts=counted.receipts, for_others=counted.for_others, refused=counted.refused)


class _Counted:
    def __init__(self) -> None:
        self.taken = self.receipts = self.for_others = 0
        self.refused: dict[str, int] = {}


def _one(data: bytes, now: datetime, counted: _Counted) -> None:
    letter = read(data, party(), card_of, now=now, kinds=(*TAKES, TAKEN), tolerance=CARRIED, sealed=True)
    if letter.kind == TAKEN:
        answered(data, now)
        counted.receipts += 1
        return
    took = take(data, now)
    if took.gap:
        raise Refused("unknown")
    counted.taken += 1
    _owe(took, now)


def _owe(took: Took, now: datetime) -> None:
    """The receipt waits for the stick's way back; of several pieces of a file the last says it all."""
    of = took.file.encode() or took.letter.number
    number = hashlib.sha256(b"longarm-receipt/1\x00" + took.letter.sender.encode() + of).digest()[:16]
    values = {"to": sender_of(took.letter.sender), "letter": took.answer, "receipt": True, "made_at": now, "delivered_at": None}
    Outgoing.objects.update_or_create(number=number, defaults=values)


def _letters(folder: Path) -> list[Path]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ENDING and path.is_file() and not path.is_symlink())
        if len(paths) > _MOST:
            raise BadInput("request-folder-too-full", folder=str(folder), most=_MOST)
        return paths
    except OSError as fault:
        raise BadInput("request-folder-unreadable", folder=str(folder), why=system_reason(fault)) from fault


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as source:
            return source.read(MAX_LETTER + 1024)
    except OSError as fault:
        raise BadInput("request-folder-unreadable", folder=str(path), why=system_reason(fault)) from fault


def _put(folder: Path, name: str, data: bytes) -> None:
    """Whole or not at all, and on the stick before it is called written."""
    part = folder / f".{name}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as target:
            target.write(data)
            target.flush()
            os.fsync(target.fileno())
        part.replace(folder / f"{name}{ENDING}")
    except OSError as fault:
        raise BadInput("request-folder-unwritable", folder=str(folder), why=system_reason(fault)) from fault
