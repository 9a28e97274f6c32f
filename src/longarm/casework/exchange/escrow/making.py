"""The reports in escrow that a case's complainant wished for: made while the case's key is at hand, sent by the round.
Long: what goes out and what still lacks must agree.
"""

from __future__ import annotations

import os
from datetime import date, timedelta
from typing import Final, NamedTuple
from uuid import UUID, uuid4

import msgspec
from django.db import transaction
from django.utils import timezone
from nacl.public import PrivateKey

from longarm.case.model import Case
from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, lock, open_for
from longarm.casework.cases import case_at
from longarm.casework.exchange import epochs
from longarm.casework.exchange.blinding import outputs_now
from longarm.casework.exchange.child import concerns_a_child, no_longer_wished
from longarm.casework.exchange.escrow.letting_go import drop, leave_report, seal_report
from longarm.casework.exchange.escrow.offered import offered
from longarm.casework.exchange.escrow.wishes import held, wished
from longarm.casework.exchange.parties import party
from longarm.casework.exchange.tokens import Named, contact, named
from longarm.casework.node import node, record
from longarm.exchange.escrow.report import put, token_of
from longarm.exchange.holder.bodies import Key
from longarm.exchange.token import input_of
from longarm.keys.derive import keyed_hash, subkey
from longarm.store import models
from longarm.store.models import CaseKey, Escrowed

STANDS_FOR: Final = timedelta(days=180)  # what was taken back could be shown by a hub that lies until its last day: not longer
RENEWED: Final = timedelta(days=120)  # before its end, when somebody works on the case


class About(msgspec.Struct, frozen=True):
    """A report as the case keeps it. `output`: of the oblivious function, which opens the inside of others' reports of him.
    `before`: those of keys that were used before, for what opened then."""

    kind: str
    normal: str
    identifier: str
    needed: int
    tokens_epoch: str
    escrow_epoch: str
    output: bytes
    private: bytes
    before: tuple[bytes, ...] = ()


class Made(NamedTuple):
    made: int
    let_go: int


class _Wish(NamedTuple):
    """What a report has to be like today."""

    needed: int
    tokens: Key
    escrow: Key

    def is_met_by(self, about: About, row: Escrowed, today: date) -> bool:
        said = (about.needed, about.tokens_epoch, about.escrow_epoch)
        whole = row.tag is not None and row.expires_on >= today + RENEWED
        return whole and said == (self.needed, self.tokens.epoch, self.escrow.epoch)


def make_all(actor: Actor) -> int:
    """The reports of every case of the actor that is worked on. Returns how many are new."""
    ended = (models.Case.Stage.MERGED, models.Case.Stage.DELETED)
    cases = CaseKey.objects.filter(user_id=actor.user).exclude(case__stage__in=ended).values_list("case_id", flat=True)
    return sum(make_opened(open_for(actor, case), actor.user).made for case in list(cases))


def make_opened(opened: OpenCase, by: UUID) -> Made:
    """Makes what the case lacks, lets go of what is no longer wished. Raises Unsound when the holders are away: nothing is lost
    then. The holders are asked outside any transaction."""
    needed, rows = wished(opened), _rows(opened)
    if not needed or not offered():
        with transaction.atomic():
            return Made(0, no_longer_wished(opened) if rows else 0)
    if held(opened):
        return Made(0, 0)
    wish, file = _wish(needed), case_at(opened).case
    wanted = {(one.kind, one.normal): one for one in named(file)}
    known = {(about.kind, about.normal): (row, about) for row in rows for about in [about_of(opened, row)]}
    gone = [row for key, (row, _) in known.items() if key not in wanted]
    today = timezone.now().date()
    missing = [one for key, one in wanted.items() if key not in known or not wish.is_met_by(known[key][1], known[key][0], today)]
    made = outputs_now([input_of(one.kind, one.normal) for one in missing]) if missing else (wish.tokens, ())
    wish = wish._replace(tokens=made[0])
    with transaction.atomic():
        lock(opened)
        if wished(opened) != needed:  # changed while the holders worked
            return Made(0, no_longer_wished(opened))
        for one, output in zip(missing, made[1], strict=True):
            _keep(opened, wish, known.get((one.kind, one.normal)), one=one, output=output, file=file)
        drop(gone)
        if missing:
            record(by, "escrow-made", organisation=opened.organisation, case=opened.id, count=str(len(missing)))
    return Made(len(missing), len(gone))


def wanting(opened: OpenCase) -> bool:
    """Is there something to make or to let go? Nobody is asked."""
    needed, rows = wished(opened), _rows(opened)
    if not needed or not offered():
        return any(row.tag is not None for row in rows) if concerns_a_child(opened) else bool(rows)
    if held(opened):
        return False
    if not epochs.known():
        return True
    wish, today = _wish(needed), timezone.now().date()
    met = {(about.kind, about.normal): wish.is_met_by(about, row, today) for row in rows for about in [about_of(opened, row)]}
    return set(met) != {(one.kind, one.normal) for one in named(case_at(opened).case)} or not all(met.values())


def about_of(opened: OpenCase, row: Escrowed) -> About:
    return msgspec.msgpack.decode(opened.open(field_of(row, "about_sealed"), row.about_sealed), type=About)


def _rows(opened: OpenCase) -> list[Escrowed]:
    return list(Escrowed.objects.filter(case_id=opened.id))


def _wish(needed: int) -> _Wish:
    return _Wish(needed, epochs.current(), epochs.current("escrow"))


def _keep(opened: OpenCase, wish: _Wish, before: tuple[Escrowed, About] | None, *, one: Named, output: bytes, file: Case) -> None:
    """A new row, or the one there is with a new report in it: what opened with the old one stays."""
    outputs: tuple[bytes, ...] = ()
    if before is None:
        pair = PrivateKey.generate()
        row = Escrowed(id=uuid4(), case_id=opened.id, public=bytes(pair.public_key))
    else:
        row, pair = before[0], PrivateKey(before[1].private)
        outputs = tuple(each for each in dict.fromkeys((before[1].output, *before[1].before)) if each != output)
        leave_report(row)
    until = timezone.now().date() + STANDS_FOR
    report = put(
        party(), output, msgspec.msgpack.encode(contact(opened, row.id, one, file)), wish.escrow.commitments.public,
        needed=wish.needed, complainant=_complainant(opened, output), expires_on=until, tokens_epoch=wish.tokens.epoch,
        escrow_epoch=wish.escrow.epoch, random=os.urandom,
    )  # fmt: skip
    row.made_at, row.expires_on, row.posted_at, row.rests_until = timezone.now(), until, None, None
    seal_report(row, report)
    about = About(
        one.kind, one.normal, one.identifier, wish.needed, wish.tokens.epoch, wish.escrow.epoch, output, bytes(pair), outputs
    )  # fmt: skip
    row.about_sealed = opened.seal(field_of(row, "about_sealed"), msgspec.msgpack.encode(about))
    row.save()


def _complainant(opened: OpenCase, output: bytes) -> bytes:
    """One a case and offender: to others it says nothing, and two reports of one case are one person's."""
    return keyed_hash(subkey(node().secret, "escrow"), "complainant", f"{opened.id}/{token_of(output).hex()}")
