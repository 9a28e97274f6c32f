"""One request as a CASE/UCO graph for outside tools: of what the other side has or gets too, nothing that stays in this house."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from longarm.case.file import parse_case
from longarm.casework.actor import Actor
from longarm.casework.exchange.requests.drafting import reference_of
from longarm.casework.exchange.requests.moving_on import other_side, own_side, state_of
from longarm.casework.exchange.requests.opened import OpenRequest, open_request
from longarm.casework.node import record
from longarm.evidence.seal import TOOL
from longarm.exchange.request.bodies import Ask, File, Said
from longarm.exchange.request.graph import Subject, Told, to_jsonld
from longarm.exchange.request.states import Side
from longarm.store.models import Attachment, Dispatch


def graph_of(actor: Actor, request: UUID) -> tuple[str, bytes]:
    """The name for the file, and JSON-LD. That it was taken out stands in the record.

    How the request was filed here, who of the team wrote, how she agreed, and remarks on what came by post are not in it.
    Raises NotFound as `open_request` does, NotAllowed for who does not work cases.
    """
    actor.must_work_cases()
    found = open_request(actor, request)
    ask = found.about.ask
    subject = Subject(
        id=request,
        reference=reference_of(request),
        state=state_of(found.row),
        ask=ask,
        case=parse_case(ask.case, "request").case,
        organisation=found.about.organisation if found.row.ours else actor.organisation_name,
        letters=_letters(found),
        files=_files(found),
    )
    made = to_jsonld(subject, TOOL)
    with transaction.atomic():
        record(actor.user, "request-graph", organisation=actor.organisation, case=found.row.case_id, object=request)
    return f"{subject.reference}.jsonld", made


def _letters(found: OpenRequest) -> tuple[Told, ...]:
    rows = found.row.dispatches.filter(applied=True).order_by("at", "ours", "number")
    return tuple(_told(found, row, found.said(row)) for row in rows)


def _told(found: OpenRequest, row: Dispatch, said: Ask | Said) -> Told:
    by = own_side(found.row) if row.ours else other_side(found.row)
    if isinstance(said, Ask):
        return Told(by, "send", "", None, row.at)  # its words stand with the investigation
    noted = not row.ours and row.by_id is not None  # what came by post, in words of ours
    return Told(by, said.act, "" if noted else said.words, said.reason, row.at)


def _files(found: OpenRequest) -> tuple[tuple[Side, File], ...]:
    rows = Attachment.objects.filter(request=found.row).order_by("ours", "number")
    sides = [(own_side(found.row) if row.ours else other_side(found.row), found.file(row)) for row in rows]
    return tuple((side, file) for side, file in sides if file is not None)
