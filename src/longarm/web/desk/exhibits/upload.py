"""Exhibits in: encrypted while the bytes arrive, then left to the worker to be read, identified and sealed."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.people.visits import actor_of
from longarm.casework.proof.bundles import seal_case
from longarm.casework.proof.exhibits import Receiving, receive
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.work.jobs import queue_reading, queue_sealing
from longarm.errors import BadInput
from longarm.web.desk.door.visit import COOKIE, signed_in
from longarm.web.desk.parsing import with_files
from longarm.web.uploads import Arrived, SealedUpload


def _into_vault(request: HttpRequest, case_id: UUID) -> SealedUpload:
    """Who asks and whether the case is theirs is settled before the first byte is read."""
    actor = actor_of(request.COOKIES.get(COOKIE))
    actor.must_work_cases()
    return SealedUpload(lambda: receive(actor, case_id))


@with_files(_into_vault)
@require_POST
@signed_in
def upload(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """Every file of the form becomes an exhibit. One: to its page, which shows it being read; several: to the case."""
    files = [file for file in request.FILES.getlist("files") if isinstance(file, Arrived)]
    if not files:
        raise BadInput("desk-no-file")
    given_by = request.POST.get("received_from", "").strip() or None
    made = [cast(Receiving, file.sink).finish(file.name or "-", given_by, received_how="desk") for file in files]
    for exhibit in made:
        if not queue_reading(actor, exhibit):
            process_exhibit(actor, exhibit)
    if not queue_sealing(actor, case_id):
        seal_case(actor, case_id)
    return redirect(f"/desk/exhibits/{made[0]}/" if len(made) == 1 else f"/desk/cases/{case_id}/")
