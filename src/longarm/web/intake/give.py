"""Files of who came back: a whole one from a plain form, or in pieces that go on after the line dropped, answered as JSON."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse

from longarm.casework.intake import giving
from longarm.casework.intake.returns import Holder
from longarm.errors import LongarmError
from longarm.texts import Language
from longarm.web.intake.returned import show_page
from longarm.web.intake.taking import Taking
from longarm.web.refusals import status_of
from longarm.web.uploads import Arrived, Held

PIECES = ("begin", "piece", "arrived", "finish")


def give(request: HttpRequest, language: Language, who: Holder, token: str) -> HttpResponse:
    """Files of a plain form, which have arrived by now or were refused."""
    taking = next((handler for handler in request.upload_handlers if isinstance(handler, Taking)), None)
    came = any(isinstance(file, Arrived) for files in request.FILES.lists() for file in files[1])
    fault = taking.refused if taking else None
    return show_page(
        request, language, who, token, "files", kept=came and not fault, fault=fault, status=status_of(fault) if fault else 200
    )


def cancel(request: HttpRequest, language: Language, who: Holder, token: str) -> HttpResponse:
    giving.cancel(who, _upload(request))
    return show_page(request, language, who, token, "files")


def piece(request: HttpRequest, language: Language, who: Holder) -> HttpResponse:
    """One step of a file in pieces: `{"upload": …, "arrived": …}`; or what is wrong and, where it helps, where to go on."""
    form, do = request.POST, request.POST["do"]
    try:
        if do == "begin":
            upload, arrived = giving.begin(who, form.get("name", ""), _number(form.get("size"))), 0
        else:
            upload = _upload(request)
            arrived = _step(request, who, upload, do)
    except LongarmError as fault:
        known = {"arrived": fault.arrived} if isinstance(fault, giving.WrongOffset) else {}
        again = isinstance(fault, giving.BeginAgain)
        return JsonResponse({"error": fault.in_language(language), "again": again, **known}, status=status_of(fault))
    return JsonResponse({"upload": str(upload), "arrived": arrived})


def _step(request: HttpRequest, who: Holder, upload: UUID, do: str) -> int:
    if do == "piece":
        held = request.FILES.get("piece")
        data = held.data if isinstance(held, Held) else b""
        return giving.receive(who, upload, _number(request.POST.get("offset")), data)
    if do == "finish":
        giving.finish(who, upload)
    return giving.arrived(who, upload)


def _upload(request: HttpRequest) -> UUID:
    """The upload that the form names; a name that is none names no file of anybody's."""
    try:
        return UUID(request.POST.get("upload", ""))
    except ValueError:
        return UUID(int=0)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 16 else 0
