"""One more letter of ours on a request: numbered, sealed to the other node, put out to go. In the caller's transaction."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

import msgspec

from longarm.casework.case_keys import field_of
from longarm.casework.exchange.parties import party
from longarm.casework.exchange.requests.package import Packed
from longarm.casework.exchange.requests.peers import card_to
from longarm.casework.exchange.requests.sealed import seal_to
from longarm.errors import BadInput
from longarm.exchange.letter import write
from longarm.exchange.request.bodies import KIND, Ask, File, Said, Step
from longarm.store.models import Attachment, Dispatch, Enclosed, Outgoing, Request


def post(row: Request, what: Ask | Said, packed: Packed | None, by: UUID | None, now: datetime) -> Dispatch:
    """Adds it to `row`, whose numbers change and which the caller saves. `by` None: the node, after her no. A paper request has
    no letter: people carry it.

    Raises BadInput when the other node is no member any more.
    """
    row.said += 1
    sent = Dispatch(request=row, ours=True, number=row.said, act=_act(what), by_id=by, at=now)
    sent.body_sealed = seal_to(row, field_of(sent, "body_sealed"), msgspec.msgpack.encode(what))
    sent.save(force_insert=True)
    files = (packed.file,) if packed else ()
    if packed:
        [bundle] = enclose(row, files, ours=True)
        Enclosed.objects.bulk_create(Enclosed(attachment=bundle, exhibit_id=one) for one in packed.exhibits)
    if not row.paper:
        put_out(row, Step(row.id.bytes, sent.number, what, files), now)
    return sent


def put_out(row: Request, step: Step, now: datetime) -> None:
    number = secrets.token_bytes(16)
    if row.peer is None:
        raise BadInput("request-no-such-node")
    letter = write(party(), card_to(row.peer), KIND, step, now=now, sealed=True, number=number)
    Outgoing.objects.create(number=number, request=row, to=row.peer, letter=letter, made_at=now, next_at=now)


def enclose(row: Request, files: tuple[File, ...], *, ours: bool) -> list[Attachment]:
    """A row for each file that goes along, or is on its way here."""
    before, made = Attachment.objects.filter(request=row).count(), []
    for number, file in enumerate(files, before + 1):
        state = Attachment.State.WHOLE if ours else Attachment.State.ARRIVING
        one = Attachment(
            request=row, case_id=row.case_id, ours=ours, number=number, state=state, vault_name=file.name, size=file.size,
            stored=file.stored,
        )  # fmt: skip
        one.file_sealed = seal_to(row, field_of(one, "file_sealed"), msgspec.msgpack.encode(file))
        one.save(force_insert=True)
        made.append(one)
    return made


def _act(what: Ask | Said) -> str:
    return "send" if isinstance(what, Ask) else what.act
