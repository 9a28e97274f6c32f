"""A series for the prosecutor: what the page of the series offers, the question to a second person, the bundle itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.after_restore import to_be_answered
from longarm.casework.matches.exporting import Chosen, ask_for_series, export_series, standing
from longarm.casework.matches.leaving import FEWEST, Leaving, named_by
from longarm.texts import LANGUAGES, Language
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.exhibits.downloads import attached

_BLOCK: Final = 1 << 18


class Offer(NamedTuple):
    """`seen` names the cases that would go. `ways`: with exhibits or without, and how the question to a second person stands;
    `two`: whether it takes one. `restored`: consents that a restore brought back do not count yet."""

    plan: Leaving
    going: int
    enough: bool
    seen: UUID
    two: bool
    ways: tuple[tuple[str, str], ...]
    languages: tuple[Language, ...]
    language: Language
    restored: bool


def offer(actor: Actor, plan: Leaving, language: Language) -> Offer:
    ways = tuple(("yes" if exhibits else "no", standing(actor, plan, exhibits=exhibits)) for exhibits in (False, True))
    two = ways[0][1] != "free"
    enough = len(plan.cases) >= FEWEST
    seen = named_by(plan.ids, exhibits=False)
    restored = to_be_answered(actor) is not None
    return Offer(plan, len(plan.cases), enough, seen, two, ways if two else (), LANGUAGES, language, restored)


@require_POST
@signed_in
def export(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponseBase:
    """`seen`, `in`: language of the paper; `exhibits`, `asked`: ticks. `do` = ask, with `reason`: a second person first."""
    chosen = _chosen(request)
    if request.POST.get("do") == "ask":
        ask_for_series(actor, case_id, chosen, request.POST.get("reason", ""))
        return _back(case_id)
    handed = export_series(actor, case_id, chosen)
    response = StreamingHttpResponse(_Blocks(handed.file), content_type="application/zip")
    response.headers["Content-Length"] = str(handed.size)
    return attached(response, handed.name)


def _back(case: UUID) -> HttpResponse:
    return redirect(f"/desk/series/{case}/#h-export")


def _chosen(request: HttpRequest) -> Chosen:
    told = request.POST
    language = next((one for one in LANGUAGES if one == told.get("in")), spoken(request))
    try:
        seen = UUID(told.get("seen", ""))
    except ValueError:
        seen = None
    return Chosen(seen, language, exhibits=told.get("exhibits") == "yes", asked=told.get("asked") == "yes")


class _Blocks:
    """A file as it is sent; closed also where the other side went away before the first byte, as no generator is."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def __iter__(self) -> Iterator[bytes]:
        while block := self._file.read(_BLOCK):
            yield block

    def close(self) -> None:
        self._file.close()
