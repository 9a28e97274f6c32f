"""The whole of the public pages at one address: every form says in its body what it is about, nothing stands in the address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from longarm.casework.intake.returns import Gone, Holder, holder_of, leave
from longarm.errors import LongarmError
from longarm.texts import Language
from longarm.web.intake import give, returned
from longarm.web.intake.answers import begun, unsigned
from longarm.web.intake.enter import ask_code, enter
from longarm.web.intake.page import show_screen
from longarm.web.intake.screens import NAMED
from longarm.web.intake.send import send
from longarm.web.intake.taking import Taking
from longarm.web.intake.walk import walk
from longarm.web.language import as_language, preferred
from longarm.web.refusals import status_of

Act = Callable[[HttpRequest, Language, Holder, str], HttpResponse]
_ACTS: Final[dict[str, tuple[Act, str]]] = {  # with the section that a refusal is said on
    "write": (returned.write, "page"),
    "wish": (returned.wish, "reach"),
    "allow": (returned.allow, "consents"),
    "keep_closed": (returned.keep_closed, "escrow"),
    "invited": (returned.invite, "invite"),
    "withdrawn": (returned.withdraw, "withdraw"),
    "give": (give.give, "files"),
    "cancel": (give.cancel, "files"),
}


@csrf_exempt  # there is no cookie and no account here: nothing that a forged form could borrow
@require_http_methods(["GET", "HEAD", "POST"])
def visit(request: HttpRequest) -> HttpResponse:
    """GET: the first screen. POST: what the form asks for, from its signed answers or its token."""
    if request.method != "POST":
        return show_screen(request, preferred(request), begun())
    taking = Taking()
    request.upload_handlers = [taking]
    try:
        return _posted(request)
    finally:
        taking.discard()


def _posted(request: HttpRequest) -> HttpResponse:
    language = _language(request)
    do = request.POST.get("do", "")
    if do == "leave":
        leave(request.POST.get("token"))
        return HttpResponseRedirect("/", status=303)
    if "token" in request.POST:
        return _came_back(request, language, do)
    if do == "code":
        return ask_code(request, language)
    if do == "enter":
        return enter(request, language)
    answers = unsigned(request.POST.get("state"))
    if do == "start" or answers is None or answers.screen not in NAMED:
        too_old = do != "start" and "state" in request.POST
        kept = begun().written(request.POST.get("words", "")) if too_old else begun()  # hours of writing are not thrown away
        return show_screen(request, language, kept, too_old=too_old)
    return send(request, language, answers) if do == "send" else walk(request, language, answers)


def _language(request: HttpRequest) -> Language:
    """The one whose button was pressed, else the one the form is written in, else what the browser prefers."""
    form = request.POST
    return as_language(form.get("speak")) or as_language(form.get("language")) or preferred(request)


def _came_back(request: HttpRequest, language: Language, do: str) -> HttpResponse:
    """What the holder of the form's token does; a visit that has ended asks for the code again."""
    token = request.POST["token"]
    try:
        who = holder_of(token)
    except Gone as fault:
        if do in give.PIECES:
            return JsonResponse({"error": fault.in_language(language)}, status=401)
        return ask_code(request, language, fault, 401)
    if do in give.PIECES:
        return give.piece(request, language, who)
    act, section = _ACTS.get(do, (None, do))
    if act is None:
        return returned.show_page(request, language, who, token, section)
    try:
        return act(request, language, who, token)
    except LongarmError as fault:
        return returned.show_page(request, language, who, token, section, fault=fault, status=status_of(fault))
