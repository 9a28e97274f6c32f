"""Invitation codes: a school, a relative, a supporter adds what they received, and sees their own channel and nothing else.

The team invites with the case's key. A complainant has none, so the code given to them begins to work when the team confirms:
somebody who brings a supporter along under pressure is not left alone with that.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone
from nacl.utils import random

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, lock, open_for
from longarm.casework.channels import OpenChannel, for_team, make_channel
from longarm.casework.intake import letters
from longarm.casework.intake.returns import Holder, locked, open_code
from longarm.casework.intake.waits import begin_wait
from longarm.casework.node import record
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.keys.receipt import Form, code_from
from longarm.store.models import Channel, Letter
from longarm.texts import Language

Kind = Literal["supporter", "recipient"]
LASTS: Final = timedelta(days=30)
MOST_ASKED: Final = 5  # invitations of a holder that wait for the team
LONGEST_ABOUT: Final = 200


class _Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a holder's invitation needs to become a channel; sealed in a letter (`letters.Body.invited`)."""

    kind: Kind
    about: str
    lookup: bytes
    public: bytes
    language: Language


class AskedView(NamedTuple):
    """An invitation that a holder asks the team to confirm. `letter` names it."""

    letter: UUID
    kind: Kind
    about: str  # in the holder's words
    asked_at: datetime


def invite(actor: Actor, case: UUID, kind: Kind, about: str, language: Language, *, form: Form = "words") -> str:
    """A code for one person, shown this once. `about`: who it is, for the team. It expires in 30 days unless it is used.

    Raises NotFound when the actor is not of the case's team, NotAllowed unless the actor works cases.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    code = _new_code(form, language)
    receipt = open_code(code)
    with transaction.atomic():
        lock(opened)
        channel = _make(opened, kind, _checked(about), receipt.lookup, bytes(receipt.private.public_key))
        record(actor.user, "invited", organisation=actor.organisation, case=case, object=channel.id, kind=kind)
    return code


def invite_by_holder(holder: Holder, kind: Kind, about: str, language: Language = "ar", *, form: Form = "words") -> str:
    """A code that a complainant hands on; it opens nothing before the team has confirmed it (`asked`, `confirm`).

    Raises NotAllowed for a recipient or supporter, Conflict after a withdrawal, BadInput when too many wait.
    """
    if holder.kind != Channel.Kind.COMPLAINANT:
        raise NotAllowed("casework-not-allowed")
    code = _new_code(form, language)
    receipt = open_code(code)
    public = bytes(receipt.private.public_key)
    wanted = _Asked(kind=kind, about=_checked(about), lookup=receipt.lookup, public=public, language=language)
    with transaction.atomic():
        case, row, channel = locked(holder)
        if row.state == Channel.State.WITHDRAWN:
            raise Conflict("holder-withdrawn")
        if len(_waiting(channel)) >= MOST_ASKED:
            raise BadInput("holder-too-many-invited", most=MOST_ASKED)
        begin_wait(case)
        letters.add(channel, letters.Body(notice="asks_invitation", invited=msgspec.msgpack.encode(wanted)))
        record(None, "invitation-asked", organisation=case.organisation_id, case=case.id, object=row.id, kind=kind)
    return code


def asked(actor: Actor, case: UUID) -> tuple[AskedView, ...]:
    """What holders of the case ask the team to confirm. Raises NotFound as `open_for` does."""
    opened = open_for(actor, case)
    return tuple(
        AskedView(letter.id, wanted.kind, wanted.about, letter.at)
        for row in Channel.objects.filter(case_id=case, kind=Channel.Kind.COMPLAINANT)
        for letter, wanted in _waiting(for_team(opened, row))
    )


def confirm(actor: Actor, case: UUID, letter: UUID) -> UUID:
    """Lets the invited person in: the code works from now on, for 30 days. Returns the channel; twice is once.

    Raises NotFound when nothing of that name was asked.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    with transaction.atomic():
        lock(opened)
        row = Letter.objects.select_related("channel").filter(id=letter, channel__case_id=case, by=None).first()
        body = None
        if row is not None:
            channel = for_team(opened, row.channel)
            body = msgspec.json.decode(channel.open(field_of(row, "body_sealed"), row.body_sealed), type=letters.Body)
        if body is None or not body.invited:
            raise NotFound("casework-no-such-channel")
        wanted = msgspec.msgpack.decode(body.invited, type=_Asked)
        there = Channel.objects.filter(lookup=wanted.lookup).first()
        if there is not None:
            return there.id
        made = _make(opened, wanted.kind, wanted.about, wanted.lookup, wanted.public)
        record(actor.user, "invited", organisation=actor.organisation, case=case, object=made.id, kind=wanted.kind)
        return made.id


def _make(opened: OpenCase, kind: Kind, about: str, lookup: bytes, public: bytes) -> OpenChannel:
    channel = make_channel(opened, kind, public, lookup=lookup, about=about.encode())
    Channel.objects.filter(id=channel.id).update(ends_at=timezone.now() + LASTS)
    return channel


def _waiting(channel: OpenChannel) -> list[tuple[letters.LetterView, _Asked]]:
    """Asked for, and no channel made of it yet. What the team does not confirm in 30 days is over."""
    since = timezone.now() - LASTS
    found = [
        (letter, msgspec.msgpack.decode(letter.body.invited, type=_Asked))
        for letter in letters.read(channel)
        if letter.body.invited and letter.at > since
    ]
    made = {bytes(tag) for tag in Channel.objects.filter(case_id=channel.case).values_list("lookup", flat=True) if tag}
    return [(letter, wanted) for letter, wanted in found if wanted.lookup not in made]


def _checked(about: str) -> str:
    about = " ".join(about.split())
    if not about or len(about) > LONGEST_ABOUT:
        raise BadInput("casework-bad-name", longest=LONGEST_ABOUT)
    return about


def _new_code(form: Form, language: Language) -> str:
    return code_from(random(32), form, language)
