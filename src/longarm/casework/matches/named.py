"""The blind index: written beside every version of a case file, so that cases which name the same identifier are found.

A tag is a keyed hash (under the node's secret) of kind and normal form; equal tags, same identifier. Who has the database
alone learns that two cases name the same thing, not what. Names, parts of a card and what has no normal form get no tag: they
are not one and the same. Where a number can be read in two states' plans, each reading gets a tag and says so. Weaker keys (what
an address looks like, the domain of a page, the other form of a Palestinian number) have tags of their kind, with `~` in it.

What no suspect, instigator or helper of his is known to use (a harmed person's own number, say) has another tag than the same
number in a suspect's hand: so whoever plants an acquaintance's number as a suspect's learns nothing of that person's own report.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple
from uuid import UUID

import msgspec

from longarm.case.model import Case, Identifier, Trace
from longarm.casework.case_keys import OpenCase, field_of
from longarm.casework.matches.agreed import agreed
from longarm.casework.node import node
from longarm.keys.derive import keyed_hash, subkey
from longarm.signals import account
from longarm.signals.kind import kind_of
from longarm.store.models import Named, SeenSounds, SeenTag

THEIRS: Final = ("suspect", "intermediary")  # roles of items that can tie cases together
_NEVER: Final = frozenset({"name", "card"})


class Mention(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which identifier of the case it is, who used it in which roles, from when to when; `candidate`: one of several readings."""

    identifier: str
    kind: str
    certainty: str
    used_by: str | None = None
    roles: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    candidate: bool = False


class NamedView(NamedTuple):
    """A row of an opened case. An identifier that a case names twice (two users, two times) is one row with two mentions."""

    tag: bytes
    mentions: tuple[Mention, ...]


def index_case(opened: OpenCase, case: Case) -> None:
    """The rows of this version in the place of those before, none where nobody agreed to it. Inside the transaction that writes
    the version."""
    from longarm.law.load import load
    from longarm.matching.items import items_of
    from longarm.signals.trace import trace_case

    Named.objects.filter(case_id=opened.id).delete()
    if not case.identifiers or not agreed(opened):
        return
    found: dict[bytes, list[Mention]] = {}
    traces = trace_case(case, load())
    plain: dict[str, Mention] = {}
    items = items_of(case, traces)
    theirs = {item.what for item in items if item.role in THEIRS}
    for identifier, trace in zip(case.identifiers, traces, strict=True):
        for kind, normal, mention in _mentions(case, identifier, trace):
            plain.setdefault(identifier.id, mention)
            found.setdefault(tag_of(kind, normal, theirs=identifier.id in theirs), []).append(mention)
    for item in items:
        if "~" in item.facet and item.what in plain:
            mention = msgspec.structs.replace(plain[item.what], kind=item.facet, certainty="low")
            found.setdefault(tag_of(item.facet, item.key, theirs=item.what in theirs), []).append(mention)
    rows = Named.objects.bulk_create(Named(case_id=opened.id, tag=tag, about_sealed=b"") for tag in found)
    for row in rows:  # its number is part of the seal
        row.about_sealed = opened.seal(field_of(row, "about_sealed"), msgspec.json.encode(found[bytes(row.tag)]))
    Named.objects.bulk_update(rows, ["about_sealed"])


def forget_case(case: UUID) -> None:
    """A case that was merged into another, or that may no longer be compared: without its key, in the caller's transaction."""
    Named.objects.filter(case_id=case).delete()
    SeenTag.objects.filter(seen__exhibit__case_id=case).delete()
    SeenSounds.objects.filter(seen__exhibit__case_id=case).delete()


def named_in(opened: OpenCase) -> tuple[NamedView, ...]:
    """The rows of an opened case. Raises Unsound when one was changed or moved."""
    return tuple(NamedView(bytes(row.tag), _read(opened, row)) for row in Named.objects.filter(case_id=opened.id).order_by("id"))


def tag_of(kind: str, normal: str, *, theirs: bool = True) -> bytes:
    """The tag of an identifier in its normal form (`signals`). `kind` as in the case file; `theirs`: a suspect or a helper of his
    uses it."""
    return keyed_hash(subkey(node().secret, "named" if theirs else "named of others"), kind, normal)


def _read(opened: OpenCase, row: Named) -> tuple[Mention, ...]:
    text = opened.open(field_of(row, "about_sealed"), row.about_sealed)
    return msgspec.json.decode(text, type=tuple[Mention, ...])


def _mentions(case: Case, identifier: Identifier, trace: Trace) -> Iterator[tuple[str, str, Mention]]:
    if identifier.type in _NEVER:
        return
    plain = Mention(
        identifier=identifier.id,
        kind=identifier.type,
        certainty=trace.certainty,
        used_by=identifier.used_by,
        roles=next((person.roles for person in case.persons if person.id == identifier.used_by), ()),
        first=str(identifier.from_) if identifier.from_ else None,
        last=str(identifier.to) if identifier.to else None,
    )
    for normal in (trace.normal,) if trace.normal else trace.candidates:
        mention = msgspec.structs.replace(plain, candidate=not trace.normal)
        yield _kind(identifier, normal), normal, mention
    if identifier.type == "account" and identifier.handle:  # beside the number of an account, the name it had
        handle = account.clean(identifier.handle, identifier.platform)
        if handle and handle != trace.normal:
            yield "account", handle, msgspec.structs.replace(plain, certainty="medium")


def _kind(identifier: Identifier, normal: str) -> str:
    """A number that money is sent to may be called too, and the address of a profile is the account itself: one tag each."""
    return "phone" if identifier.type == "payment_handle" and normal.startswith("+") else kind_of(identifier.type, normal)
