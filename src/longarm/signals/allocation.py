"""To which operator a number's range was first allocated, whether its buyers must be identified, and which numbers are official.

From the facts of law. Numbers are ported: 'allocated to', never 'is with'.
"""

from __future__ import annotations

import re
from typing import Literal

from longarm.law.model import Facts, State
from longarm.signals.digits import plain
from longarm.signals.phone import UNKNOWN, alias

Duty = Literal["yes", "no", "unknown"]


def operator(e164: str, state: str, facts: Facts) -> str | None:
    """The id of the operator with the longest prefix of `e164`, or None when the facts have none."""
    best: tuple[int, str] | None = None
    for number, known in _plans(e164, state, facts):
        for each in known.telecom.operators:
            for prefix in each.prefixes:
                if number.startswith(prefix) and (best is None or len(prefix) > best[0]):
                    best = (len(prefix), each.id)
    return best[1] if best else None


def identity_duty(e164: str, state: str, facts: Facts) -> Duty:
    """Must the buyer of such a number show who he is? The operator's duty, else the state's; unknown without facts."""
    named = operator(e164, state, facts)
    for _, known in _plans(e164, state, facts):
        if named is None and state == UNKNOWN:  # two states, no operator: whose duty is not known
            break
        rule = known.telecom.identity_duty(named) if named else known.telecom.registration_duty
        holds = rule.holds if str(rule.holds) != UNKNOWN else known.telecom.registration_duty.holds
        return "yes" if holds == "yes" else "no" if holds == "no" else "unknown"
    return "unknown"


def official(e164: str, state: str, facts: Facts) -> str | None:
    """The id of the authority or help line of that state that has this number, or None."""
    known = facts.states.get(state)
    for channel in known.channels if known else ():
        contact = channel.contact
        for text in (contact.phone, contact.whatsapp, *contact.phones):
            if text and known and e164 in _forms(text, known.telecom.country_code):
                return channel.id
    return None


def _forms(text: str, country_code: str) -> tuple[str, ...]:
    """What a number in the facts may be in E.164: written with +, with its trunk 0, or with the code and no + (`1-800-…`)."""
    digits = re.sub(r"[^0-9+]", "", plain(text))
    return (digits,) if digits.startswith("+") else (country_code + digits.lstrip("0"), f"+{digits}")


def _plans(e164: str, state: str, facts: Facts) -> list[tuple[str, State]]:
    """The number with the state whose operators may hold it; for a number with an alias, the form the facts list."""
    if state in facts.states:
        return [(e164, facts.states[state])]
    if (other := alias(e164)) is not None and "PS" in facts.states:
        return [(e164 if e164.startswith("+970") else other, facts.states["PS"])]
    return []
