"""How much a holder may give, so that nobody fills the disk of those who help."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import Final

from django.db.models import Sum

from longarm.casework.node import node
from longarm.casework.people import tries
from longarm.errors import BadInput
from longarm.store.models import Channel, Upload

LARGEST: Final = 4 * 1024**3  # bytes of one file
MOST_BYTES: Final = 8 * 1024**3  # of one channel, given and announced
MOST_FILES: Final = 60  # of one channel
MOST_BEGUN: Final = 200  # of one channel in a day, cancelled ones too
MOST_ARRIVING: Final = 5  # begun and not ended, of one channel
FLOOR: Final = 1024**3  # bytes of the disk that files of holders never take


def must_have_room(channel: Channel, size: int) -> None:
    """Raises BadInput, one plain sentence, when a file of `size` bytes cannot be taken from this channel."""
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
    must_leave_floor(size)


def must_leave_floor(size: int) -> None:
    """Raises BadInput when `size` bytes more would take what the cases themselves need."""
    if shutil.disk_usage(node().vault).free < size + FLOOR:
        raise BadInput("giving-no-room")
