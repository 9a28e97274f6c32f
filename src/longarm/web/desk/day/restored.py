"""After a restore: who coordinates answers for the consents that it brought back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.after_restore import answer
from longarm.errors import BadInput
from longarm.web.desk.door.visit import signed_in


@require_POST
@signed_in
def answering(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`looked`: the tick beside what is answered for."""
    actor.must_be("coordinator")
    if request.POST.get("looked") != "yes":
        raise BadInput("restore-not-looked")
    answer(actor)
    return redirect("/desk/today/")
