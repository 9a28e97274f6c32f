"""Requests between nodes on the desk: the list, the form behind a path's card, one request with its timeline.
Long: all acts on a request, a few lines each.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final, cast, get_args
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from longarm.casework.actor import Actor
from longarm.casework.exchange.requests import acting, drafting, looking
from longarm.casework.exchange.requests.agreement import agreement_on, ask_to_answer_with
from longarm.casework.exchange.requests.graphing import graph_of
from longarm.casework.exchange.requests.offering import offer, roads
from longarm.casework.exchange.requests.opened import open_request
from longarm.casework.exchange.requests.showing import Which, list_requests, read_request
from longarm.casework.exchange.requests.unopened import withhold_unopened
from longarm.casework.people.visits import actor_of
from longarm.casework.proof.exhibits import Receiving, receive
from longarm.casework.proof.withheld import Known
from longarm.casework.refusals import Conflict, NotAllowed
from longarm.casework.work.jobs import queue_reading
from longarm.errors import BadInput
from longarm.exchange.request.states import ACTS, Act
from longarm.exchange.request.words import MEASURES, REASONS
from longarm.law.load import load
from longarm.texts import Language, say
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import COOKIE, signed_in
from longarm.web.desk.exchange.request_shown import lines, shown
from longarm.web.desk.exhibits.downloads import attached
from longarm.web.desk.page import show
from longarm.web.desk.parsing import with_files
from longarm.web.path_sentences import title
from longarm.web.uploads import Arrived, SealedUpload

WHICH: Final[tuple[Which, ...]] = get_args(Which)


@require_safe
@signed_in
def requests(request: HttpRequest, actor: Actor) -> HttpResponse:
    language = spoken(request)
    which: Which = next((one for one in WHICH if one == request.GET.get("show")), "open")
    found = lines(list_requests(actor, timezone.localdate(), which), language)
    filters = [(one, say("request-show", language, which=one)) for one in WHICH]
    return show(request, "exchange/requests.html", actor, here="requests", lines=found, which=which, filters=filters)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def new(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """POST: a draft, which is looked at before it is sent. `to` without `path` (as from a hit): a path is chosen first."""
    path_id, language = request.POST.get("path") or request.GET.get("path") or "", spoken(request)
    to, meets = request.GET.get("to", ""), request.GET.get("meets", "")
    if to and not path_id:
        return _roads(request, actor, case_id, to)
    fault: BadInput | None = None
    if not path_id:  # typed by hand: the paths stand on the page of the case
        return redirect(f"/desk/cases/{case_id}/")
    if request.method == "POST":
        try:
            made = drafting.draft(actor, case_id, _wanted(request, path_id, language))
            return redirect(f"/desk/exchange/requests/{made}/")
        except BadInput as refused:
            if type(refused) not in (BadInput, NotAllowed):
                raise
            fault = refused
    found = offer(actor, case_id, path_id, timezone.localdate())
    facts: dict[str, Any] = {
        "case_id": case_id,
        "offer": found,
        "title": title(found.path, None, load(), language),
        "measures": [(one, say("request-measure", language, measure=one)) for one in found.measures],
        "why_not_more": say("request-kind-why", language, kind=found.kind),
        "given": request.POST or {"to": to, "meets": meets},
        "ticked": [one.id for one in found.exhibits if str(one.id) in request.POST.getlist("exhibits")],
    }
    return show(request, "exchange/request_new.html", actor, fault, here="cases", **facts)


def _roads(request: HttpRequest, actor: Actor, case_id: UUID, to: str) -> HttpResponse:
    found, language = roads(actor, case_id, to, timezone.localdate()), spoken(request)
    facts: dict[str, Any] = {
        "case_id": case_id,
        "node": found.node,
        "paths": [(path, title(path, None, load(), language)) for path in found.paths],
        "why": say("request-kind-why", language, kind=found.kind),
        "meets": request.GET.get("meets", ""),
    }
    return show(request, "exchange/request_roads.html", actor, here="cases", **facts)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def one(request: HttpRequest, actor: Actor, request_id: UUID) -> HttpResponse:
    """POST: `do` an act of the table of states; `words`, `reason`, `exhibits`. `do` = ask-two: a second person first."""
    fault: BadInput | None = None
    if request.method == "POST":
        try:
            _do(request, actor, request_id)
            return redirect(f"/desk/exchange/requests/{request_id}/")
        except BadInput as refused:
            if type(refused) not in (BadInput, Conflict, NotAllowed):
                raise
            actor.must_work_cases()
            fault = refused
    language = spoken(request)
    view = read_request(actor, request_id, timezone.localdate())
    status = 409 if isinstance(fault, Conflict) else 200
    facts = {**shown(view, language), "view": view, "two": agreement_on(actor, request_id), "given": request.POST}
    return show(request, "exchange/request.html", actor, fault, status, here="requests", **facts)


@require_POST
@signed_in
def graph(_: HttpRequest, actor: Actor, request_id: UUID) -> HttpResponseBase:
    """A POST, as it stands in the record that somebody took it out."""
    name, data = graph_of(actor, request_id)
    return attached(HttpResponse(data, content_type="application/ld+json"), name)


def _into_vault(request: HttpRequest, request_id: UUID) -> SealedUpload:
    """Who asks and whether the request is theirs is settled before the first byte is read."""
    actor = actor_of(request.COOKIES.get(COOKIE))
    actor.must_work_cases()
    case = open_request(actor, request_id).case.id
    return SealedUpload(lambda: receive(actor, case))


@with_files(_into_vault)
@require_POST
@signed_in
def paper(request: HttpRequest, actor: Actor, request_id: UUID) -> HttpResponse:
    """What came by post: `do`, `words`, `reason`, and the scanned paper as `files`."""
    sent = request.POST
    what: Act | None = next((act for act in ACTS if act == sent.get("do")), None)
    if what is None:
        raise BadInput("request-none")
    files = [file for file in request.FILES.getlist("files") if isinstance(file, Arrived)]
    scans = tuple(acting.Scan(cast(Receiving, file.sink), file.name or "-") for file in files)
    reason = next((one for one in REASONS if one == sent.get("reason")), None) if what == "refuse" else None
    for exhibit in acting.note_paper(actor, request_id, what, sent.get("words", ""), reason=reason, scans=scans):
        queue_reading(actor, exhibit)
    return redirect(f"/desk/exchange/requests/{request_id}/")


@require_POST
@signed_in
def unopened(request: HttpRequest, actor: Actor, request_id: UUID) -> HttpResponse:
    """`where`, `how`: what is known without opening what came along."""
    known = Known(where=request.POST.get("where", "").strip(), how=request.POST.get("how", "").strip())
    first, *_ = withhold_unopened(actor, request_id, known)
    return redirect(f"/desk/exhibits/{first}/withheld/")


def _do(request: HttpRequest, actor: Actor, request_id: UUID) -> None:
    sent = request.POST
    if sent.get("do") == "ask-two":
        ask_to_answer_with(actor, request_id, _ids(sent.getlist("exhibits")), sent.get("why", ""))
        return
    what: Act | None = next((act for act in ACTS if act == sent.get("do")), None)
    if what is None:
        raise BadInput("request-none")
    words, reason = sent.get("words", ""), next((one for one in REASONS if one == sent.get("reason")), None)
    if what == "send":
        drafting.send(actor, request_id)
    elif what == "verify":
        for exhibit in looking.look(actor, request_id):
            queue_reading(actor, exhibit)
    else:
        reason = reason if what == "refuse" else None
        acting.act(actor, request_id, what, words, reason=reason, exhibits=_ids(sent.getlist("exhibits")))


def _wanted(request: HttpRequest, path: str, language: Language) -> drafting.Wanted:
    sent = request.POST
    day = sent.get("answer_by", "")
    try:
        answer_by = date.fromisoformat(day) if day else None
    except ValueError:
        raise BadInput("desk-no-day", day=day[:20]) from None
    return drafting.Wanted(
        path=path,
        measure=next((one for one in MEASURES if one == sent.get("measure")), "other"),
        words=sent.get("words", ""),
        peer=sent.get("to", ""),
        authority=sent.get("authority", "")[:300],
        paper=sent.get("to") == "paper",
        exhibits=_ids(sent.getlist("exhibits")),
        name_complainant=bool(sent.get("name")),
        urgent=bool(sent.get("urgent")),
        tell=bool(sent.get("tell")),
        agreed=sent.get("agreed", "")[:1000],
        answer_by=answer_by,
        language=language,
        meets=_met(sent.get("meets", ""), sent.get("to", "")),
    )


def _met(given: str, to: str) -> bytes:
    """`fingerprint.reference` as a hit names them; for that node only. Nothing where it is not so written."""
    whose, _, reference = given.partition(".")
    try:
        return bytes.fromhex(reference) if whose == to else b""
    except ValueError:
        return b""


def _ids(given: list[str]) -> tuple[UUID, ...]:
    try:
        return tuple(UUID(one) for ids in given for one in ids.split(","))  # those agreed to together are one tick
    except ValueError:
        raise BadInput("casework-no-such-exhibit") from None
