"""A letter that is paid for before any work, and answered once: the same letter gets the same answer again and costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from typing import Final

import msgspec

from longarm.exchange.letter import Letter
from longarm.exchange.refused import CODES, Refused
from longarm.holder.models import Answered, Member

_NO: Final = b"\x00"  # before a code, where an answer would stand: no letter begins so


def pay(member: Member, letter: Letter, spend: Callable[[], None], at: datetime) -> bytes:
    """In the caller's transaction: what was answered before, else nothing, and the letter is paid for with `spend`.

    Raises Refused when its number paid for another question, when the same was refused before, and as `spend` does.
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
    return _said(row)


@contextmanager
def refused_once(member: Member, letter: Letter) -> Iterator[None]:
    """Around the work on a letter that was paid for: where it is refused, the same letter is refused again without the work."""
    try:
        yield
    except Refused as refused:
        Answered.objects.filter(member=member, number=letter.number, answer=b"").update(answer=_NO + refused.code.encode())
        raise


def answered(member: Member, letter: Letter, made: bytes) -> bytes:
    """Kept, before it goes out. Where another process was faster with the same letter, what that one kept, a refusal too."""
    mine = Answered.objects.filter(member=member, number=letter.number)
    if mine.filter(answer=b"").update(answer=made):
        return made
    return _said(mine.get())


def _said(row: Answered) -> bytes:
    answer = bytes(row.answer)
    if answer.startswith(_NO):
        raise Refused(next(code for code in CODES if code.encode() == answer[len(_NO) :]))
    return answer
