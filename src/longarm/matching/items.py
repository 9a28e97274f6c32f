"""The evidence items of a case: its identifiers with role and period, and what was read from its exhibits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal

from longarm.case.model import Case, Identifier, Trace
from longarm.matching.item import Facet, Item, Picture, Role, Sound, Words
from longarm.matching.period import Period
from longarm.signals import account, email, ip, name, phone, url, wallet
from longarm.signals.kind import kind_of
from longarm.signals.likeness import Weaker

_WEAKER: Final[dict[tuple[str, str], Facet]] = {
    ("phone", "alias"): "phone~alias", ("wallet", "address"): "wallet~address", ("url", "site"): "url~site",
    ("url", "alike"): "url~alike", ("handle", "alike"): "handle~alike", ("email", "alike"): "email~alike",
}  # fmt: skip
_RENTED: Final = "+888"
_Key = tuple[Facet, str, Literal["high", "medium", "low"]]


def _none(_: str) -> tuple[Weaker, ...]:
    return ()


# Kinds whose normal form is their key, and the weaker keys of each.
_PLAIN: Final[dict[str, Callable[[str], tuple[Weaker, ...]]]] = {
    "phone": phone.weaker, "email": email.weaker, "url": url.weaker, "card": _none, "ip": _none, "iban": _none, "imei": _none,
}  # fmt: skip


def items_of(
    case: Case,
    traces: Iterable[Trace],
    *,
    texts: Mapping[str, Iterable[Words]] | None = None,
    images: Mapping[str, Iterable[Picture]] | None = None,
    voices: Mapping[str, Iterable[Sound]] | None = None,
    official: frozenset[str] = frozenset(),
) -> tuple[Item, ...]:
    """Every item of `case`, in a fixed order, each once.

    `traces` are `signals.trace.trace_case`'s. `texts`, `images` and `voices` are those of the other side of the
    conversation, by exhibit. `official` are normal forms of authorities, help lines and the node's own list.
    """
    found: dict[Item, None] = {}
    known = {trace.id: trace for trace in traces}
    for identifier in case.identifiers:
        for facet, key, certainty in _keys(identifier, known.get(identifier.id)):
            item = Item(
                case=case.reference, what=identifier.id, facet=facet, key=key, role=_role(case, identifier.used_by),
                person=identifier.used_by, period=_period(case, identifier), certainty=certainty,
                rented=facet == "phone" and key.startswith(_RENTED), official=key in official,
            )  # fmt: skip
            found[item] = None
    person = next((one.id for one in case.suspects), None)
    for what, many in sorted((texts or {}).items()):
        for words in many:
            found[
                Item(case=case.reference, what=what, facet="text", key=words.normal, role="suspect", person=person, words=words)
            ] = None
    for what, pictures in sorted((images or {}).items()):
        for one in pictures:
            found[
                Item(case=case.reference, what=what, facet="image", key=one.pdq.hex(), role="suspect", person=person, picture=one)
            ] = None
    for what, sounds in sorted((voices or {}).items()):
        for sound in sounds:
            found[
                Item(
                    case=case.reference,
                    what=what,
                    facet="voice",
                    key=sound.digest,
                    role="suspect",
                    person=person,
                    print=sound.print,
                )
            ] = None
    return tuple(found)


def _keys(identifier: Identifier, trace: Trace | None) -> Iterator[_Key]:
    """Facet, key and certainty of everything the identifier can be found by."""
    if identifier.type == "name":
        if key := name.clean(identifier.value):
            yield "name", key, "medium"
        return
    if trace is None:
        return
    for normal in (trace.normal,) if trace.normal else trace.candidates:
        yield from _of_normal(identifier, normal, trace.certainty)
    if identifier.type == "account" and identifier.handle:
        handle = account.clean(identifier.handle, identifier.platform)
        if handle and handle != trace.normal and not account.is_stable(handle):
            yield from _of_account(handle, "medium")


def _of_normal(identifier: Identifier, normal: str, certainty: Literal["high", "medium", "low"]) -> Iterator[_Key]:
    match kind_of(identifier.type, normal):
        case "payment_handle":
            yield "payment_handle", normal, certainty
            if normal.startswith("+"):  # the number that is paid to may be called too
                yield "phone", normal, certainty
                yield from _weaker(phone.weaker(normal), "phone")
        case "account":
            yield from _of_account(normal, certainty)
        case "wallet":
            shared = wallet.weaker(normal)
            if "?memo=" in normal or not shared:
                yield "wallet", normal, certainty
            yield from _weaker(shared, "wallet")
        case "ip" if ip.remark(normal) is not None:
            return
        case kind if kind in _PLAIN:
            yield kind, normal, "low" if kind == "card" else certainty
            yield from _weaker(_PLAIN[kind](normal), kind)
        case _:
            return


def _of_account(key: str, certainty: Literal["high", "medium", "low"]) -> Iterator[_Key]:
    if account.is_stable(key):
        yield "account", key, certainty
    else:
        yield "handle", key, "medium"
        yield from _weaker(account.weaker(key), "handle")


def _weaker(ways: tuple[Weaker, ...], kind: str) -> Iterator[_Key]:
    for way in ways:
        yield _WEAKER[kind, way.likeness], way.key, "low"


def _role(case: Case, user: str | None) -> Role:
    """A person who is harmed, or helps, is never the suspect, whatever else the file says of him."""
    roles = next((person.roles for person in case.persons if person.id == user), ())
    if not roles:
        return "unknown"
    if {"complainant", "recipient", "guardian", "reporter"} & set(roles):
        return "own"
    return "suspect" if {"suspect", "instigator"} & set(roles) else "intermediary"


def _period(case: Case, identifier: Identifier) -> Period | None:
    """`from` and `to` of the identifier; where one is missing, the span of what its user did; None where no day is known."""
    days = [event.at for event in case.events if event.by == identifier.used_by is not None and event.at.known]
    firsts, lasts = [day.first for day in days], [day.last for day in days]
    start = identifier.from_.first if identifier.from_ and identifier.from_.known else min(firsts, default=None)
    end = identifier.to.last if identifier.to and identifier.to.known else max(lasts, default=None)
    start, end = start or end, end or start
    if start is None or end is None:
        return None
    return Period(min(start, end), max(start, end))
