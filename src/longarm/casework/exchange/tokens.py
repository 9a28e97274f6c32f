"""Tokens of a case: which of its identifiers go out, and making what the hub is sent, while the case's key is at hand.
Long: what goes out and what still lacks must agree.
"""

from __future__ import annotations

from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from nacl.public import PrivateKey

from longarm.case.model import Case
from longarm.casework.actor import Actor
from longarm.casework.after_restore import held_cases
from longarm.casework.case_keys import OpenCase, field_of, lock, open_for
from longarm.casework.cases import case_at
from longarm.casework.exchange import epochs
from longarm.casework.exchange.blinding import outputs_now
from longarm.casework.exchange.letting_go import let_go, seal_token
from longarm.casework.exchange.parties import party
from longarm.casework.exchange.permitted import permitted
from longarm.casework.node import node, record
from longarm.exchange import token as tokens
from longarm.exchange.hub.envelope import Contact
from longarm.exchange.kinds import exchanged_by_default
from longarm.keys.derive import keyed_hash, subkey
from longarm.law.load import load
from longarm.matching.items import items_of
from longarm.matching.official import official_numbers
from longarm.signals.trace import trace_case
from longarm.store import models
from longarm.store.models import CaseKey, Leaving, Organisation, Registered

_MOST_NAME: Final = 120  # bytes: an envelope holds 255


class Named(NamedTuple):
    """What is blinded: kind and normal form, and which identifier of the case it is."""

    kind: str
    normal: str
    identifier: str


class About(msgspec.Struct, frozen=True):
    """A registration as the case keeps it: what was blinded, with which key; what opens envelopes and hits."""

    kind: str
    normal: str
    identifier: str
    epoch: str
    token: bytes
    envelope_key: bytes
    private: bytes


class ToSend(msgspec.Struct, frozen=True):
    """What the hub is sent. `epoch`: of the token; one of a past epoch is not renewed."""

    token: bytes
    envelope: bytes
    epoch: str


class Made(NamedTuple):
    """`made`: new tokens; `let_go`: no longer wanted; `allowed`: may the case be compared at all?"""

    made: int
    let_go: int
    allowed: bool


def make(actor: Actor, case: UUID) -> Made:
    """Makes the tokens a case lacks. Raises NotFound as `open_for` does, Unsound when the holders are away: nothing is lost then.

    The holders are asked outside any transaction, and nothing of the case is written before they have answered.
    """
    return make_opened(open_for(actor, case), actor.user)


def make_opened(opened: OpenCase, by: UUID) -> Made:
    """As `make`, with the case's key at hand (the worker). Raises Conflict when the case was given a new key meanwhile."""
    said = permitted(opened)
    if not said.allowed:
        with transaction.atomic():
            return Made(0, 0 if said.held else let_go(opened.id), False)
    _rows(opened).filter(held_cases()).update(made_at=timezone.now())  # allowed once more since the restore: they go
    file = case_at(opened).case
    wanted = {(one.kind, one.normal): one for one in named(file)}
    known = {row.id: about_of(opened, row) for row in _rows(opened)}
    gone = [row for row, about in known.items() if (about.kind, about.normal) not in wanted]
    there = {(about.kind, about.normal, about.epoch) for about in known.values()}
    missing = list(wanted.values())
    if known:
        epoch = epochs.current().epoch
        missing = [one for one in missing if (one.kind, one.normal, epoch) not in there]
    if not missing:
        with transaction.atomic():
            return Made(0, let_go(opened.id, gone), True)
    key, outputs = outputs_now([tokens.input_of(one.kind, one.normal) for one in missing])
    with transaction.atomic():
        lock(opened)
        if not permitted(opened).allowed:  # taken back while the holders worked
            return Made(0, let_go(opened.id), False)
        made = sum(
            _keep(opened, one, tokens.Token.of(output), key.epoch, file) for one, output in zip(missing, outputs, strict=True)
        )
        dropped = let_go(opened.id, gone)
        record(by, "tokens-made", organisation=opened.organisation, case=opened.id, count=str(made))
    return Made(made, dropped, True)


