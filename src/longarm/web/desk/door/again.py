"""The form of an act that weighs asks for the passphrase too, unless it was given a few minutes ago (`desk/again.html`)."""

from __future__ import annotations

from django.http import HttpRequest

from longarm.casework.actor import Actor
from longarm.casework.people.prove_again import prove_again
from longarm.casework.people.visits import actor_of
from longarm.web.desk.door.visit import COOKIE


def proved(request: HttpRequest, actor: Actor) -> Actor:
    """The actor, fresh. The visit has a new cookie then, which `signed_in` gives to the browser.

    Raises ProveAgain where the form holds no passphrase, BadInput where it or the code is wrong.
    """
    if actor.fresh:
        return actor
    given = request.POST
    cookie = prove_again(request.COOKIES.get(COOKIE), given.get("again_passphrase", ""), given.get("again_code", ""))
    request.COOKIES[COOKIE] = cookie
    return actor_of(cookie)
