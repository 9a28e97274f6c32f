"""A new case: from a case file, a partner's or one's own, or from the first few things that are known."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from longarm.case.file import MAX_BYTES
from longarm.casework.actor import Actor
from longarm.casework.cases import open_case
from longarm.errors import BadInput
from longarm.web.desk.door import first_things
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show
from longarm.web.desk.parsing import with_files
from longarm.web.uploads import Held, HeldUpload


@with_files(lambda *_, **__: HeldUpload(MAX_BYTES))
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def new_case(request: HttpRequest, actor: Actor) -> HttpResponse:
    actor.must_work_cases()
    choices = first_things.choices(request)
    if request.method != "POST":
        return show(request, "new_case.html", actor, here="new", form={}, **choices)
    file = request.FILES.get("file")
    try:
        if isinstance(file, Held):
            opened = open_case(actor, file.data, file.name or "case")
        else:
            opened = open_case(actor, first_things.case_of(request.POST), "case")
    except BadInput as fault:
        return show(request, "new_case.html", actor, fault=fault, here="new", form=request.POST, **choices)
    return redirect(f"/desk/cases/{opened.id}/")
