"""The form in which an advisory is written, from one case."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from longarm.casework.actor import Actor
from longarm.casework.exchange.advisories.telling import may_stand, write
from longarm.errors import BadInput, LongarmError
from longarm.exchange.feeds.advisory import Reach
from longarm.texts import LANGUAGES, say
from longarm.web.desk.advisories.shown import kind_word
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show

_REACHES: tuple[Reach, ...] = ("amber", "green", "clear")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def writing(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    sent, language = request.POST, spoken(request)
    fault: LongarmError | None = None
    if request.method == "POST":
        try:
            written = write(
                actor,
                case_id,
                title=sent.get("title", ""),
                words=sent.get("words", ""),
                language=next((one for one in LANGUAGES if one == sent.get("in")), language),
                chosen=sent.getlist("sign"),
                reach=next((one for one in _REACHES if one == sent.get("reach")), "amber"),
                states=tuple(sent.get("states", "").upper().replace(",", " ").split())[:60],
                reason=sent.get("reason", ""),
            )
            return redirect(f"/desk/advisories/{written}/")
        except BadInput as found:
            fault = found
    return show(
        request,
        "advisories/write.html",
        actor,
        fault,
        here="cases",
        case_id=case_id,
        signs=[(one.identifier, kind_word(one.sign.kind, language), one.sign.value) for one in may_stand(actor, case_id)],
        ticked=sent.getlist("sign"),
        reaches=[(one, say(f"advisory-reach-{one}", language)) for one in _REACHES],
        form=sent,
        spoken_in=sent.get("in", language),
    )
