"""A request is drafted from a path of the case, looked at as it would go, and sent. What was looked at is what goes.
Long: looking and sending stand together for that.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final
from uuid import UUID, uuid4

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.case.file import parse_case, to_json
from longarm.case.model import Case
from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, lock, open_for
from longarm.casework.cases import case_at
from longarm.casework.day import approvals
from longarm.casework.exchange.members import own_states
from longarm.casework.exchange.requests import package
from longarm.casework.exchange.requests.consent import must_be_allowed, tell
from longarm.casework.exchange.requests.kind import own_kind
from longarm.casework.exchange.requests.moving_on import must_move
from longarm.casework.exchange.requests.opened import About, OpenRequest, locked, open_request, put_about
from longarm.casework.exchange.requests.peers import card_to, member_of
from longarm.casework.exchange.requests.posting import post
from longarm.casework.exchange.requests.sealed import new_pair
from longarm.casework.node import node, record
from longarm.casework.proof import custody
from longarm.casework.proof.exhibits import NEVER_OPENED
from longarm.casework.refusals import Conflict
from longarm.casework.worked_out import worked_out
from longarm.errors import BadInput
from longarm.exchange.request.basis import basis_of
from longarm.exchange.request.bodies import LONGEST, Ask
from longarm.exchange.request.due import plan
from longarm.exchange.request.minimise import minimise
from longarm.exchange.request.words import LeftOut, Measure
from longarm.law.answer import PathsAnswer
from longarm.law.load import load
from longarm.store.models import Exhibit, Request, RequestFigure
from longarm.store.vault import remove
from longarm.texts import Language

SHORTEST: Final = 10  # letters of what is asked, in words
LATEST: Final = timedelta(days=5 * 365)  # for an answer: who is asked keeps the request open so long


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a person chose. `peer`: fingerprint of the node; for `paper` empty, and `authority` is who gets it by post.

    `meets`: after a hit with that node, the reference in its envelope.
    """

    path: str
    measure: Measure
    words: str
    peer: str = ""
    authority: str = ""
    exhibits: tuple[UUID, ...] = ()
    name_complainant: bool = False
    urgent: bool = False
    answer_by: date | None = None
    paper: bool = False
    tell: bool = True
    agreed: str = ""
    language: Language = "ar"
    meets: bytes = b""


