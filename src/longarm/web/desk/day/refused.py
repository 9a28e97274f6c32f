"""Refusals: written down on the case page, counted by reason on a page of their own, without a name."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from longarm.case.vocabulary import REASONS
from longarm.case.when import UNKNOWN, When
from longarm.casework.actor import Actor
from longarm.casework.day.refused import Refused, count_refusals, record_refusal
from longarm.errors import BadInput
from longarm.texts import Language
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.happened import word
from longarm.web.desk.page import show

# Who withdrew was not refused: that word is for the other side of the count.
OFFERED: Final = tuple(reason for reason in REASONS if reason != "withdrawn")


@require_POST
@signed_in
def refusing(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """`by`: the body; `on`: the day, the month or the year as it is known, or nothing; `reason`; `words`; `version`."""
    sent, version = request.POST, request.POST.get("version", "")
    refused = Refused(
        by=sent.get("by", ""), at=_when(sent.get("on", "")), reason=sent.get("reason", ""), words=sent.get("words", "")
    )
    record_refusal(actor, case_id, refused, int(version) if version.isdecimal() and len(version) < 10 else 0)
    return redirect(f"/desk/cases/{case_id}/#h-happened")


@require_safe
@signed_in
def refusals(request: HttpRequest, actor: Actor) -> HttpResponse:
    counted = count_refusals(actor)
    rows = [(word("reason", reason, spoken(request)), number) for reason, number in counted.reasons.items()]
    return show(request, "refusals.html", actor, here="refusals", counted=counted, rows=rows)


def reasons(language: Language) -> list[tuple[str, str]]:
    """What the form offers."""
    return [(reason, word("reason", reason, language) or reason) for reason in OFFERED]


def _when(text: str) -> When:
    try:
        return When.parse(text.strip()) if text.strip() else UNKNOWN
    except ValueError:
        raise BadInput("desk-no-day", day=text[:20]) from None
