"""Figures on the desk: the table across nodes, our own to tell, others' to take in; the table for other programs."""

from __future__ import annotations

from typing import Literal

import msgspec
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from longarm.casework.actor import Actor
from longarm.casework.exchange.figures.hearing import hear
from longarm.casework.exchange.figures.reading import own_lines, table
from longarm.casework.exchange.figures.telling import draw, file_of, nodes_to_tell, quarters, tell
from longarm.casework.exchange.members import called
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput
from longarm.exchange.figures.document import lines_of_csv
from longarm.exchange.figures.file import MAX_FILE
from longarm.typed_yaml import encode
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.exchange.figures_shown import quarter_word, rows, shown, to_tell
from longarm.web.desk.exhibits.downloads import attached
from longarm.web.desk.page import show
from longarm.web.desk.parsing import with_files
from longarm.web.uploads import Held, HeldUpload


@with_files(lambda *_, **__: HeldUpload(MAX_FILE))
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def figures(request: HttpRequest, actor: Actor) -> HttpResponse:
    """POST: `do` draw or tell with `quarter`, or hear with `file`."""
    fault: BadInput | None = None
    taken: tuple[str, str] | None = None
    if request.method == "POST":
        try:
            taken = _do(request, actor)
            if taken is None:
                return redirect("/desk/exchange/figures/#h-ours")
        except BadInput as refused:
            if type(refused) not in (BadInput, Conflict):
                raise
            fault = refused
    language, quarter = spoken(request), request.GET.get("quarter", "")
    facts = shown(table(actor, quarter), language)
    if actor.role == "coordinator":
        facts |= {"to_tell": to_tell(quarters(timezone.localdate()), language), "nodes": nodes_to_tell()}
    if actor.role in ("coordinator", "auditor"):
        facts |= {"house": rows(own_lines(actor, quarter), language), "keeps_house": True}
    status = 409 if isinstance(fault, Conflict) else 200
    return show(request, "exchange/figures.html", actor, fault, status, here="figures", taken=taken, **facts)


@require_safe
@signed_in
def table_file(request: HttpRequest, actor: Actor, form: Literal["csv", "json"]) -> HttpResponseBase:
    found = table(actor, request.GET.get("quarter", ""))
    if form == "csv":
        answer = HttpResponse(lines_of_csv(found.lines), content_type="text/csv; charset=utf-8; header=present")
    else:
        answer = HttpResponse(msgspec.json.encode(found.document, enc_hook=encode), content_type="application/json")
    return attached(answer, f"figures.{form}")


@require_safe
@signed_in
def signed_file(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What this node told of `quarter`, for a member that no letter reaches."""
    data = file_of(actor, request.GET.get("quarter", ""))
    return attached(HttpResponse(data, content_type="application/json"), "figures-signed.json")


def _do(request: HttpRequest, actor: Actor) -> tuple[str, str] | None:
    """Which quarter of whom was taken in; None after what is seen by itself."""
    if request.POST.get("do") == "draw":
        never = request.POST.get("never") == "yes"
        draw(actor, request.POST.get("quarter", ""), timezone.localdate(), never=never)
    elif request.POST.get("do") == "tell":
        tell(actor, request.POST.get("quarter", ""), timezone.now())
    else:
        file = request.FILES.get("file")
        if not isinstance(file, Held) or not file.data:
            raise BadInput("figure-no-file")
        heard = hear(actor, file.data)
        return quarter_word(heard.published.period, spoken(request)), called(heard.fingerprint)
    return None
