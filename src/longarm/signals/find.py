"""Every identifier of a text, in order, each part of the text belonging to one at most.
Long: a finder for each kind, in the order in which they claim the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from longarm.law.model import Facts
from longarm.signals import (
    account,
    allocation,
    card,
    email,
    handle_text,
    iban,
    imei,
    ip,
    payment_handle,
    phone,
    phone_text,
    url_text,
    wallet,
    whatsapp,
)
from longarm.signals.digits import Folded, fold
from longarm.signals.found import Found

_DIGITS: Final = re.compile(r"[0-9](?:[^0-9]{0,3}[0-9]){6}")


class Asked(NamedTuple):
    """The folded text, the facts, the region that reads national numbers."""

    text: str
    facts: Facts
    region: str | None


# What a kind of identifier yields: its place in the folded text, and the identifier but for its place.
Drafts = Iterator[tuple[int, int, Found]]


def find(text: str, facts: Facts, region: str | None = None) -> tuple[Found, ...]:
    """The identifiers in `text`, by place. `region` (ISO 3166-1) reads national telephone numbers.

    A number inside an address belongs to the address, unless the address is a number's own (`wa.me/218…`).
    """
    folded = fold(text)
    asked = Asked(folded.text, facts, region)
    taken = bytearray(len(folded.text))
    found: list[Found] = []
    for kind in _KINDS:
        for start, end, draft in kind(asked):
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\x01" * (end - start)
            found.append(_placed(draft, folded, start, end))
    found.sort(key=lambda f: f.span)
    return tuple(found)


def _placed(draft: Found, folded: Folded, start: int, end: int) -> Found:
    span = folded.span(start, end)
    written = folded.original[span[0] : span[1]]
    fields = {name: getattr(draft, name) for name in draft.__struct_fields__}
    return Found(**fields | {"span": span, "value": card.masked(written) if draft.type == "card" else written})


def _found(**fields: object) -> Found:
    return Found(**{"value": "", "span": (0, 0), "certainty": "high"} | fields)  # type: ignore[arg-type]


def _links(asked: Asked) -> Drafts:
    for start, end, sure, reading in url_text.scan(asked.text):
        if reading.kind == "phone":
            numbers = phone.read(phone.international(reading.value))
            if numbers and numbers[0].valid:
                yield start, end, _phone(numbers, asked.facts, "high", None, platform=reading.platform)
                continue
        if reading.kind == "wallet" and (normal := wallet.clean(reading.value)):
            yield start, end, _found(type="wallet", normal=normal)
            continue
        if reading.kind in ("id", "handle"):
            stable = reading.kind == "id"
            sure_of_it, why = ("high", None) if stable else ("medium", "handle_can_change")
            yield (
                start,
                end,
                _found(type="account", normal=reading.value, platform=reading.platform, certainty=sure_of_it, why=why),
            )
            continue
        owner = reading.value if reading.kind == "post" else None
        page = url_text.normal(reading)
        yield start, end, _found(type="url", normal=page, platform=reading.platform, certainty=sure, owner=owner)


def _whatsapp(asked: Asked) -> Drafts:
    for start, end, value in whatsapp.scan(asked.text):
        if key := account.clean(value):
            yield start, end, _found(type="account", normal=key, platform="whatsapp")
        elif numbers := phone.read(value):
            yield start, end, _phone(numbers, asked.facts, "high" if numbers[0].valid else "low", None, platform="whatsapp")


def _payment_handles(asked: Asked) -> Drafts:
    for each in payment_handle.scan(asked.text):
        yield each.start, each.end, _found(type="payment_handle", normal=each.normal, service=each.service)


def _emails(asked: Asked) -> Drafts:
    for each in email.scan(asked.text):
        yield each.start, each.end, _found(type="email", normal=each.normal)


def _wallets(asked: Asked) -> Drafts:
    for each in wallet.scan(asked.text):
        sure, why = ("high", None) if each.checked else ("medium", "no_checksum")
        yield each.start, each.end, _found(type="wallet", normal=each.normal, certainty=sure, why=why)


def _ibans(asked: Asked) -> Drafts:
    for each in iban.scan(asked.text):
        yield each.start, each.end, _found(type="iban", normal=each.normal, state=each.state)


def _ips(asked: Asked) -> Drafts:
    for each in ip.scan(asked.text):
        yield each.start, each.end, _found(type="ip", normal=each.normal, certainty=each.certainty, why=each.why)


def _imeis(asked: Asked) -> Drafts:
    for each in imei.scan(asked.text):
        yield each.start, each.end, _found(type="imei", normal=each.normal)


def _cards(asked: Asked) -> Drafts:
    for each in card.scan(asked.text):
        yield each.start, each.end, _found(type="card", normal=each.normal, certainty="low", why="masked")


def _phones(asked: Asked) -> Drafts:
    if not _DIGITS.search(asked.text):
        return
    guesses = tuple(code for code, state in asked.facts.states.items() if state.telecom.operators)

    def regions(start: int, end: int) -> tuple[str, ...]:
        """Where a service is named that pays by number, its states; the region the caller gave."""
        service = payment_handle.beside(asked.text, start, end)
        return tuple(dict.fromkeys((*(service.states if service else ()), *((asked.region,) if asked.region else ()))))

    for each in phone_text.scan(asked.text, regions, guesses):
        service = payment_handle.beside(asked.text, each.start, each.end)
        yield (
            each.start,
            each.end,
            _phone(each.readings, asked.facts, each.certainty, each.why, service=service.id if service else None),
        )


def _handles(asked: Asked) -> Drafts:
    for start, end, key, platform in handle_text.scan(asked.text):
        yield start, end, _found(type="account", normal=key, platform=platform, certainty="low", why="handle_in_text")


def _phone(
    readings: tuple[phone.Reading, ...],
    facts: Facts,
    certainty: str,
    why: str | None,
    *,
    platform: str | None = None,
    service: str | None = None,
) -> Found:
    """A number as found. With several readings, or only guessed ones, none of them is its normal form."""
    if len(readings) > 1 or why == "region_unknown":
        return _found(type="phone", state=phone.UNKNOWN, identity_duty="unknown", certainty=certainty, why=why, platform=platform,
                      service=service, candidates=tuple(r.e164 for r in readings))  # fmt: skip
    (reading,) = readings
    operator = allocation.operator(reading.e164, reading.state, facts) if reading.valid else None
    known = allocation.official(reading.e164, reading.state, facts)
    return _found(type="phone", normal=reading.e164, state=reading.state, operator=operator, platform=platform, service=service,
                  identity_duty=allocation.identity_duty(reading.e164, reading.state, facts), certainty=certainty,
                  alias_of=phone.alias(reading.e164), why="official_number" if known else why)  # fmt: skip


# The more exactly a kind can be told, the earlier it takes its place in the text.
_KINDS: Final[tuple[Callable[[Asked], Drafts], ...]] = (
    _links, _whatsapp, _payment_handles, _emails, _wallets, _ibans, _imeis, _ips, _cards, _phones, _handles,
)  # fmt: skip
