"""Who holds the data behind an identifier: the operator of a number, the company behind an account, which state reaches them."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

import msgspec

from longarm.case.answer import Answer
from longarm.case.model import Identifier, Trace
from longarm.law import rules
from longarm.law.model import Facts, Operator
from longarm.law.scene import Scene


class Held(msgspec.Struct, frozen=True, gc=False):
    """Data of one identifier in one place. `sure` no where the holder depends on something that is not known (`depends_on`).

    `who` is the operator's or the platform's id, None where only the state is known.
    """

    identifier: str
    kind: Literal["telecom", "platform"]
    state: str
    who: str | None
    sure: bool
    depends_on: tuple[str, str] | None


class Known(msgspec.Struct, frozen=True, gc=False):
    """What is known of one identifier."""

    identifier: Identifier
    normal: str | None
    state: str | None
    operator: str | None
    platform: str | None
    held: tuple[Held, ...]


def known_identifiers(scene: Scene, facts: Facts, traces: tuple[Trace, ...]) -> tuple[Known, ...]:
    """Every identifier of the case, those of its offenders with the places where their data lie."""
    by_id = {trace.id: trace for trace in traces}
    return tuple(_known(scene, facts, identifier, by_id.get(identifier.id)) for identifier in scene.case.identifiers)


def platform_of(identifier: Identifier, facts: Facts) -> str | None:
    """The platform an identifier belongs to: as named, else by the host of its address."""
    named = identifier.platform or identifier.service
    if named:
        meant = rules.holders().means.get(named.casefold(), named.casefold())
        return meant if meant in facts.platforms else None
    if identifier.type == "url":
        host = (urlsplit(identifier.value).hostname or "").removeprefix("www.")
        found = [p for known, p in rules.holders().hosts.items() if host == known or host.endswith("." + known)]
        return found[0] if found else None
    if identifier.type == "email" and identifier.value.casefold().endswith(("@gmail.com", "@googlemail.com")):
        return "google"
    return None


def _known(scene: Scene, facts: Facts, identifier: Identifier, trace: Trace | None) -> Known:
    normal, state, operator = _traced(facts, identifier, trace)
    platform = platform_of(identifier, facts)
    held: list[Held] = []
    if identifier.used_by is None or identifier.used_by in {p.id for p in scene.offenders}:
        if state and identifier.type in ("phone", "payment_handle", "imei"):
            doubtful = trace is not None and trace.certainty == "low"  # a range nobody is known to use
            held.append(
                Held(identifier.id, "telecom", state, operator, not doubtful, ("number", identifier.id) if doubtful else None)
            )
        if platform and platform != "mobile-money":
            held += _companies(scene, identifier, platform, state)
    return Known(identifier, normal, state, operator, platform, tuple(held))


def _traced(facts: Facts, identifier: Identifier, trace: Trace | None) -> tuple[str | None, str | None, str | None]:
    """What `signals` found; without it, what the country code of an international number says."""
    if trace is not None:
        state, operator = trace.state, trace.operator
        if trace.normal and trace.normal.startswith("+") and (state is None or operator is None):
            state, operator = state or _country(facts, trace.normal), operator or _operator(facts, state, trace.normal)
        return trace.normal, state, operator
    digits = identifier.value.replace(" ", "").replace("-", "")
    if identifier.type not in ("phone", "payment_handle") or not digits.startswith("+") or not digits[1:].isdecimal():
        return None, None, None
    state = _country(facts, digits)
    return digits, state, _operator(facts, state, digits)


def _country(facts: Facts, number: str) -> str | None:
    """The state of a country code no other state of the facts shares (+1 and +7 are shared)."""
    found = [code for code, state in facts.states.items() if number.startswith(state.telecom.country_code)]
    return found[0] if len(found) == 1 else None


def _operator(facts: Facts, state: str | None, number: str) -> str | None:
    operators: tuple[Operator, ...] = facts.states[state].telecom.operators if state in facts.states and state else ()
    fitting = [(len(p), o.id) for o in operators for p in o.prefixes if number.startswith(p)]
    return max(fitting)[1] if fitting else None


def _companies(scene: Scene, identifier: Identifier, platform: str, number_state: str | None) -> list[Held]:
    """The company depends on where the user is: each place the suspect may be in may lead to another."""
    row = next((h for h in rules.holders().holders if h.platform == platform), None)
    if row is None:
        return []
    user = scene.person(identifier.used_by)
    places = scene.places(user, scene.today) if user else ()
    sure = any(place.surely is Answer.YES for place in places)
    states = [p.state for p in places if p.surely is Answer.YES or not sure] or [number_state or "other"]
    reached = {getattr(row, _region(state), None) or row.other: None for state in states}
    one = len(reached) == 1 and (sure or (row.EU is None and row.GB is None and row.US is None))
    return [
        Held(identifier.id, "platform", state, platform, one, None if one or user is None else ("location", user.id))
        for state in reached
        if state != "unknown"
    ]


def _region(state: str) -> str:
    return next((region for region, states in rules.holders().regions.items() if state in states), "other")