def draft(actor: Actor, case: UUID, wanted: Wanted) -> UUID:
    """A request that has not gone out yet. Nothing leaves the node.

    Raises NotFound as `open_for` does, BadInput as `basis_of` does and where she did not allow it or the words are missing,
    NotAllowed for an exhibit that may not go.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    must_be_allowed(opened, case_at(opened).case, wanted.agreed, timezone.now())
    package.must_be_sendable(opened, wanted.exhibits)
    request, today = uuid4(), timezone.localdate()
    ask = _ask(actor, opened, request, wanted, today)
    with transaction.atomic():
        lock(opened)
        row = Request(id=request, case_id=case, ours=True, state="drafted", urgent=wanted.urgent)
        row.paper, row.due_on = wanted.paper, ask.plan.answer_by
        row.peer = None if wanted.paper else member_of(wanted.peer)
        new_pair(opened, row)
        organisation = wanted.authority.strip() if wanted.paper else card_to(row.peer).organisation
        about = About(
            ask=ask, organisation=organisation, exhibits=wanted.exhibits, tell=wanted.tell, agreed=wanted.agreed.strip()
        )
        put_about(opened, row, about)
        row.save(force_insert=True)
        record(actor.user, "request-drafted", organisation=actor.organisation, case=case, object=request)
    return request


def send(actor: Actor, request: UUID) -> None:
    """It goes out: sealed, kept until it arrives. On both sides a line of the record says what, to whom, on which ground.

    Raises as `draft` does, Conflict when it is no draft any more, when the ground does not stand today, or when the organisation
    asks for a second person and none has agreed.
    """
    actor.must_work_cases()
    found, now = open_request(actor, request), timezone.now()
    file = case_at(found.case).case
    must_be_allowed(found.case, file, found.about.agreed, found.row.made_at)
    ask = _stands(actor, found, file, timezone.localdate())
    if found.row.state != "drafted":
        raise Conflict("request-not-now", act="send", state=found.row.state)
    packed = _packed(actor, found, ask)
    try:
        with transaction.atomic():
            whole = locked(actor, request)
            row = whole.row
            # Asked again with the case locked: while exhibits were sealed much can have been said.
            must_be_allowed(whole.case, case_at(whole.case).case, whole.about.agreed, row.made_at)
            if packed:
                package.must_be_sendable(whole.case, whole.about.exhibits)
                approvals.use(actor, whole.case, "export", request)
            must_move(row, "send", "asker", now)
            row.due_on, row.lapses_on = ask.plan.answer_by, ask.plan.lapses_on
            row.figure = new_figure(actor.organisation, ask, now.date(), ours=True, case=row.case_id)
            put_about(whole.case, row, msgspec.structs.replace(whole.about, ask=ask))
            post(row, ask, packed, actor.user, now)
            row.save()
            for code in packed.codes if packed else ():
                custody.note(whole.case, actor.user, "exported", code, purpose=f"request:{request}")
            told = tell(whole.case, actor) if whole.about.tell else 0
            record(
                actor.user, "request-sent", organisation=actor.organisation, case=row.case_id, object=request,
                to=str(row.peer_id or "paper"), measure=ask.measure, path=ask.basis.path,
                exhibits=str(len(packed.codes) if packed else 0), told=str(told),
            )  # fmt: skip
    except BaseException:
        if packed:
            remove(node().vault, packed.file.name)
        raise


def _packed(actor: Actor, found: OpenRequest, ask: Ask) -> package.Packed | None:
    if not found.about.exhibits:
        return None
    return package.pack(found.case, actor, parse_case(ask.case, "request").case, found.about.exhibits)


def _ask(actor: Actor, opened: OpenCase, request: UUID, wanted: Wanted, today: date) -> Ask:
    words = wanted.words.strip()
    if not SHORTEST <= len(words) <= LONGEST:
        raise BadInput("request-words", shortest=SHORTEST, longest=LONGEST)
    if wanted.answer_by and wanted.answer_by > today + LATEST:
        raise BadInput("request-day-too-far", years=LATEST.days // 365)
    file = case_at(opened).case
    kind, answer = own_kind(actor.organisation), _answer(file, today)
    basis = basis_of(answer, wanted.path, wanted.measure, kind, load(), states=own_states())
    if wanted.paper and not wanted.authority.strip():
        raise BadInput("request-paper-to-whom")
    if not wanted.paper and (states := card_to(member_of(wanted.peer)).states) and basis.asked not in states:
        raise BadInput("request-node-elsewhere", state=basis.asked)
    path = next(one for one in answer.paths if one.id == wanted.path)
    least = minimise(
        file,
        reference_of(request),
        wanted.measure,
        events=path.events,
        hazards=path.hazards,
        name_complainant=wanted.name_complainant,
    )
    left = {**least.left_out, **_kept_here(opened.id, wanted.exhibits)}
    perishing = [line.perishes_on for line in answer.identifiers if line.id in path.identifiers and line.perishes_on]
    return Ask(
        measure=wanted.measure,
        kind=kind,
        authority=actor.organisation_name[:300],
        basis=basis,
        plan=plan(wanted.measure, basis, today, load(), urgent=wanted.urgent, answer_by=wanted.answer_by),
        words=words,
        case=to_json(least.case),
        left_out=left,
        language=wanted.language,
        urgent=wanted.urgent,
        perishing=date.fromisoformat(min(perishing)) if perishing else None,
        meets=b"" if wanted.paper else wanted.meets[:16],
    )


def _kept_here(case: UUID, chosen: tuple[UUID, ...]) -> dict[LeftOut, int]:
    """The exhibits that were not chosen; and of those that were, the custody record of before."""
    rows = Exhibit.objects.filter(case_id=case).exclude(id__in=chosen)
    withheld = rows.filter(state__in=NEVER_OPENED).count()
    found: dict[LeftOut, int] = {"exhibits": rows.count() - withheld, "child": withheld, "custody": int(bool(chosen))}
    return {kind: number for kind, number in found.items() if number}


def _stands(actor: Actor, found: OpenRequest, file: Case, today: date) -> Ask:
    """The ask that was looked at, if its ground still stands today; its days run from today. What goes is what was seen."""
    ask = found.about.ask
    kind, answer = own_kind(actor.organisation), _answer(file, today)
    basis = basis_of(answer, ask.basis.path, ask.measure, kind, load(), states=own_states())
    by_hand = ask.plan.answer_by if ask.plan.from_ == "asker" else None
    days = plan(ask.measure, basis, today, load(), urgent=ask.urgent, answer_by=by_hand)
    return msgspec.structs.replace(ask, basis=basis, plan=days, kind=kind)


def _answer(file: Case, today: date) -> PathsAnswer:
    worked = worked_out(file, load(), today)
    if worked.fault is not None:
        raise worked.fault
    return worked.answer


def new_figure(organisation: UUID, ask: Ask, today: date, *, ours: bool, case: UUID | None = None) -> RequestFigure:
    """`case`: one that has requests already: they count as one in the figures told to others."""
    others = Request.objects.filter(figure__isnull=False).values_list("figure__of_case", flat=True)
    return RequestFigure.objects.create(
        organisation_id=organisation, ours=ours, asking=ask.basis.asking, asked=ask.basis.asked, measure=ask.measure,
        asked_on=today, due_on=ask.plan.answer_by, of_case=(others.filter(case_id=case).first() if case else None) or uuid4(),
    )  # fmt: skip


def reference_of(request: UUID) -> str:
    """By which both sides speak of it on the telephone."""
    return f"R-{request.hex[:8].upper()}"
