"""Asks the node's authorities for a time-stamp over the newest bundle: only a hash leaves."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.proof.stamps import stamp_case
from longarm.casework.work.jobs import queue_stamping
from longarm.web.desk.door.visit import signed_in


@require_POST
@signed_in
def stamp(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:  # noqa: ARG001 - Django's signature
    actor.must_work_cases()
    if not queue_stamping(actor, case_id):
        stamp_case(actor, case_id)
    return redirect(f"/desk/cases/{case_id}/")
