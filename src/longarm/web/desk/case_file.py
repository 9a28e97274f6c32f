"""The case file itself, as text: read, corrected, saved as a new version. Errors name the line."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from longarm.case.file import parse_case, to_yaml
from longarm.casework.actor import Actor
from longarm.casework.cases import read_case, save_case
from longarm.errors import BadInput
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def case_file(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    at = read_case(actor, case_id)
    about: dict[str, Any] = {"here": "cases", "case_id": case_id, "reference": at.case.reference, "version": at.version}
    if request.method != "POST":
        return show(request, "file.html", actor, text=to_yaml(at.case), **about)
    actor.must_work_cases()
    text, version = request.POST.get("text", ""), request.POST.get("version", "")
    try:
        changed = parse_case(text, "case.yaml").case
        save_case(actor, case_id, changed, int(version) if version.isdecimal() else 0)
    except BadInput as fault:
        return show(request, "file.html", actor, fault=fault, text=text, **{**about, "version": version})
    return redirect(f"/desk/cases/{case_id}/")
