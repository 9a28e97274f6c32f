"""The page of who came back with a code: where it stands, letters, and the ways on; and what is done there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse

from longarm.casework.intake import holder as channel
from longarm.casework.intake.face import face
from longarm.casework.intake.invitations import Kind, invite_by_holder
from longarm.casework.intake.returns import Holder
from longarm.errors import LongarmError
from longarm.intake.consent import OTHERS, USES, Use, wording
from longarm.intake.wishes import HOWS, LONGEST, How, Wishes
from longarm.keys.receipt import Form
from longarm.texts import Language, say
from longarm.web import dates
from longarm.web.intake.answers import MAX_WORDS
from longarm.web.intake.page import show
from longarm.web.intake.taking import FILE
from longarm.web.intake.unsent import unsent

SECTIONS: Final = ("files", "reach", "consents", "escrow", "invite", "withdraw")
INVITED: Final = ("recipient", "supporter")


def show_page(
    request: HttpRequest,
    language: Language,
    who: Holder,
    token: str,
    section: str = "page",
    *,
    fault: LongarmError | None = None,
    status: int = 200,
    **facts: Any,
) -> HttpResponse:
    """One section of it; `fault` is said at its top. What was typed and not sent stays in its place."""
    here = channel.page(who)
    if section == "escrow" and not (here.escrow or here.waits_for):
        section = "consents"
    allowed = {consent.use for consent in here.consents if consent.allowed}
    known = {
        "here": here,
        "answer_by": _by(here.answer_by, language),
        "letters": [(letter, _notice(letter.body, language)) for letter in reversed(here.letters)],
        "standing": here.status and f"holder-status-{here.status.standing.replace('_', '-')}",
        "consents": [(use, wording(use, language), use in allowed) for use in USES],
        "exchange_allowed": "exchange" in allowed,
        "contact": None if "contact" in allowed else wording("contact", language),
        "others": OTHERS,
        "uploads": [(one, dates.size(one.size, language), dates.size(one.arrived, language)) for one in here.uploads],
        "hows": [(how, f"intake-reach-{how}") for how in HOWS],
        "invited": [(kind, f"intake-invite-{kind}") for kind in INVITED],
        "file_field": f"{FILE}{token}",
        "max_words": MAX_WORDS,
        "longest": LONGEST,
        "shown": section,
        **unsent(request),
        **facts,
    }
    if fault is not None:
        known["fault"] = fault.in_language(language)
    return show(request, f"{section if section in SECTIONS else 'returned'}.html", language, status, token=token, **known)


def write(request: HttpRequest, language: Language, who: Holder, token: str) -> HttpResponse:
    channel.write(who, request.POST.get("words", ""), urgent="danger" in request.POST)
    return show_page(request, language, who, token, kept=True, unsent="")


def wish(request: HttpRequest, language: Language, who: Holder, token: str) -> HttpResponse:
    form = request.POST
    how: How = next((how for how in HOWS if how == form.get("how")), "never")
    where, hours, word = (form.get(name, "").strip()[:LONGEST] for name in ("where", "hours", "word"))
    channel.wish(who, Wishes(how=how, where="" if how == "never" else where, hours=hours, code_word=word))
    return show_page(request, language, who, token, "reach", kept=True)


def allow(request: HttpRequest, language: Language, who: Holder, token: str) -> HttpResponse:
    """A yes, or a yes taken back: the button that was pressed says which use."""
    use = next((use for use in USES if use == request.POST.get("use")), None)
    if use is not None:
        act: Callable[[Holder, Use, Language], None] = channel.take_back if "not" in request.POST else channel.allow
        act(who, use, language)
    return show_page(request, language, who, token, "consents", kept=use is not None)


def keep_closed(request: HttpRequest, language: Language, who: Holder, token: str) -> HttpResponse:
    """`others`: how many must have named the same before it opens; 0 takes it back. Nothing chosen changes nothing."""
    chosen = request.POST.get("others", "")
    if chosen in {"0", *map(str, OTHERS)}:
        channel.keep_closed(who, int(chosen), language)
    return show_page(request, language, who, token, "escrow", kept=bool(chosen))


def invite(request: HttpRequest, language: Language, who: Holder, token: str) -> HttpResponse:
    kind = cast(Kind, next((kind for kind in INVITED if kind == request.POST.get("kind")), "recipient"))
    form: Form = "digits" if request.POST.get("code") == "digits" else "words"
    code = invite_by_holder(who, kind, request.POST.get("about", ""), language, form=form)
    return show_page(request, language, who, token, "invite", code=code)


def withdraw(request: HttpRequest, language: Language, who: Holder, token: str) -> HttpResponse:
    channel.withdraw(who, language)
    return show_page(request, language, who, token)


def _by(moment: datetime | None, language: Language) -> tuple[str, str] | None:
    """A moment by the organisation's clock, and what that clock is called."""
    if moment is None:
        return None
    from babel.dates import get_timezone_location

    zone = ZoneInfo(face().rules.time_zone)
    return dates.moment(moment.astimezone(zone).replace(tzinfo=None), language), get_timezone_location(zone, locale=language)


def _notice(body: Any, language: Language) -> str:
    """What the node itself wrote, as a sentence; empty where a person's words say it."""
    if body.notice is None or (body.notice == "told" and body.text):
        return ""
    name = f"letter-{body.notice.replace('_', '-')}"
    return say(name, language, use=wording(body.use, language, body.others) if body.use else "")
