"""A case's custody record: signed lines (`longarm.evidence.custody`), kept encrypted under the case's key, only added to."""

from __future__ import annotations

from uuid import UUID

import msgspec
from django.utils import timezone

from longarm import __version__
from longarm.casework.case_keys import OpenCase, lock
from longarm.casework.node import node
from longarm.errors import Unsound
from longarm.evidence.custody import Action, Event, Line, link, next_line, signature_holds, utc
from longarm.store.models import CustodyLine

_CLOCK = "system"  # the machine's clock, as it stands: what proves a time is the stamp


def note(
    opened: OpenCase, actor: UUID, action: Action, object_: str, *, digest: str | None = None, purpose: str | None = None
) -> bytes:
    """Adds a line, in the transaction of the act. `actor` is an opaque id; no personal data goes into the chain."""
    lock(opened, merged_too=True)
    last = CustodyLine.objects.filter(case_id=opened.id).order_by("-seq").first()
    before = _open(opened, last) if last else None
    event = Event(
        at=utc(timezone.now()),
        clock=_CLOCK,
        actor=f"user:{actor}",
        action=action,
        object=object_,
        digest=digest,
        tool=f"longarm {__version__}",
        purpose=purpose,
    )
    line = next_line(before, event, node().signing_key)
    keep(opened, (last.seq if last else 0) + 1, line)
    return line


def keep(opened: OpenCase, seq: int, line: bytes) -> None:
    """Stores a line that was made elsewhere (by sealing)."""
    CustodyLine.objects.create(case_id=opened.id, seq=seq, line_sealed=opened.seal("custody", line, seq))


def lines(opened: OpenCase) -> list[bytes]:
    """The whole record, one line an entry, without line ends. Raises Unsound when a line was changed or moved."""
    return [_open(opened, row) for row in CustodyLine.objects.filter(case_id=opened.id).order_by("seq")]


def unbroken(record: list[bytes]) -> bool:
    """Does the chain hold, and did this node sign every line?"""
    before: str | None = None
    key = node().signing_key.public
    for number, raw in enumerate(record, 1):
        try:
            line = msgspec.json.decode(raw, type=Line)
        except msgspec.MsgspecError:
            return False
        if line.seq != number or line.prev != before or not signature_holds(raw, line, key):
            return False
        before = link(raw)
    return True


def _open(opened: OpenCase, row: CustodyLine) -> bytes:
    try:
        return opened.open("custody", row.line_sealed, row.seq)
    except Unsound:
        raise Unsound("casework-custody-altered", line=row.seq) from None
