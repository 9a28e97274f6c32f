"""The pair of keys of one request: whatever arrives is sealed to it at once, and only the case's team opens it again."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from longarm.casework.case_keys import OpenCase, field_of
from longarm.errors import Unsound
from longarm.keys.content import Stored
from longarm.store.models import Attachment, Dispatch, Request

_FORMAT: Final = b"longarm-request/1\x00"


def new_pair(opened: OpenCase, row: Request) -> PrivateKey:
    """Puts a new pair into `row`, which the caller saves."""
    private = PrivateKey.generate()
    row.public = bytes(private.public_key)
    row.private_sealed = opened.seal(field_of(row, "private_sealed"), bytes(private))
    return private


def pair_of(opened: OpenCase, row: Request) -> PrivateKey:
    """Raises Unsound when it was changed or belongs elsewhere."""
    return PrivateKey(opened.open(field_of(row, "private_sealed"), row.private_sealed))


def seal_to(row: Request, what: str, data: bytes) -> bytes:
    """`data` for who holds the pair of `row`, and for this place (`what`) only."""
    return SealedBox(PublicKey(bytes(row.public))).encrypt(_head(row.id, what) + data)


def open_with(private: PrivateKey, request: UUID, what: str, sealed: Stored) -> bytes:
    """Raises Unsound when it was sealed to another, for another place, or changed."""
    try:
        opened = SealedBox(private).decrypt(bytes(sealed))
    except CryptoError:
        raise Unsound("keys-content-altered", field=what) from None
    head = _head(request, what)
    if not opened.startswith(head):
        raise Unsound("keys-content-altered", field=what)
    return opened[len(head) :]


def under_another_key(old: OpenCase, new: OpenCase) -> None:
    """The requests of a case that has a new key, or came to another case: a new pair each, and all that lay under the old one.

    Inside the caller's transaction; `old` and `new` may be the same case under two keys, or two cases.
    """
    for row in Request.objects.filter(case_id=old.id):
        before = pair_of(old, row)
        row.about_sealed = new.seal(field_of(row, "about_sealed"), old.open(field_of(row, "about_sealed"), row.about_sealed))
        new_pair(new, row)
        row.case_id = new.id
        row.save(update_fields=["about_sealed", "public", "private_sealed", "case"])
        for sent in Dispatch.objects.filter(request=row):
            sent.body_sealed = _again(row, before, field_of(sent, "body_sealed"), sent.body_sealed)
            sent.save(update_fields=["body_sealed"])
        for file in Attachment.objects.filter(request=row):
            file.case_id = new.id
            if file.file_sealed:
                file.file_sealed = _again(row, before, field_of(file, "file_sealed"), file.file_sealed)
            file.save(update_fields=["file_sealed", "case"])


def _again(row: Request, before: PrivateKey, what: str, sealed: Stored) -> bytes:
    return seal_to(row, what, open_with(before, row.id, what, sealed))


def _head(request: UUID, what: str) -> bytes:
    return _FORMAT + request.bytes + what.encode() + b"\x00"
