"""The organisation's recovery key, typed in from its paper: it opens every case of the organisation while the act lasts."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from nacl.public import PrivateKey

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, open_with_key
from longarm.casework.people import refused
from longarm.casework.refusals import Conflict, NotFound
from longarm.errors import BadInput
from longarm.keys import case as case_keys
from longarm.keys.recovery import read_printed
from longarm.store.models import CaseKey, OperationKey, Organisation


def read_paper(actor: Actor, printed: str) -> PrivateKey:
    """`printed` as it stands on the paper. Raises BadInput when it is no such key, or another organisation's; that somebody
    tried stands in the record.
    """
    try:
        recovery = read_printed(printed)
        if bytes(recovery.public_key) != bytes(Organisation.objects.get(id=actor.organisation).recovery_public):
            raise BadInput("keys-recovery-wrong")
    except BadInput:
        refused.note("act-refused", "recovery-key", refused.inside(actor))
        raise
    return recovery


def open_with_paper(recovery: PrivateKey, case: UUID) -> OpenCase:
    """Raises NotFound when there is no such case, Conflict when nobody of its team opened it since the paper was made."""
    row = CaseKey.objects.filter(case_id=case, user=None).first()
    if row is None:
        raise NotFound("casework-no-such-case")
    if not row.sealed:
        raise Conflict("people-paper-opens-not")
    return open_with_key(case, case_keys.open_with(recovery, str(case), row.sealed))


def paper_opens(case: UUID) -> bool:
    """False of a case that nobody of its team opened since a paper was lost."""
    return CaseKey.objects.filter(case_id=case, user=None).exclude(sealed=b"").exists()


def leave_what_no_paper_opens(keys: type[CaseKey | OperationKey], of: Literal["case", "operation"], user: UUID) -> None:
    """What only a lost pair of `user` would open is nobody's row: who still reads that `of` lets the colleague in again.

    Raises Conflict when nobody else reads it.
    """
    missing = keys.objects.filter(**{"user": None, "sealed": b"", f"{of}__keys__user_id": user})
    waiting = set(missing.values_list(f"{of}_id", flat=True))
    held = keys.objects.filter(**{f"{of}_id__in": waiting})
    if held.filter(user__active=True).exclude(user_id=user).values(of).distinct().count() < len(waiting):
        raise Conflict("people-paper-opens-not")
    held.filter(user_id=user).delete()
