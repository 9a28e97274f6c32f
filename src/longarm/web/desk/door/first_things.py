"""The short form of a new case: an alias, two states, one number or account, one thing that happened. The rest comes later."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any, Final, get_args

import msgspec
from django.http import HttpRequest
from django.utils import timezone

from longarm.case.states import STATES
from longarm.case.vocabulary import EventKind, IdentifierType, Wants
from longarm.texts import say
from longarm.web import dates
from longarm.web.desk.door.language import spoken

KINDS: Final = tuple(kind for kind in get_args(EventKind) if kind not in ("reply", "arrest", "warrant_issued"))
TYPES: Final = get_args(IdentifierType)
WANTS: Final = get_args(Wants)
RISKS: Final = (
    "honour_violence",
    "self_harm",
    "child_at_risk",
    "shared_household",
    "shared_phone",
    "prosecution_of_complainant",
    "own_embassy",
)
PLATFORMS: Final = (
    "whatsapp",
    "messenger",
    "facebook",
    "instagram",
    "telegram",
    "tiktok",
    "snapchat",
    "x",
    "sms",
    "email",
    "call",
)


def choices(request: HttpRequest) -> dict[str, Any]:
    """What the selects of the form offer, named in the reader's language and sorted by that name."""
    language = spoken(request)
    named = {
        "states": [(code, dates.state(code, language)) for code in sorted(STATES)],
        "kinds": [(kind, say(f"desk-event-{kind.replace('_', '-')}", language)) for kind in KINDS],
        "types": [(kind, say(f"desk-type-{kind.replace('_', '-')}", language)) for kind in TYPES],
        "wants": [(want, say(f"desk-wants-{want}", language)) for want in WANTS],
        "risks": [(risk, say(f"desk-risk-{risk.replace('_', '-')}", language)) for risk in RISKS],
        "platforms": [(platform, say(f"desk-platform-{platform.replace('_', '-')}", language)) for platform in PLATFORMS],
    }
    named["states"].sort(key=lambda pair: pair[1])
    return named


def case_of(form: Any) -> bytes:
    """The form as a case file (JSON), so that it passes the same reader as every other case. Empty fields are left out."""
    given = {name: form.get(name, "").strip() for name in form if name != "risks"}
    reference = given.get("reference") or f"{timezone.now():%Y-%m%d}-{secrets.token_hex(2).upper()}"
    complainant = _person("complainant", given, "nationality", "lives")
    suspect = _person("suspect-1", given, "suspect_nationality", "suspect_lives")
    case: dict[str, Any] = {
        "longarm": "case/1",
        "reference": reference,
        "opened": f"{timezone.now():%Y-%m-%d}",
        "persons": [
            {**complainant, "roles": ["complainant"], **({"alias": given["alias"]} if given.get("alias") else {})},
            {**suspect, "roles": ["suspect"]},
        ],
    }
    if given.get("value"):
        case["identifiers"] = [
            _kept(
                {
                    "id": "identifier-1",
                    "type": given.get("type"),
                    "value": given["value"],
                    "used_by": "suspect-1",
                    "platform": given.get("platform"),
                }
            )
        ]
    if given.get("kind"):
        event = {
            "id": "e1",
            "kind": given["kind"],
            "at": given.get("at"),
            "by": "suspect-1",
            "to": "complainant",
            "via": given.get("platform"),
            "note": given.get("note"),
        }
        case["events"] = [_kept({**event, "wants": given.get("wants") if given["kind"] == "demand" else None})]
    if risks := form.getlist("risks"):
        case["risks"] = risks
    return msgspec.json.encode(case)


def _person(name: str, given: Mapping[str, str], nationality: str, lives: str) -> dict[str, Any]:
    person: dict[str, Any] = {"id": name}
    if given.get(nationality):
        person["nationality"] = [given[nationality]]
    if given.get(lives):
        person["locations"] = [{"state": given[lives], "certainty": "claimed" if name.startswith("suspect") else "known"}]
    return person


def _kept(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
