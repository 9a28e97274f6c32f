"""Files that holders give: encrypted as they arrive, in pieces that can come hours apart, refused before the first byte where
a child may be concerned. Nothing is opened here; the team takes a whole file in as an exhibit, and hashes it then.

What a piece brings is on the disk before the row says so; `store.arriving` heals what a crash leaves in between.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from longarm.casework import letters, tries
from longarm.casework.case_keys import field_of
from longarm.casework.channels import OpenChannel
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.casework.returns import Holder, locked
from longarm.errors import BadInput
from longarm.store import arriving
from longarm.store.models import Case, Channel, Upload
from longarm.store.vault import Kept, VaultSource, remove

LARGEST: Final = 4 * 1024**3  # bytes of one file
MOST_BYTES: Final = 8 * 1024**3  # of one channel, given and announced
MOST_FILES: Final = 60  # of one channel
MOST_BEGUN: Final = 200  # of one channel in a day, cancelled ones too
MOST_ARRIVING: Final = 5  # begun and not ended, of one channel
FLOOR: Final = 1024**3  # bytes of the disk that files of holders never take
KEPT_FOR: Final = timedelta(days=7)  # a file that stopped arriving
LONGEST_NAME: Final = 255


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a file that a holder gives: its name, as their device says it."""

    name: str


class UploadView(NamedTuple):
    """`state`: arriving, whole, taken (the team has it among the exhibits)."""

    id: UUID
    name: str
    size: int
    arrived: int
    state: str
    given_at: datetime


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
        _room(row, size)
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
        _floor(len(data))
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
        case.asked_at = case.asked_at or row.touched_at
        case.save(update_fields=["asked_at"])
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


def uploads_of(channel: OpenChannel) -> tuple[UploadView, ...]:
    """For the holder and the team alike, in the order they came."""
    return tuple(
        UploadView(row.id, about_of(channel, row).name, row.size, row.arrived, row.state, row.made_at)
        for row in Upload.objects.filter(channel_id=channel.id).order_by("made_at", "id")
    )


def about_of(channel: OpenChannel, row: Upload) -> About:
    return msgspec.json.decode(channel.open(field_of(row, "about_sealed"), row.about_sealed), type=About)


def source_of(channel: OpenChannel, row: Upload) -> VaultSource:
    """A whole file, decrypted as it is read; its key is what an exhibit is sealed with again."""
    key = channel.open(field_of(row, "file_key_sealed"), row.file_key_sealed)
    return VaultSource(node().vault, Kept(row.vault_name, key, row.size), about_of(channel, row).name)


def sweep() -> int:
    """Removes files that stopped arriving a week ago, and what a crash left without a row. Returns how many."""
    now, root, count = timezone.now(), node().vault, 0
    for upload in Upload.objects.filter(state=Upload.State.ARRIVING, touched_at__lt=now - KEPT_FOR).values_list("id", flat=True):
        with transaction.atomic():
            row = (
                Upload.objects.select_for_update()
                .filter(id=upload, state=Upload.State.ARRIVING, touched_at__lt=now - KEPT_FOR)
                .first()
            )
            if row is not None:
                case = Case.objects.get(channels=row.channel_id)
                remove(root, row.vault_name)
                row.delete()
                record(None, "giving-swept", organisation=case.organisation_id, case=case.id, object=upload)
                count += 1
    for name, changed_at in list(arriving.unfinished(root)):
        # An hour: `begin` writes the file before its row can be seen.
        if changed_at < now.timestamp() - 3600 and not Upload.objects.filter(vault_name=name).exists():
            remove(root, name)
            count += 1
    return count


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


def _room(channel: Channel, size: int) -> None:
    if size < 1:
        raise BadInput("giving-empty")
    if size > LARGEST:
        raise BadInput("giving-too-large", limit=LARGEST // 1024**3)
    there = Upload.objects.filter(channel=channel)
    if there.count() >= MOST_FILES or (there.aggregate(sum=Sum("size"))["sum"] or 0) + size > MOST_BYTES:
        raise BadInput("giving-too-much")
    if tries.count("giving", str(channel.id), timedelta(days=1)) > MOST_BEGUN:
        raise BadInput("giving-too-much")
    if there.filter(state=Upload.State.ARRIVING).count() >= MOST_ARRIVING:
        raise BadInput("giving-too-many-at-once", most=MOST_ARRIVING)
    _floor(size)


def _floor(size: int) -> None:
    if shutil.disk_usage(node().vault).free < size + FLOOR:
        raise BadInput("giving-no-room")
