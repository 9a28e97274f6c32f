"""A letter that is paid for before any work, and answered once: the same letter gets the same answer again and costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

import msgspec

from longarm.exchange.letter import Letter
from longarm.exchange.refused import Refused
from longarm.holder.models import Answered, Member


def pay(member: Member, letter: Letter, spend: Callable[[], None], at: datetime) -> bytes:
    """In the caller's transaction: what was answered before, else nothing, and the letter is paid for with `spend`.

    Raises Refused when its number paid for another question, and as `spend` does.
    """
    said = sha256(msgspec.msgpack.encode(letter)).digest()
    Member.objects.select_for_update().get(id=member.id)  # letters of one member one after the other
    row = Answered.objects.filter(member=member, number=letter.number).first()
    if row is None:
        spend()
        Answered.objects.create(member=member, number=letter.number, asked=said, at=at)
        return b""
    if bytes(row.asked) != said:  # a number that was paid for once, over another question
        raise Refused("not-allowed")
    return bytes(row.answer)


def answered(member: Member, letter: Letter, made: bytes) -> bytes:
    """Kept, before it goes out. Where another process was faster with the same letter, what that one kept."""
    mine = Answered.objects.filter(member=member, number=letter.number)
    if mine.filter(answer=b"").update(answer=made):
        return made
    return bytes(mine.get().answer)
