"""The node's record: who did what, when, to which case. For auditors and administrators; it never shows what a case says."""

from __future__ import annotations

from datetime import UTC, date
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from longarm.casework.actor import Actor
from longarm.casework.audit import MOST_READ, Act, Wanted, check_record, head_of_record, record_page
from longarm.casework.people.organisations import colleagues
from longarm.errors import BadInput
from longarm.texts import Language, TextMissing, say
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show


class ActShown(NamedTuple):
    seq: int
    at: str
    name: str | None
    what: str
    whom: str | None
    facts: str
    case: str | None


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def record(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The newest acts, or those asked for; on POST the whole chain is walked first."""
    checked = check_record(actor) if request.method == "POST" else None
    wanted = _wanted(request.GET)
    seen, language = record_page(actor, wanted), spoken(request)
    return show(
        request,
        "record.html",
        actor,
        here="record",
        acts=[_shown(act, language) for act in seen.acts],
        checked=checked,
        head=head_of_record(actor),
        wanted=wanted,
        person=str(wanted.person or ""),
        people=colleagues(actor),
        older=_address(wanted._replace(before=seen.older)) if seen.older else None,
        cut=seen.cut,
        most_read=MOST_READ,
        filtered=any(wanted),
    )


def _wanted(asked: QueryDict) -> Wanted:
    """Raises BadInput for what is no number, no day."""
    day, before = asked.get("day", "").strip(), asked.get("before", "")
    try:
        on = date.fromisoformat(day) if day else None
    except ValueError:
        raise BadInput("desk-no-day", day=day[:20]) from None
    seq = int(before) if before.isdecimal() and before.isascii() and len(before) < 16 else None
    return Wanted(_id(asked.get("person", "")), _id(asked.get("case", "")), on, seq)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text.strip()) if text.strip() else None
    except ValueError:
        raise BadInput("record-no-number") from None


def _address(wanted: Wanted) -> str:
    return "?" + urlencode({name: str(value) for name, value in wanted._asdict().items() if value})


def _shown(act: Act, language: Language) -> ActShown:
    line = act.line
    facts = " · ".join(_fact(name, value, language) for name, value in line.facts.items())
    at = f"{line.at.astimezone(UTC):%Y-%m-%d %H:%M:%S}"
    return ActShown(line.seq, at, act.name, what(line.action, language), act.whom, facts, line.case)


def _fact(name: str, value: object, language: Language) -> str:
    """`size 2312` in words; as it is written where it has none: code words of a version to come, ids."""
    plain = ("yes" if value else "no") if isinstance(value, bool) else str(value)
    shown = say(f"record-value-{plain}", language) if plain in ("yes", "no", "unsure") else plain
    try:
        return say(f"record-fact-{name.replace('_', '-')}", language, value=shown)
    except TextMissing:
        return f"{name} \u2068{shown}\u2069"


def what(action: str, language: Language) -> str:
    """The act in words; its name where another version of longarm wrote one that has no words here."""
    try:
        return say(f"record-act-{action}", language)
    except TextMissing:
        return action
