"""Search over what the person may see. By POST alone: what was looked for stands in no address, no history, no log."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from longarm.casework.actor import Actor
from longarm.casework.day.search import Hit, search
from longarm.errors import BadInput
from longarm.texts import Language, say
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show


class HitShown(NamedTuple):
    id: UUID
    called: str
    reference: str
    stage: str
    urgent: bool
    where: str


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def searching(request: HttpRequest, actor: Actor) -> HttpResponse:
    if request.method != "POST":
        return show(request, "search.html", actor, here="search")
    words, language = request.POST.get("words", ""), spoken(request)
    try:
        found = search(actor, words)
    except BadInput as fault:
        return show(request, "search.html", actor, fault, here="search", words=words)
    hits = [_shown(hit, language) for hit in found.hits]
    return show(request, "search.html", actor, here="search", words=words, found=found, hits=hits)


def _shown(hit: Hit, language: Language) -> HitShown:
    where = ("، " if language == "ar" else ", ").join(say(f"work-where-{part}", language) for part in hit.where)
    return HitShown(hit.case, hit.called, hit.reference, hit.stage, hit.urgent, where)
