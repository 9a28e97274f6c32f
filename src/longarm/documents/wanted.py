"""Fields on the data wanted: each kind of identifier point by point, never "all data"; for which days, from whom, and why."""

from __future__ import annotations

from typing import Final

from longarm.case.model import Event, Identifier
from longarm.case.when import When
from longarm.documents.content import Content, Part, Parts, Text, items
from longarm.documents.dates import say_date, say_moment
from longarm.documents.happened import platform as platform_named
from longarm.documents.matter import Matter
from longarm.documents.traces import kind_of, operator_of
from longarm.law.holders import platform_of

# Identity, address, payment and installation stand one by one: the Arab Convention's definition of subscriber information
# (art. 2(9)), read literally, excepts them.
_SUBSCRIBER: Final[dict[str, tuple[str, ...]]] = {
    "phone": ("identity", "address", "payment", "installation", "device", "others", "ported"),
    "imei": ("lines", "identity", "address", "installation"),
    "account": ("registered", "reach", "created", "payment", "devices", "linked"),
    "email": ("registered", "reach", "created", "payment", "devices"),
    "url": ("administrators", "reach", "created", "payment"),
    "ip": ("line-holder", "address", "payment", "installation"),
    "wallet": ("holder", "reach", "documents", "cash-out"),
    "payment_handle": ("holder", "address", "documents", "cash-out"),
    "iban": ("holder", "address", "documents", "cash-out"),
    "card": ("holder", "address", "documents"),
}
_TRAFFIC: Final[dict[str, tuple[str, ...]]] = {
    "phone": ("calls", "cells"),
    "account": ("logins", "contacts-log"),
    "email": ("logins", "headers"),
    "url": ("logins",),
    "ip": ("ports",),
    "wallet": ("transfers",),
    "payment_handle": ("transfers",),
    "iban": ("transfers",),
    "card": ("transfers",),
}
_CONTENT: Final[dict[str, tuple[str, ...]]] = {"account": ("messages", "posts"), "email": ("mails",), "url": ("posts",)}
# Which categories a document may ask for; a preservation freezes what the later request for assistance will ask.
_CATEGORIES: Final[dict[str, tuple[str, ...]]] = {
    "preservation-request": ("subscriber", "traffic", "content"),
    "mla-subscriber": ("subscriber",),
    "mla-stored-data": ("traffic", "content"),
    "telecom-request": ("subscriber", "traffic"),
    "provider-request": ("subscriber",),
    "emergency-disclosure": ("subscriber", "traffic"),
    "letter-rogatory-riyadh": ("subscriber", "traffic"),
}
_TO_COMPANIES: Final = ("provider-request", "emergency-disclosure")
_TABLES: Final = {"subscriber": _SUBSCRIBER, "traffic": _TRAFFIC, "content": _CONTENT}


def data_sought(matter: Matter) -> Content | None:
    """For every identifier the points wanted, one by one; identifiers of which the same is asked stand together."""
    tables = [_TABLES[category] for category in _CATEGORIES.get(matter.document, ())]
    together: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for identifier in matter.asked_about():
        asked_as = _asked_as(matter, identifier)
        points = tuple(matter.say(f"want-{point}") for table in tables for point in table.get(asked_as, ()))
        if points:
            together.setdefault((kind_of(matter, identifier), points), []).append(matter.shown(identifier))
    parts = tuple(Part(tuple(values), kind, points) for (kind, points), values in together.items())
    return Parts(parts) if parts else None


def _asked_as(matter: Matter, identifier: Identifier) -> str:
    """A number is a line to its operator and an account to the company whose service it signs in to."""
    if identifier.type != "phone" or platform_of(identifier, matter.facts) is None:
        return identifier.type
    home = next((t.state for t in matter.traces if t.id == identifier.id), None)
    company = matter.document in _TO_COMPANIES or (matter.requested is not None and matter.requested != home)
    return "account" if company else "phone"


def data_category(matter: Matter) -> Content | None:
    categories = _CATEGORIES.get(matter.document, ())
    return Text(matter.listed([matter.say(f"category-{category}") for category in categories])) if categories else None


def period(matter: Matter) -> Content | None:
    """From the first to the last act over the identifiers asked about: narrow periods are granted, open ones refused."""
    acts = [e.at for x in matter.asked_about() for e in _uses(matter, x)] or [e.at for e in _acts(matter)]
    days = sorted((at for at in acts if at.known), key=lambda at: (at.first, at))
    if not days:
        return None
    first, last = days[0], max(days, key=lambda at: (at.last, at))
    if len(first) > 10 and len(last) > 10:
        span = (say_moment(at, matter.language, matter.forum) for at in (first, last))
        return Text(matter.say("period-exact", **dict(zip(("from", "to"), span, strict=True))))
    ends = {"from": _day(matter, first.first.isoformat()), "to": _day(matter, last.last.isoformat())}
    return Text(matter.say("period-days", **ends))


def link_to_offence(matter: Matter) -> Content | None:
    """In which of the facts each identifier was used; said plainly where the case does not tell them apart."""
    said = []
    for x in matter.asked_about():
        uses = _uses(matter, x)
        value = matter.shown(x)
        if uses:
            said.append(matter.say("link-facts", value=value, facts=matter.event_numbers(tuple(e.id for e in uses))))
        else:
            said.append(matter.say("link-untold", value=value))
    return items(said)


def custodian(matter: Matter) -> Content | None:
    """Who holds the data as far as is known: the operator of the prefix, the company behind the account."""
    return items(list(dict.fromkeys(line for x in matter.asked_about() for line in _holders(matter, x))))


def _holders(matter: Matter, identifier: Identifier) -> list[str]:
    found = []
    trace = next((t for t in matter.traces if t.id == identifier.id), None)
    named = trace is not None and trace.state is not None and identifier.type in ("phone", "imei", "payment_handle")
    if named and trace and trace.state and (not matter.requested or trace.state == matter.requested):
        operator = operator_of(matter, trace) or matter.say("operator-unknown")
        found.append(matter.say("custodian-operator", operator=operator, state=matter.state(trace.state)))
    platform = matter.facts.platforms.get(platform_of(identifier, matter.facts) or "")
    if platform and not (found and matter.document == "telecom-request"):
        called = platform_named(matter, platform.id) or platform.names[0]
        found.append(matter.say("custodian-platform", platform=called, operator=platform.operator))
    return found


def _acts(matter: Matter) -> list[Event]:
    suspects = {person.id for person in matter.case.suspects}
    return [event for event in matter.case.events_in_order() if event.by in suspects]


def _uses(matter: Matter, identifier: Identifier) -> list[Event]:
    """The acts of its user over its service. The service of an address is read off its host."""
    service = platform_of(identifier, matter.facts) or identifier.platform
    over = {"email"} if identifier.type == "email" else {service, identifier.platform} - {None}
    return [e for e in _acts(matter) if e.by == identifier.used_by and e.via in over]


def _day(matter: Matter, iso: str) -> str:
    return say_date(When.parse(iso), matter.language, matter.forum)
