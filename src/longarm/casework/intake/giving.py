"""Files that holders give: encrypted as they arrive, in pieces that can come hours apart, refused before the first byte where
a child may be concerned. Nothing is opened here; the team takes a whole file in as an exhibit, and hashes it then.

What a piece brings is on the disk before the row says so; `store.arriving` heals what a crash leaves in between.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.casework.case_keys import field_of
from longarm.casework.channels import OpenChannel
from longarm.casework.intake import letters
from longarm.casework.intake.given import About
from longarm.casework.intake.giving_limits import must_have_room, must_leave_floor
from longarm.casework.intake.returns import Holder, locked
from longarm.casework.intake.waits import begin_wait
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.store import arriving
from longarm.store.models import Case, Channel, Upload
from longarm.store.vault import remove

LONGEST_NAME: Final = 255


class WrongOffset(Conflict):
    """The piece does not begin where the last one ended. `arrived`: where it must."""

    def __init__(self, arrived: int) -> None:
        super().__init__("giving-wrong-offset", arrived=arrived)
        self.arrived = arrived


class BeginAgain(Conflict):
    """What has come of the file is lost: it must be given from its first byte, as another upload."""


def begin(holder: Holder, name: str, size: int) -> UUID:
    """Announces a file of `size` bytes. Raises NotAllowed on the child road, Conflict after a withdrawal, BadInput when it is
    empty, too large, one too many, or the disk has no room.
    """
    with transaction.atomic():
        case, row, channel = _open(holder)
        must_have_room(row, size)
        # Its key and its first progress are sealed before anybody else can see the row.
        started = arriving.begin(node().vault)
        upload = Upload(channel=row, size=size, vault_name=started.name)
        upload.file_key_sealed = channel.seal(field_of(upload, "file_key_sealed"), started.key)
        upload.about_sealed = channel.seal(
            field_of(upload, "about_sealed"), msgspec.json.encode(About(name=name[:LONGEST_NAME] or "-"))
        )
        upload.resume_sealed = channel.seal(field_of(upload, "resume_sealed"), started.suspended)
        upload.save(force_insert=True)
        record(None, "giving-begun", organisation=case.organisation_id, case=case.id, object=upload.id, size=str(size))
        return upload.id


def receive(holder: Holder, upload: UUID, offset: int, data: bytes | memoryview) -> int:
    """Takes one piece; returns how many bytes have come. The caller chooses its size (a mebibyte is good); it is in memory.

    Raises WrongOffset unless `offset` is what has come so far, BadInput when there is more than was announced or the disk is
    full, BeginAgain when a broken machine has lost what had come, and as `begin` does.
    """
    with _changing(holder, upload) as (_, channel, row):
        if offset != row.arrived:
            raise WrongOffset(row.arrived)
        if row.arrived + len(data) > row.size:
            raise BadInput("giving-more-than-said")
        if not len(data):
            return row.arrived
        suspended = channel.open(field_of(row, "resume_sealed"), row.resume_sealed)
        must_leave_floor(len(data))
        suspended = arriving.receive(node().vault, row.vault_name, suspended, row.arrived, data)
        row.resume_sealed = channel.seal(field_of(row, "resume_sealed"), suspended)
        row.arrived += len(data)
        row.touched_at = timezone.now()
        row.save(update_fields=["resume_sealed", "arrived", "touched_at"])
        return row.arrived


def finish(holder: Holder, upload: UUID) -> None:
    """The whole file has come: from now on the team can take it in. Twice is once. Raises WrongOffset while some is missing."""
    with _changing(holder, upload, whole_too=True) as (case, channel, row):
        if row.state != Upload.State.ARRIVING:
            return
        if row.arrived != row.size:
            raise WrongOffset(row.arrived)
        suspended = channel.open(field_of(row, "resume_sealed"), row.resume_sealed)
        arriving.finish(node().vault, row.vault_name, suspended, row.arrived)
        row.state, row.resume_sealed, row.touched_at = Upload.State.WHOLE, b"", timezone.now()
        row.save(update_fields=["state", "resume_sealed", "touched_at"])
        letters.add(channel, letters.Body(notice="gave"))
        if channel.kind != Channel.Kind.STATEMENT:  # an officer waits for no answer: no alarm rings for that
            begin_wait(case, row.touched_at)
        record(None, "given", organisation=case.organisation_id, case=case.id, object=row.id, size=str(row.size))


def cancel(holder: Holder, upload: UUID) -> None:
    """Removes a file that is still on its way. What is whole stays: it may be proof. Raises NotFound."""
    with transaction.atomic():
        case, channel_row, _ = locked(holder)
        row = _row(channel_row, upload)
        if row.state != Upload.State.ARRIVING:
            raise Conflict("giving-whole")
        remove(node().vault, row.vault_name)
        row.delete()
        record(None, "giving-cancelled", organisation=case.organisation_id, case=case.id, object=upload)


def arrived(holder: Holder, upload: UUID) -> int:
    """How many bytes have come: where the next piece begins. Raises NotFound."""
    row = Upload.objects.filter(id=upload, channel_id=holder.channel).first()
    if row is None:
        raise NotFound("giving-no-such-file")
    return row.arrived


@contextmanager
def _changing(holder: Holder, upload: UUID, *, whole_too: bool = False) -> Iterator[tuple[Case, OpenChannel, Upload]]:
    try:
        with transaction.atomic():
            case, channel_row, channel = _open(holder)
            row = _row(channel_row, upload)
            if row.state != Upload.State.ARRIVING and not whole_too:
                raise Conflict("giving-whole")
            yield case, channel, row
    except arriving.Torn:
        cancel(holder, upload)
        raise BeginAgain("giving-begin-again") from None


def _open(holder: Holder) -> tuple[Case, Channel, OpenChannel]:
    case, row, channel = locked(holder)
    if case.child:
        raise NotAllowed("giving-child-road")
    if row.state == Channel.State.WITHDRAWN:
        raise Conflict("holder-withdrawn")
    return case, row, channel


def _row(channel: Channel, upload: UUID) -> Upload:
    row = Upload.objects.select_for_update().filter(id=upload, channel=channel).first()
    if row is None:
        raise NotFound("giving-no-such-file")
    return row
