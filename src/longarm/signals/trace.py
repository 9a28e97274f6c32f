"""What each identifier of a case says of itself: its normal form, the state it points to, the operator it was allocated to."""

from __future__ import annotations

import msgspec

from longarm.case.model import Case, Identifier, Person, Trace
from longarm.law.model import Facts
from longarm.signals import account, allocation, card, email, iban, imei, ip, payment_handle, phone, platforms, url, wallet
from longarm.signals.digits import plain


def trace_case(case: Case, facts: Facts) -> tuple[Trace, ...]:
    """One `Trace` for each identifier of `case`, in their order.

    A national telephone number is read by the plan of the service's state, else by the states where its user was, else by
    his nationality, else by the states where the complainants were: the first of these that gives a valid number. Two
    different numbers from the same step stay two `candidates`, and there is no normal form. `state` is None where unknown.
    """
    return tuple(_trace(case, identifier, facts) for identifier in case.identifiers)


def _trace(case: Case, identifier: Identifier, facts: Facts) -> Trace:
    match identifier.type:
        case "phone" | "payment_handle":
            return _paid_or_called(case, identifier, facts)
        case "iban":
            normal = iban.clean(identifier.value)
            return _plain(identifier, normal, state=normal[:2] if normal else None)
        case "account":
            return _account(case, identifier, facts)
        case "email":
            return _plain(identifier, email.clean(identifier.value))
        case "url":
            return _address(case, identifier, facts)
        case "wallet":
            return _plain(identifier, wallet.clean(identifier.value))
        case "card":
            return _plain(identifier, card.clean(identifier.value), certainty="low")
        case "ip":
            return _plain(identifier, ip.clean(identifier.value))
        case "imei":
            return _plain(identifier, imei.clean(identifier.value))
        case "name":
            return Trace(id=identifier.id)


def _plain(identifier: Identifier, normal: str | None, *, state: str | None = None, certainty: str = "high") -> Trace:
    return Trace(id=identifier.id, normal=normal, state=state, certainty=certainty if normal else "low")  # type: ignore[arg-type]


def _address(case: Case, identifier: Identifier, facts: Facts) -> Trace:
    """An address that is a number's own (`wa.me/218…`) or a wallet's in a chain explorer is that number or wallet."""
    named = account.read(plain(identifier.value))
    if named and named.kind == "phone" and (number := _number(case, identifier, facts, phone.international(named.value))):
        return number
    found = wallet.clean(named.value) if named and named.kind == "wallet" else None
    return _plain(identifier, found or url.clean(identifier.value))


def _number(case: Case, identifier: Identifier, facts: Facts, value: str) -> Trace | None:
    """The number that an account or its address is; None when it is none."""
    called = msgspec.structs.replace(identifier, type="phone", value=value)
    trace = _paid_or_called(case, called, facts)
    return trace if trace.normal or trace.candidates else None


def _account(case: Case, identifier: Identifier, facts: Facts) -> Trace:
    """The account's stable id where the case has it; a handle is medium at most. An account on WhatsApp is its number."""
    normal = account.clean(identifier.value, identifier.platform)
    if normal is None and identifier.handle:
        normal = account.clean(identifier.handle, identifier.platform)
    if normal is None:
        named = account.read(plain(identifier.value))
        platform = platforms.named(identifier.platform or "")
        if named and named.kind == "phone":
            number = _number(case, identifier, facts, phone.international(named.value))
        else:
            number = _number(case, identifier, facts, identifier.value) if platform is None or platform.by_number else None
        return number or Trace(id=identifier.id, certainty="low")
    return Trace(id=identifier.id, normal=normal, certainty="high" if account.is_stable(normal) else "medium")


def _paid_or_called(case: Case, identifier: Identifier, facts: Facts) -> Trace:
    service = payment_handle.services().get(identifier.service or identifier.platform or "")
    steps = tuple(step for step in _steps(case, identifier, service) if step)
    for regions in (*steps, ()):
        if valid := tuple(r for r in phone.read(identifier.value, regions) if r.valid):
            return _of_number(identifier, valid, facts)
    for regions in (*steps, ()):  # in no range that is in use: kept, and said to be so
        if readings := phone.read(identifier.value, regions):
            return _of_number(identifier, readings, facts)
    if identifier.type == "payment_handle":
        return _plain(identifier, payment_handle.clean(identifier.value))
    return Trace(id=identifier.id, certainty="low")


def _of_number(identifier: Identifier, readings: tuple[phone.Reading, ...], facts: Facts) -> Trace:
    if len(readings) > 1:
        return Trace(id=identifier.id, certainty="low", candidates=tuple(r.e164 for r in readings))
    (reading,) = readings
    return Trace(
        id=identifier.id,
        normal=reading.e164,
        state=None if reading.state == phone.UNKNOWN else reading.state,
        operator=allocation.operator(reading.e164, reading.state, facts) if reading.valid else None,
        certainty=("high" if reading.how == "international" else "medium") if reading.valid else "low",
    )


def _steps(case: Case, identifier: Identifier, service: payment_handle.Service | None) -> tuple[tuple[str, ...], ...]:
    """In whose numbering plans a national number is tried, step by step."""
    user = next((person for person in case.persons if person.id == identifier.used_by), None)
    return (
        service.states if service else (),
        _locations(user) if user else (),
        tuple(n.state for n in user.nationalities if n.state != phone.UNKNOWN) if user else (),
        tuple(dict.fromkeys(state for person in case.complainants for state in _locations(person))),
    )


def _locations(person: Person) -> tuple[str, ...]:
    return tuple(dict.fromkeys(where.state for where in person.locations if where.state != phone.UNKNOWN))
