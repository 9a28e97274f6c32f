"""Documents drafted from a case: the complaint and its kin, as PDF, kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at
from longarm.casework.node import record
from longarm.casework.proof.proof_of import proof_of
from longarm.casework.proof.with_exhibits import with_exhibits
from longarm.documents.draft import Draft, draft
from longarm.documents.matter import ExhibitLine, Seal
from longarm.law.load import load
from longarm.texts import PaperLanguage


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

    `authority`: the organisation is the authority that may send it, and needs no notice before it. `recipient`: whose statement.

    Raises NotFound as `open_for` does, BadInput as `longarm.documents.draft.draft` does.
    """
    opened = open_for(actor, case)
    proof = proof_of(opened)
    whole = with_exhibits(case_at(opened).case, proof.exhibits)
    exhibits = tuple(
        ExhibitLine(
            id=view.code,
            description=view.about.name,
            sha256=view.about.sha256,
            size=view.size,
            source=view.about.received_from,
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
