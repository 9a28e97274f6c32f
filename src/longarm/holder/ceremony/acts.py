"""Beginning a ceremony, hearing the others, giving one up, and confirming what people compared by voice.
Long: all that a person does in it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec
from django.db import transaction

from longarm.errors import BadInput
from longarm.exchange.card import Card, read_card
from longarm.exchange.ceremony import begin as beginning
from longarm.exchange.ceremony import step as stepping
from longarm.exchange.ceremony.messages import Blame, Incoming, Message, Outgoing
from longarm.exchange.ceremony.setup import epoch_of
from longarm.exchange.ceremony.state import State
from longarm.exchange.holder.bodies import Key, Participant
from longarm.exchange.oprf import group
from longarm.holder import shares
from longarm.holder.ceremony.keeping import Kept, cards_of, load, put
from longarm.holder.ceremony.plan import Plan, check
from longarm.holder.lines import note
from longarm.holder.models import Ceremony, KeyShare
from longarm.holder.start import Ours


class View(NamedTuple):
    """`waits_for`: whose word is missing. `transcript`: hexadecimal, for the voice, and the `epoch`, once `done`.

    `holds`: we will hold a share.
    """

    session: str
    others: dict[str, Card]
    waits_for: tuple[str, ...]
    done: bool
    blame: Blame | None
    transcript: str
    epoch: str
    confirmed_at: datetime | None
    holds: bool


def begin(ours: Ours, plan: Plan, cards: Sequence[bytes], now: datetime) -> View:
    """Ours is said and on disk when this returns; begun again alike it goes on where it stood. Raises BadInput for a plan that
    cannot be, for a card of no holder, and where a key is given anew, when our share of it is missing or not of now."""
    read = [read_card(data) for data in cards]
    for card in read:
        if card.role != "holder":
            raise BadInput("keyholder-not-a-holder", organisation=card.organisation)
    if {card.fingerprint for card in read} | {ours.party.fingerprint} != set(plan.everybody):
        raise BadInput("keyholder-holders-once")
    check(plan, ours.party.fingerprint)
    with transaction.atomic():
        if (known := Ceremony.objects.select_for_update().filter(session=plan.session).first()) is not None:
            return _view(known, load(ours, known))
        state, out = _started(ours, plan)
        row = Ceremony(session=plan.session, cards=msgspec.msgpack.encode(tuple(cards)), began_at=now)
        kept = put(ours, row, state, tuple(out))
        row.save(force_insert=True)
        note("ceremony-began", None, now)
    return _view(row, kept)


def hear(ours: Ours, session: str, sender: str, messages: Sequence[Message], now: datetime) -> View:
    """Takes what `sender` said, whole. Raises Refused when it speaks of another ceremony; then nothing was taken."""
    with transaction.atomic():
        row = _row(session, lock=True)
        before = kept = load(ours, row)
        state, said = kept.state, kept.said
        for message in messages:
            state, out = stepping.step(state, Incoming(sender, message))
            said += tuple(out)
        if (state, said) != (before.state, before.said):
            kept = put(ours, row, state, said)
            row.save()
            _note_end(before, kept, now)
    return _view(row, kept)


def look(ours: Ours, session: str = "") -> View:
    """How it stands; without a session the one that was begun last. Raises BadInput when there is none."""
    row = _row(session)
    return _view(row, load(ours, row))


def give_up(ours: Ours, session: str, who: str, now: datetime) -> View:
    """Our people wait for `who` no longer: this ceremony makes no key here."""
    with transaction.atomic():
        row = _row(session, lock=True)
        before = load(ours, row)
        if who not in before.state.setup.everybody:
            raise BadInput("keyholder-no-part", fingerprint=who[:64])
        kept = put(ours, row, stepping.give_up(before.state, who), before.said)
        row.save()
        _note_end(before, kept, now)
    return _view(row, kept)


def confirm(ours: Ours, session: str, heard: str, now: datetime) -> View:
    """People compared the hash by voice; our share is in use from now on, and one that it replaces is gone.

    `heard`: the hash as another holder read it out. Raises BadInput when the ceremony is not done, or the hash is another: then
    somebody stands between, or lied. Twice is once.
    """
    with transaction.atomic():
        row = _row(session, lock=True)
        kept = load(ours, row)
        view = _view(row, kept)
        if not kept.state.done:
            raise BadInput("keyholder-not-done")
        if "".join(heard.split()).lower() != view.transcript:
            raise BadInput("keyholder-other-transcript")
        if row.confirmed_at is None:
            _take(ours, kept, now)
            row.confirmed_at = now
            # Our share stands among the shares now; here only what the others may still fetch.
            put(ours, row, msgspec.structs.replace(kept.state, result=None), kept.said)
            row.save()
            note("ceremony-confirmed", None, now)
    return view._replace(confirmed_at=row.confirmed_at)


def _started(ours: Ours, plan: Plan) -> tuple[State, list[Outgoing]]:
    us, old = ours.party.fingerprint, plan.old
    try:
        if old is None:
            return beginning.begin(
                plan.session, us, plan.receivers, plan.threshold, os.urandom, number=plan.number, purpose=plan.purpose
            )
        share = shares.own(ours, old.epoch, old.renewal) if us in old.dealers.values() else None
        return beginning.reshare(plan.session, us, old, plan.receivers, plan.threshold, random=os.urandom, share=share)
    except ValueError:
        raise BadInput("keyholder-not-this-key") from None


def _take(ours: Ours, kept: Kept, now: datetime) -> None:
    found, setup = kept.state.result, kept.state.setup
    if found is None:
        if setup.old is not None:  # we dealt and leave
            KeyShare.objects.filter(epoch=setup.old.epoch, renewal=setup.old.renewal).delete()
        return
    there = tuple(Participant(index, who) for index, who in sorted(found.participants.items()))
    key = Key(found.epoch, found.renewal, found.commitments, there, found.transcript, None, found.purpose)
    shares.keep(ours, key, found.share, now)


def _row(session: str, *, lock: bool = False) -> Ceremony:
    rows = Ceremony.objects.select_for_update() if lock else Ceremony.objects
    row = (rows.filter(session=session) if session else rows.order_by("-id")).first()
    if row is None:
        raise BadInput("keyholder-no-ceremony")
    return row


def _note_end(before: Kept, kept: Kept, now: datetime) -> None:
    if kept.state.done and not before.state.done:
        note("ceremony-done", None, now)
    if kept.state.blame and not before.state.blame:
        note(f"ceremony-{kept.state.blame.why}", None, now)


def _view(row: Ceremony, kept: Kept) -> View:
    state = kept.state
    return View(
        row.session,
        cards_of(row),
        tuple(sorted(state.waits_for)),
        state.done,
        state.blame,
        state.transcript.hex() if state.done else "",
        _epoch(state) if state.done else "",
        row.confirmed_at,
        state.my_index is not None,
    )


def _epoch(state: State) -> str:
    setup = state.setup
    if setup.old is not None:
        return setup.old.epoch
    return epoch_of(setup.number, group.total(each.commitments.public for each in state.reveals.values()), setup.purpose)
