"""What we told, what others told: one list each, and a form that reads a file of theirs."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from longarm.casework.actor import Actor
from longarm.casework.exchange.advisories.given import Form
from longarm.casework.exchange.advisories.hearing import Taken, forget, hear, heard
from longarm.casework.exchange.advisories.telling import advisories
from longarm.errors import BadInput, LongarmError
from longarm.exchange.feeds.foreign import MAX_BYTES
from longarm.web.desk.advisories.shown import shown
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show
from longarm.web.desk.parsing import with_files
from longarm.web.uploads import Held, HeldUpload


@with_files(lambda *_, **__: HeldUpload(MAX_BYTES))
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def listed(request: HttpRequest, actor: Actor) -> HttpResponse:
    taken: Taken | None = None
    fault: LongarmError | None = None
    if request.method == "POST":
        try:
            taken = _read(request, actor)
        except BadInput as found:
            fault = found
    language = spoken(request)
    ours = [(view, shown(view.advisory, language)) for view in advisories(actor)]
    theirs = [(view, shown(view.advisory, language)) for view in heard(actor)]
    passed_over = sum(taken.passed_over.values()) if taken else 0
    return show(
        request, "advisories/list.html", actor, fault, here="advisories", ours=ours, theirs=theirs, taken=taken,
        passed_over=passed_over,
    )  # fmt: skip


@require_POST
@signed_in
def forgetting(_request: HttpRequest, actor: Actor, heard_id: UUID) -> HttpResponse:
    forget(actor, heard_id)
    return redirect("/desk/advisories/#h-theirs")


def _read(request: HttpRequest, actor: Actor) -> Taken:
    file = request.FILES.get("file")
    form: Form = next((one for one in get_args(Form) if one == request.POST.get("form")), "stix")
    if not isinstance(file, Held) or not file.data:
        raise BadInput("advisory-no-file")
    return hear(actor, file.data, form, request.POST.get("source", ""), same_way=request.POST.get("same_way") == "yes")
