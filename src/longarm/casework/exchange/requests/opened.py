"""A request of a case whose key is at hand, and what is sealed in it."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

import msgspec
from nacl.public import PrivateKey

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, lock, open_for
from longarm.casework.exchange.requests.sealed import open_with, pair_of
from longarm.casework.refusals import NotFound
from longarm.exchange.request.bodies import Ask, File, Said
from longarm.store.models import Attachment, Case, Dispatch, Request


class About(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is sealed of a request. `organisation`: of the other node, or the authority that gets the paper. `exhibits`: ids of
    those that go along; `tell`: the person harmed is told that something was passed on; `agreed`: how she agreed, where no
    channel of hers says so.
    """

    ask: Ask
    organisation: str
    exhibits: tuple[UUID, ...] = ()
    tell: bool = True
    agreed: str = ""


class OpenRequest(NamedTuple):
    case: OpenCase
    row: Request
    about: About
    private: PrivateKey

    def said(self, sent: Dispatch) -> Ask | Said:
        text = open_with(self.private, self.row.id, field_of(sent, "body_sealed"), sent.body_sealed)
        return msgspec.msgpack.decode(text, type=Ask | Said)

    def file(self, row: Attachment) -> File | None:
        """None of one that was destroyed, or withheld unopened: its key is not here any more."""
        if row.state == Attachment.State.DESTROYED or not row.file_sealed:
            return None
        text = open_with(self.private, self.row.id, field_of(row, "file_sealed"), row.file_sealed)
        return msgspec.msgpack.decode(text, type=File)


def open_request(actor: Actor, request: UUID) -> OpenRequest:
    """Raises NotFound when there is none, or it is of no case of the actor's teams: both sound the same."""
    row = Request.objects.filter(id=request).first()
    if row is None:
        raise NotFound("request-none")
    return opened_in(open_for(actor, row.case_id, "request-none"), row)


def locked(actor: Actor, request: UUID) -> OpenRequest:
    """The same in the caller's transaction, case and request locked. Raises as `open_request` and `case_keys.lock` do."""
    found = open_request(actor, request)
    lock(found.case)
    return opened_in(found.case, Request.objects.select_for_update().get(id=request))


def opened_in(opened: OpenCase, row: Request) -> OpenRequest:
    about = msgspec.msgpack.decode(opened.open(field_of(row, "about_sealed"), row.about_sealed), type=About)
    return OpenRequest(opened, row, about, pair_of(opened, row))


def put_about(opened: OpenCase, row: Request, about: About) -> None:
    """Into the row, which the caller saves."""
    row.about_sealed = opened.seal(field_of(row, "about_sealed"), msgspec.msgpack.encode(about))


def lock_both(request: UUID) -> Request | None:
    """Of who has no key: the node, when a letter arrives. Case before request, as everywhere."""
    found = Request.objects.filter(id=request).first()
    if found is None:
        return None
    Case.objects.select_for_update().get(id=found.case_id)
    return Request.objects.select_for_update().get(id=request)
