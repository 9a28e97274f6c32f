"""Seals what a case holds into a new bundle."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.proof.bundles import seal_case
from longarm.casework.work.jobs import queue_sealing
from longarm.web.desk.door.visit import signed_in


@require_POST
@signed_in
def seal(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:  # noqa: ARG001 - Django's signature
    actor.must_work_cases()
    if not queue_sealing(actor, case_id):
        seal_case(actor, case_id)
    return redirect(f"/desk/cases/{case_id}/")
