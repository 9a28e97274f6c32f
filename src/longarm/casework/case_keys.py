"""Opening a case: who holds its key is its team, and nobody else can read it, whatever the code above asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Model

from longarm.casework.actor import Actor
from longarm.casework.refusals import Conflict, NotFound
from longarm.keys import case as case_keys
from longarm.keys.content import Place, Stored, decrypt, encrypt
from longarm.store.models import Case, CaseKey, Organisation, User


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case whose key is at hand."""

    id: UUID
    organisation: UUID
    version: int
    key_number: int
    key: bytes = field(repr=False)

    def seal(self, field_name: str, value: bytes, version: int = 1) -> bytes:
        return encrypt(self.key, value, Place(str(self.id), field_name, version))

    def open(self, field_name: str, sealed: Stored, version: int = 1) -> bytes:
        """Raises Unsound when the value was changed or belongs elsewhere."""
        return decrypt(self.key, sealed, Place(str(self.id), field_name, version))


def field_of(row: Model, column: str) -> str:
    """What a sealed column of `row` is bound to, beside its case or channel: `note/<id>/body_sealed`."""
    return f"{row._meta.model_name}/{row.pk}/{column}"


def open_for(actor: Actor, case: UUID, otherwise: str = "casework-no-such-case") -> OpenCase:
    """The case, opened with the actor's key. Raises NotFound when there is none or the actor is not of its team.

    `otherwise` is the sentence then: who asks for an exhibit, a bundle of a case that is not theirs must hear the same as
    where there is none, or the sentence would tell that there is.
    """
    row = CaseKey.objects.select_related("case").filter(case_id=case, user_id=actor.user).first()
    if row is None:
        raise NotFound(otherwise)
    return open_held(actor, row.case, row.sealed)


def open_held(actor: Actor, case: Case, sealed: Stored) -> OpenCase:
    """The case, with the actor's copy of its key at hand, as a list of many reads them in one query. Raises Unsound when the copy
    was changed or is another's."""
    return _opened(case, case_keys.open_with(actor.private, str(case.id), sealed))


def open_with_key(case: UUID | Case, key: bytes) -> OpenCase:
    """The case, with its key at hand: a new one, or one that a member of its team handed to the worker.

    Raises NotFound when there is no such case.
    """
    row = case if isinstance(case, Case) else Case.objects.filter(id=case).first()
    if row is None:
        raise NotFound("casework-no-such-case")
    return _opened(row, key)


def lock(opened: OpenCase, *, merged_too: bool = False) -> Case:
    """The case's row, locked until the transaction ends: one writer at a time.

    Raises Conflict when the case was given a new key since it was opened: what the old one seals, nobody could read; and when
    it was merged into another, unless `merged_too`: then only its team, its hold and its custody record still change.
    """
    row = Case.objects.select_for_update().get(id=opened.id)
    if row.stage == Case.Stage.MERGED and not merged_too:
        raise Conflict("casework-merged")
    if row.key_number != opened.key_number:
        raise Conflict("casework-case-changed")
    return row


def _opened(row: Case, key: bytes) -> OpenCase:
    return OpenCase(row.id, row.organisation_id, row.version, row.key_number, key)


def give_key(opened: OpenCase, user: User) -> None:
    """Seals the case's key to `user`; twice is once."""
    from longarm.keys.user import from_stored

    sealed = case_keys.seal_to(from_stored(user.pair).public, str(opened.id), opened.key)
    CaseKey.objects.get_or_create(case_id=opened.id, user=user, defaults={"sealed": sealed})


def give_recovery_key(opened: OpenCase) -> None:
    """Seals the case's key to the organisation's recovery key."""
    public = recovery_public(opened.organisation)
    CaseKey.objects.create(case_id=opened.id, user=None, sealed=case_keys.seal_to(public, str(opened.id), opened.key))


def recovery_public(organisation: UUID) -> bytes:
    """What is sealed for the recovery paper is sealed to this, in the same transaction: a new paper waits until it ends."""
    return bytes(Organisation.objects.select_for_update(no_key=True).get(id=organisation).recovery_public)
