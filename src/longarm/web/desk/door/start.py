"""`/desk/`: to set-up on an empty node, to the cases for who is signed in, to the door for everybody else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from longarm.casework.people.organisations import is_empty
from longarm.web.desk.door.visit import COOKIE
from longarm.web.desk.page import show


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    if is_empty():
        return show(request, "first.html")
    return redirect("/desk/cases/" if request.COOKIES.get(COOKIE) else "/desk/sign-in/")