def make_all(actor: Actor) -> int:
    """The tokens of every case of the actor that is worked on. Returns how many are new. Raises as `make` does, at the first."""
    ended = (models.Case.Stage.MERGED, models.Case.Stage.DELETED)
    cases = CaseKey.objects.filter(user_id=actor.user).exclude(case__stage__in=ended).values_list("case_id", flat=True)
    return sum(make(actor, case).made for case in list(cases))


def wanting(opened: OpenCase) -> bool:
    """Has the case identifiers without a token of the key of now, or tokens it should let go? Nobody is asked."""
    known = [about_of(opened, row) for row in _rows(opened)]
    said = permitted(opened)
    if not said.allowed:
        return bool(known) and not said.held
    if _rows(opened).filter(held_cases()).exists():
        return True
    wanted, key = {(one.kind, one.normal) for one in named(case_at(opened).case)}, epochs.known()
    of_now = {(about.kind, about.normal) for about in known if key is None or about.epoch == key.epoch}
    return bool(wanted - of_now or {(about.kind, about.normal) for about in known} - wanted)


def _rows(opened: OpenCase) -> QuerySet[Registered]:
    return Registered.objects.filter(case_id=opened.id)


def named(case: Case) -> tuple[Named, ...]:
    """The identifiers that go out: strong ones (`exchange.kinds`) that the suspect alone used, on no list of official numbers.

    Readings of low certainty, second keys and what the harmed side used too are left out.
    """
    facts = load()
    items = items_of(case, trace_case(case, facts), official=official_numbers(facts))
    suspects = {person.id for person in case.persons if "suspect" in person.roles}
    theirs = {item.key for item in items if item.role == "own"}
    found: dict[tuple[str, str], Named] = {}
    for item in items:
        kind = "account" if item.facet == "handle" else item.facet
        if (
            exchanged_by_default(kind)
            and item.role == "suspect"
            and item.person in suspects
            and item.certainty != "low"
            and not item.official
            and item.key not in theirs
        ):
            found.setdefault((kind, item.key), Named(kind, item.key, item.what))
    return tuple(found.values())


def about_of(opened: OpenCase, row: Registered) -> About:
    return msgspec.msgpack.decode(opened.open(field_of(row, "about_sealed"), row.about_sealed), type=About)


def tag_of(token: bytes) -> bytes:
    """By which a hit finds the cases that registered its token."""
    return keyed_hash(subkey(node().secret, "exchange"), "token", token.hex())


def _keep(opened: OpenCase, one: Named, token: tokens.Token, epoch: str, file: Case) -> int:
    tag, pair = tag_of(token.token), PrivateKey.generate()
    if Registered.objects.filter(case_id=opened.id, tag=tag).exists():
        return 0
    Leaving.objects.filter(tag=tag, hub=None).delete()
    row = Registered(case_id=opened.id, tag=tag, public=bytes(pair.public_key))
    envelope = tokens.seal(token, party().fingerprint, msgspec.msgpack.encode(contact(opened, row.id, one, file)))
    row.token_sealed = seal_token(tag, msgspec.msgpack.encode(ToSend(token.token, envelope, epoch)))
    about = About(one.kind, one.normal, one.identifier, epoch, token.token, token.envelope_key, bytes(pair))
    row.about_sealed = opened.seal(field_of(row, "about_sealed"), msgspec.msgpack.encode(about))
    row.save(force_insert=True)
    return 1


def contact(opened: OpenCase, reference: UUID, one: Named, file: Case) -> Contact:
    """What others read who named the same: `reference`, by which this node finds the case again, and whom to speak to."""
    organisation = Organisation.objects.get(id=opened.organisation)
    wants = tuple(sorted({str(event.wants) for event in file.events if event.wants}))
    name = node().open_name(organisation.id, organisation.name_sealed)
    return Contact(reference.bytes, name.encode()[:_MOST_NAME].decode("utf-8", "ignore"), one.kind, wants)
