"""Two cases made one, one made two, a conversation moved: both sides are shown first, and a second press does it."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from longarm.casework.actor import Actor
from longarm.casework.day.both_sides import Side, conversation, side
from longarm.casework.day.inbox import inbox
from longarm.casework.day.joining import merge, move_conversation, split
from longarm.errors import BadInput
from longarm.texts import Language, say
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.happened import word
from longarm.web.desk.page import show
from longarm.web.desk.people import called_by

_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class PersonShown(NamedTuple):
    """`same`: the id in the other case that was chosen for this person; empty: somebody else."""

    id: str
    called: str
    roles: str
    same: str


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def merging(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """`other` comes into this case. POST `do`: look (what it would be), merge. `same-<person>`: who is who."""
    here, language = side(actor, case_id), spoken(request)
    asked = request.POST.get("other") or request.GET.get("other") or ""
    if not asked:
        return show(request, "merge.html", actor, here="cases", side=here, others=_others(actor, case_id))
    there = side(actor, _case_of(asked))
    same = {one.id: to for one in there.persons if (to := request.POST.get(f"same-{one.id}", ""))}
    if request.POST.get("do") == "merge":
        merge(actor, case_id, there.id, same)
        return redirect(f"/desk/cases/{case_id}/")
    facts: dict[str, Any] = {
        "side": here,
        "other": there,
        "ours": _persons(here, {}, language),
        "theirs": _persons(there, same, language),
        "sure": request.POST.get("do") == "look",
    }
    return show(request, "merge.html", actor, here="cases", **facts)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def splitting(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """POST `do`: look, split. `person`: who gets a case of their own, under `reference`, with the chosen `exhibit`s."""
    here = side(actor, case_id)
    sent = request.POST
    chosen = frozenset(_id(one) for one in sent.getlist("exhibit"))
    if sent.get("do") == "split":
        made = split(actor, case_id, sent.get("person", ""), _reference(sent.get("reference", "")), chosen)
        return redirect(f"/desk/cases/{made}/")
    harmed = [one for one in here.persons if "complainant" in one.roles]
    named = {one.id: called_by(one, spoken(request)) for one in harmed}
    facts: dict[str, Any] = {
        "side": here,
        "harmed": list(named.items()),
        "person": sent.get("person", ""),
        "named": named.get(sent.get("person", "")),
        "reference": _reference(sent["reference"]) if "reference" in sent else f"{here.reference[:60]}-2",
        "chosen": [one for one in here.exhibits if one.id in chosen],
        "sure": sent.get("do") == "look" and sent.get("person", "") in named,
        "sealed": bool(here.bundled & chosen if chosen else here.bundled),
    }
    return show(request, "split.html", actor, here="cases", **facts)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def moving(request: HttpRequest, actor: Actor, channel_id: UUID) -> HttpResponse:
    """POST `do`: look, move. `other`: the case it comes to."""
    moved, asked = conversation(actor, channel_id), request.POST.get("other", "")
    to = side(actor, _case_of(asked)) if asked else None
    if to and request.POST.get("do") == "move":
        move_conversation(actor, channel_id, to.id)
        return redirect(f"/desk/cases/{to.id}/talk/#channel-{channel_id}")
    facts: dict[str, Any] = {
        "moved": moved,
        "who": say(f"work-channel-{moved.kind}", spoken(request)),
        "side": side(actor, moved.case),
        "other": to,
        "others": _others(actor, moved.case),
    }
    return show(request, "move.html", actor, here="cases", **facts)


def _others(actor: Actor, case: UUID) -> list[tuple[UUID, str]]:
    """The first page of the inbox; what lies behind is named by its address."""
    lines = inbox(actor, timezone.now()).lines
    return [(one.id, f"{one.brief.called} · {one.brief.reference}") for one in lines if one.id != case]


def _persons(of: Side, same: dict[str, str], language: Language) -> list[PersonShown]:
    comma = "، " if language == "ar" else ", "
    return [
        PersonShown(
            one.id,
            called_by(one, language),
            comma.join(word("role", role, language) or role for role in one.roles),
            same.get(one.id, ""),
        )
        for one in of.persons
    ]


def _case_of(text: str) -> UUID:
    """The case that a pasted address or id names. Raises BadInput where it names none."""
    found = _ID.findall(text)
    if len(found) != 1:
        raise BadInput("joining-no-case")
    return UUID(found[0])


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise BadInput("joining-no-case") from None


def _reference(text: str) -> str:
    """Raises BadInput for what no case file takes as its reference."""
    text = text.strip()
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", text):
        raise BadInput("joining-bad-reference")
    return text
