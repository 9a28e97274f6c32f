"""Opening, listing, reading and changing cases."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec
from django.db import transaction
from django.db.models import Count, F, Q

from longarm.case.file import Warned, parse_case, to_json
from longarm.case.model import Case
from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, give_key, give_recovery_key, lock, open_for, open_with_key
from longarm.casework.day.brief import sealed_brief
from longarm.casework.matches.named import index_case
from longarm.casework.node import record
from longarm.casework.refusals import Conflict, NotFound
from longarm.keys import case as case_keys
from longarm.store import models
from longarm.store.models import CaseContent, CaseKey, Exhibit, User
from longarm.strict_yaml import Document
from longarm.typed_yaml import convert


class Opened(NamedTuple):
    """A new case and the words of its file that the open vocabularies do not hold."""

    id: UUID
    warnings: tuple[Warned, ...]


class CaseSummary(NamedTuple):
    """A line of the list of cases."""

    id: UUID
    reference: str
    called: str  # alias of the first complainant, else the reference; never a legal name
    opened: str  # as in the case file: a day, a month, a year, or unknown
    risks: tuple[str, ...]
    events: int
    exhibits: int
    sealed: int
    added_at: datetime


class CaseAt(NamedTuple):
    """A case as one of its versions holds it."""

    id: UUID
    version: int
    case: Case
    made_at: datetime


def open_case(actor: Actor, case: Case | bytes | str, name: str = "case") -> Opened:
    """A new case, its team the actor alone. `case` is typed, or the text of a case file (`name` stands for it in errors).

    Raises BadInput when the text is no case file, NotAllowed for an auditor.
    """
    actor.must_work_cases()
    warnings: tuple[Warned, ...] = ()
    if not isinstance(case, Case):
        case, warnings = parse_case(case, name)
    with transaction.atomic():
        case_id = uuid4()
        models.Case.objects.create(id=case_id, organisation_id=actor.organisation)
        opened = open_with_key(case_id, case_keys.new_key())
        give_key(opened, User.objects.get(id=actor.user))
        give_recovery_key(opened)
        _write(opened, case, 1, actor)
        models.Case.objects.filter(id=case_id).update(brief_sealed=sealed_brief(opened, case, 1))
        record(actor.user, "case-opened", organisation=actor.organisation, case=case_id)
    return Opened(case_id, warnings)


def list_cases(actor: Actor) -> tuple[CaseSummary, ...]:
    """The cases of the actor's teams, newest first."""
    counted = models.Case.objects.filter(keys__user_id=actor.user).annotate(
        in_all=Count("exhibits", distinct=True),
        sealed=Count("exhibits", filter=Q(exhibits__state=Exhibit.State.SEALED), distinct=True),
    )
    keys = {row.case_id: row.sealed for row in CaseKey.objects.filter(user_id=actor.user)}
    rows = {row.id: row for row in counted}
    contents = CaseContent.objects.filter(case_id__in=rows, version=F("case__version"))
    found = []
    for content in contents:
        row = rows[content.case_id]
        key = case_keys.open_with(actor.private, str(row.id), keys[row.id])
        case = file_of(open_with_key(row, key), content)
        called = next((p.called() for p in case.complainants), case.reference)
        found.append(
            CaseSummary(
                row.id,
                case.reference,
                called,
                str(case.opened),
                case.risks,
                len(case.events),
                row.in_all,
                row.sealed,
                row.made_at,
            )
        )
    return tuple(sorted(found, key=lambda summary: (summary.added_at, summary.reference), reverse=True))


def read_case(actor: Actor, case: UUID, version: int | None = None) -> CaseAt:
    """A case, its newest version or the one asked for; the read is recorded. Raises NotFound as `open_for` does."""
    opened = open_for(actor, case)
    with transaction.atomic():
        found = case_at(opened, version)
        record(actor.user, "case-read", organisation=actor.organisation, case=case, version=str(found.version))
    return found


def save_case(actor: Actor, case: UUID, changed: Case, from_version: int) -> int:
    """A new version of the case file; the older ones stay. Returns its number.

    Raises Conflict when somebody saved another version since `from_version`, NotFound as `open_for` does.
    """
    opened = open_for(actor, case)
    with transaction.atomic():
        row = lock(opened)
        if row.version != from_version:
            raise Conflict("casework-case-changed")
        new_version(opened, row, changed, actor)
        row.save(update_fields=["version", "brief_sealed"])
        record(actor.user, "case-changed", organisation=actor.organisation, case=case, version=str(row.version))
    return row.version


def new_version(opened: OpenCase, row: models.Case, changed: Case, actor: Actor) -> None:
    """Writes the next version of the file; the caller holds the lock of `row`, and saves it."""
    row.version += 1
    _write(opened, changed, row.version, actor)
    row.brief_sealed = sealed_brief(opened, changed, row.version)


def case_at(opened: OpenCase, version: int | None = None) -> CaseAt:
    """The case file of an opened case, without a line in the record: for functions that write their own."""
    row = CaseContent.objects.filter(case_id=opened.id, version=version or opened.version).first()
    if row is None:
        raise NotFound("casework-no-such-version")
    return CaseAt(opened.id, row.version, file_of(opened, row), row.made_at)


def _write(opened: OpenCase, case: Case, version: int, actor: Actor) -> None:
    sealed = opened.seal("case-file", to_json(case), version)
    CaseContent.objects.create(case_id=opened.id, version=version, file_sealed=sealed, by_id=actor.user)
    index_case(opened, case)


def file_of(opened: OpenCase, row: CaseContent) -> Case:
    stored = opened.open("case-file", row.file_sealed, row.version)
    # Our own JSON, authenticated: msgspec reads it forty times faster than the strict reader that people's files go through.
    return convert(Document("case.json", msgspec.json.decode(stored), {}), Case)
