"""The audit record: a line for every act, chained by hash, added in the transaction of the act itself.

`head(n) = SHA-256(head(n-1) | ciphertext(n))`, over the stored ciphertext: whoever checks the chain needs no key, and the
heads tell nothing of what the lines say. A changed, moved or missing line breaks the chain; a cut tail shows against the
length and head kept apart (`RecordHead`) and, once a node has them, against heads that were stamped or told to others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec
from django.db import transaction

from longarm.errors import Unsound
from longarm.keys.content import Place, decrypt, encrypt
from longarm.store.models import Record, RecordHead

START: Final = bytes(32)
_ORDER: Final = msgspec.json.Encoder(order="deterministic")


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One act. `facts` never hold content of a case: ids, counts, states, reasons."""

    seq: int
    at: datetime
    actor: str | None
    action: str
    case: str | None = None
    object: str | None = None
    facts: dict[str, str] = {}


def append(
    key: bytes,
    *,
    at: datetime,
    actor: UUID | None,
    action: str,
    organisation: UUID | None,
    case: UUID | None = None,
    object: UUID | None = None,  # noqa: A002 - the word of the custody record
    facts: dict[str, str] | None = None,
) -> Line:
    """Adds a line. Must run inside the transaction of the act: both happen or neither."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a record is written in the transaction of its act")
    head = hold_end()
    seq = head.length + 1
    line = Line(
        seq=seq,
        at=at,
        actor=str(actor) if actor else None,
        action=action,
        case=str(case) if case else None,
        object=str(object) if object else None,
        facts=facts or {},
    )
    sealed = encrypt(key, _ORDER.encode(line), _place(seq))
    head.length, head.head = seq, _next(bytes(head.head), sealed)
    Record.objects.create(seq=seq, organisation_id=organisation, case_id=case, line_sealed=sealed, head=head.head)
    head.save()
    return line


def hold_end() -> RecordHead:
    """The end of the record, ours until the transaction ends.

    Every act comes by here with its line. One that first asks something of the whole node ("is it empty?") comes by before
    it asks: then nobody can make the answer wrong meanwhile.
    """
    RecordHead.objects.get_or_create(id=1, defaults={"head": START})
    return RecordHead.objects.select_for_update().get(id=1)


def read(key: bytes, rows: Iterator[Record]) -> Iterator[Line]:
    """The lines of `rows`. Raises Unsound when one was changed or moved."""
    for row in rows:
        try:
            yield msgspec.json.decode(decrypt(key, row.line_sealed, _place(row.seq)), type=Line)
        except (Unsound, msgspec.MsgspecError):
            raise Unsound("store-record-altered", line=row.seq) from None


def check() -> int:
    """Walks the whole chain; needs no key. Returns its length. Raises Unsound at the first line that does not hold."""
    before, seq = START, 0
    for row in Record.objects.order_by("seq").iterator():
        seq += 1
        before = _next(before, bytes(row.line_sealed))
        if row.seq != seq or bytes(row.head) != before:
            raise Unsound("store-record-altered", line=seq)
    kept = RecordHead.objects.filter(id=1).first()
    if (kept.length, bytes(kept.head)) != (seq, before) if kept else seq:
        raise Unsound("store-record-altered", line=seq + 1)
    return seq


def _next(before: bytes, sealed: bytes) -> bytes:
    return hashlib.sha256(before + sealed).digest()


def _place(seq: int) -> Place:
    return Place("record", "line", seq)
