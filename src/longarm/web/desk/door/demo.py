"""Look around: the demonstration is loaded in the language of the page, and the visitor is inside."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from longarm.casework.demo.look_around import look_around
from longarm.casework.people.visits import sign_in
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import open_visit


@require_POST
def demo(request: HttpRequest) -> HttpResponse:
    door = look_around(spoken(request))
    response = redirect("/desk/cases/")
    open_visit(response, sign_in(door.name, door.passphrase))
    return response
