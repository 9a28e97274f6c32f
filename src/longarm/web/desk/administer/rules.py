"""Rules of the organisation, for who administers: the clock, staffed hours, keeping, two persons, the neutral face."""

from __future__ import annotations

from typing import Any, Final, get_args
from zoneinfo import available_timezones

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from longarm.casework.actor import Actor
from longarm.casework.rules import ICONS, Act, Hours, Rules, change_rules, own_rules
from longarm.errors import BadInput
from longarm.exchange.request.words import KINDS
from longarm.texts import Language, say
from longarm.web.desk.administer.colleagues import must_govern
from longarm.web.desk.door.again import proved
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show

_ACTS: Final[tuple[Act, ...]] = get_args(Act)
_STRETCHES: Final = 2  # a morning and an afternoon


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def rules(request: HttpRequest, actor: Actor) -> HttpResponse:
    must_govern(actor)
    language, held = spoken(request), own_rules(actor)
    fault = None
    if request.method == "POST":
        try:
            held = _given(request.POST, held)
            actor = proved(request, actor)
            change_rules(actor, held)
        except BadInput as refused:
            fault = refused
    facts: dict[str, Any] = {
        "form": _form(held, language),
        "icons": [(icon, say(f"work-icon-{icon}", language)) for icon in ICONS],
        "zones": sorted(zone for zone in available_timezones() if "/" in zone),
        "saved": request.method == "POST" and fault is None,
    }
    return show(request, "rules.html", actor, fault, here="rules", **facts)


def _given(form: QueryDict, held: Rules) -> Rules:
    """What the form says; fields of others, which it does not hold, stay. Raises BadInput for a number that is none."""
    from msgspec.structs import replace

    days = form.get("days", "").strip()
    icon = next((one for one in ICONS if one == form.get("icon")), held.neutral_icon)
    kind = next((one for one in KINDS if one == form.get("kind")), held.organisation_kind)
    return replace(
        held,
        alarm_minutes=(_number(form, "first"), _number(form, "second")),
        answer_minutes=_number(form, "answer"),
        staffed=tuple(
            Hours(day, opens.strip(), closes.strip())
            for day in range(7)
            for opens, closes in zip(form.getlist(f"from-{day}"), form.getlist(f"to-{day}"), strict=False)
            if opens.strip() or closes.strip()
        ),
        time_zone=form.get("zone", "").strip(),
        retention_days=_number(form, "days") if days else None,
        two_for=frozenset(act for act in _ACTS if act in form.getlist("two")),
        neutral_title=form.get("title", "").strip(),
        neutral_icon=icon,
        exit_address=form.get("exit", "").strip(),
        second_factor=bool(form.get("second_factor")),
        organisation_kind=kind,
    )


def _number(form: QueryDict, name: str) -> int:
    text = form.get(name, "").strip()
    if not text.isdecimal() or len(text) > 6:
        raise BadInput("desk-no-number")
    return int(text)


def _form(held: Rules, language: Language) -> dict[str, Any]:
    return {
        "first": held.alarm_minutes[0],
        "second": held.alarm_minutes[-1],
        "answer": held.answer_minutes,
        "zone": held.time_zone,
        "days_kept": held.retention_days or "",
        "title": held.neutral_title,
        "icon": held.neutral_icon,
        "exit": held.exit_address,
        "second_factor": held.second_factor,
        "kinds": [(one, say("request-kind", language, kind=one), one == held.organisation_kind) for one in KINDS],
        "why": say("request-kind-why", language, kind=held.organisation_kind),
        "acts": [(act, say(f"work-two-{act}", language), act in held.two_for) for act in _ACTS],
        "days": [_day(day, held, language) for day in range(7)],
    }


def _day(day: int, held: Rules, language: Language) -> dict[str, Any]:
    stretches = [(one.opens, one.closes) for one in held.staffed if one.weekday == day]
    stretches += [("", "")] * (_STRETCHES - len(stretches))
    return {"number": day, "name": say(f"work-day-{day}", language), "stretches": stretches}
