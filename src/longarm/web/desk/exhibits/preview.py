"""Looking at an exhibit: a picture comes blurred, and clear only when a button is pressed; a text; a player; or nothing.

The clear picture has no address: it is part of the answer to a form, so nothing fetches it ahead, keeps it, or comes back to it.
"""

from __future__ import annotations

import base64
from typing import NamedTuple
from uuid import UUID

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from longarm.casework.actor import Actor
from longarm.casework.proof.showing import Preview, preview
from longarm.evidence.preview.picture import Picture
from longarm.texts import Language, say
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show

# On these two pages alone: pictures inside the page, players of our own.
_shows_exhibits = csp_update({"img-src": "data:", "media-src": SELF})


class PictureShown(NamedTuple):
    address: str  # the JPEG itself, as a data URL
    format: str
    width: int
    height: int
    animated: bool
    long: bool  # a conversation in one shot: shown at its full length
    taken: str | None
    device: str | None
    software: str | None
    place: str | None


@_shows_exhibits  # type: ignore[arg-type]  # the library types views without arguments only
@require_safe
@signed_in
def blurred(request: HttpRequest, actor: Actor, exhibit_id: UUID) -> HttpResponse:
    return _page(request, actor, preview(actor, exhibit_id, number=_number(request.GET.get("file"))))


@_shows_exhibits  # type: ignore[arg-type]  # the library types views without arguments only
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def clear(request: HttpRequest, actor: Actor, exhibit_id: UUID) -> HttpResponse:
    """Whoever comes by any other way than the button (a copied address, a change of language) sees it blurred."""
    if request.method != "POST":
        return redirect(f"/desk/exhibits/{exhibit_id}/preview/")
    return _page(request, actor, preview(actor, exhibit_id, clear=True, number=_number(request.POST.get("file"))))


def _page(request: HttpRequest, actor: Actor, seen: Preview) -> HttpResponse:
    refused = _refused(seen.refused, spoken(request)) if seen.refused else None
    picture = _picture(seen.picture) if seen.picture else None
    number = _number(request.POST.get("file") or request.GET.get("file"))
    address = f"/desk/exhibits/{seen.exhibit.id}/preview/"
    return show(
        request,
        "preview.html",
        actor,
        here="cases",
        seen=seen,
        exhibit=seen.exhibit,
        picture=picture,
        refused=refused,
        address=address,
        again=address if number is None else f"{address}?file={number}",
        number=number,
    )


def _number(asked: str | None) -> int | None:
    """The place of a file in an archive; what is no number asks for the archive itself."""
    return int(asked) if asked and asked.isdecimal() and asked.isascii() and len(asked) < 7 else None


def _refused(code: str, language: Language) -> str:
    return say(f"preview-refused-{code}", language)


def _picture(made: Picture) -> PictureShown:
    said = made.said
    place = f"{said.latitude}, {said.longitude}" if said.latitude is not None else None
    address = "data:image/jpeg;base64," + base64.b64encode(made.jpeg).decode()
    return PictureShown(
        address=address,
        format=made.format,
        width=made.width,
        height=made.height,
        animated=made.animated,
        long=made.height > 3 * made.width,
        taken=said.taken,
        device=said.device,
        software=said.software,
        place=place,
    )
