"""What was deleted: the certificates of the organisation, each to take away and to check with openssl; and what ends soon."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from longarm.casework.actor import Actor
from longarm.casework.life.certificate import certificate_file
from longarm.casework.life.deletion import Certificate, DeletionView, deletions
from longarm.casework.people.organisations import colleagues
from longarm.texts import Language, say
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.exhibits.downloads import attached
from longarm.web.desk.page import show


class DeletionShown(NamedTuple):
    certificate: Certificate
    why: str
    by: str | None
    rows: int


@require_safe
@signed_in
def listed(request: HttpRequest, actor: Actor) -> HttpResponse:
    seen, language = deletions(actor), spoken(request)
    names = {str(one.id): one.name for one in colleagues(actor)}
    return show(request, "deletions.html", actor, here="deletions", rows=[_shown(one, names, language) for one in seen])


@require_safe
@signed_in
def certificate(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    made = certificate_file(actor, case_id, spoken(request))
    response = HttpResponse(made.data, content_type="application/zip")
    attached(response, made.name)
    return response


def _shown(view: DeletionView, names: dict[str, str], language: Language) -> DeletionShown:
    made = view.certificate
    return DeletionShown(made, say(f"life-why-{made.why}", language), names.get(made.by or ""), sum(made.rows.values()))
