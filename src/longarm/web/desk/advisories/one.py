"""One advisory of ours: read, told, revoked, handed on as a file that others' tools read."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from longarm.casework.actor import Actor
from longarm.casework.exchange.advisories.telling import advisory_of, revoke, tell
from longarm.casework.refusals import NotAllowed
from longarm.errors import LongarmError
from longarm.exchange.feeds.hash_list import write_list
from longarm.exchange.feeds.misp import event
from longarm.exchange.feeds.stix import bundle
from longarm.web.desk.advisories.shown import shown
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.exhibits.downloads import attached
from longarm.web.desk.page import show


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def one(request: HttpRequest, actor: Actor, advisory_id: UUID) -> HttpResponse:
    """POST `do`: tell or revoke."""
    fault: LongarmError | None = None
    status = 200
    if request.method == "POST":
        if request.POST.get("do") == "revoke":
            revoke(actor, advisory_id)
            return redirect("/desk/advisories/")
        try:
            tell(actor, advisory_id)
            return redirect(f"/desk/advisories/{advisory_id}/")
        except NotAllowed as found:
            fault, status = found, 403
    view = advisory_of(actor, advisory_id)
    words = shown(view.advisory, spoken(request))
    return show(request, "advisories/one.html", actor, fault, status, here="advisories", view=view, said=words)


@require_safe
@signed_in
def file(_request: HttpRequest, actor: Actor, advisory_id: UUID, form: str) -> HttpResponseBase:
    """`stix.json`, `misp.json` or `hashes.txt`, of what was told only: a draft is nobody's yet."""
    view = advisory_of(actor, advisory_id)
    if view.state == "draft":
        raise Http404
    match form:
        case "stix.json":
            answer = HttpResponse(bundle([view.advisory]), content_type="application/stix+json;version=2.1")
        case "misp.json":
            answer = HttpResponse(event(view.advisory), content_type="application/json")
        case "hashes.txt":
            answer = HttpResponse(write_list(view.advisory.signs), content_type="text/plain; charset=us-ascii")
        case _:
            raise Http404
    return attached(answer, f"advisory-{form}")
