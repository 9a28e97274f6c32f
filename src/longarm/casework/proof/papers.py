"""Documents drafted from a case: the complaint and its kin, as PDF, kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at
from longarm.casework.node import record
from longarm.casework.proof.exhibits import bare_name
from longarm.casework.proof.proof_of import proof_of
from longarm.casework.proof.with_exhibits import with_exhibits
from longarm.documents.draft import Draft, draft
from longarm.documents.matter import ExhibitLine, Seal
from longarm.law import rules as law_rules
from longarm.law.load import load
from longarm.texts import PaperLanguage

SAYABLE: Final = frozenset(("complainant", "supporter", "recipient"))  # of who handed something in, to others


def draft_document(
    actor: Actor,
    case: UUID,
    document: str,
    language: PaperLanguage,
    as_of: date,
    *,
    answers: Mapping[str, str] | None = None,
    forum: str | None = None,
    path: str | None = None,
    authority: bool = False,
    recipient: str | None = None,
) -> Draft:
    """The document as PDF, for the path of that id. `answers` fill what the case does not hold and are stored nowhere.

    A paper to another state names files by their codes, and of who handed them in the role at most: names of files and of
    helpers stay here, as in the bundle of a request.

    `authority`: the organisation is the authority that may send it, and needs no notice before it. `recipient`: whose statement.

    Raises NotFound as `open_for` does, BadInput as `longarm.documents.draft.draft` does.
    """
    opened = open_for(actor, case)
    proof = proof_of(opened)
    whole = with_exhibits(case_at(opened).case, proof.exhibits)
    abroad = _to_another_state(path)
    exhibits = tuple(
        ExhibitLine(
            id=view.code,
            description=bare_name(view.code, view.about.name) if abroad else view.about.name,
            sha256=view.about.sha256,
            size=view.size,
            source=view.about.received_from if not abroad or view.about.received_from in SAYABLE else None,
            received_at=view.received_at.isoformat(timespec="seconds"),
        )
        for view in proof.exhibits
    )
    seal = None
    if proof.bundles:
        last = proof.bundles[-1].about
        seal = Seal(sha256=last.tagmanifest_sha256, stamped_at=last.stamped_at, authority=last.authority)
    made = draft(
        document,
        whole,
        load(),
        language,
        as_of,
        answers=answers,
        forum=forum,
        exhibits=exhibits,
        seal=seal,
        path=path,
        authority=authority,
        recipient=recipient,
    )
    with transaction.atomic():
        record(actor.user, "document-drafted", organisation=actor.organisation, case=case, document=made.document)
    return made


def _to_another_state(path: str | None) -> bool:
    action = (path or "").partition(":")[0]
    return any(row.action == action and row.group == "request" for row in law_rules.actions().actions)
