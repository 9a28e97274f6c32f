"""What a node does by itself once an hour: what the rules of keeping end, what stopped arriving, visits and counts that are over.

Each chore stands alone: one that fails is said on standard error, without a word of any case, and stops neither the others nor
the worker. It comes again within the hour.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

from django.utils import timezone

from longarm.casework.backup.marker import LastChores, remember_chores
from longarm.casework.giving_sweep import sweep
from longarm.casework.life.retention import delete_what_expired
from longarm.casework.node import node
from longarm.store.models import Return, Session, Tries

EVERY: Final = 3600.0  # seconds


def end_visits_that_are_over() -> int:
    """Returns how many rows went: of people at the desk, of holders by code, and of counts at the doors."""
    now, gone = timezone.now(), 0
    for model in (Session, Return, Tries):
        gone += model._default_manager.filter(ends_at__lt=now).delete()[0]
    return gone


CHORES: Final[tuple[tuple[str, Callable[[], int]], ...]] = (
    ("retention", delete_what_expired),
    ("uploads", sweep),
    ("visits", end_visits_that_are_over),
)


def do_chores() -> LastChores:
    """All of them; what was done stands in the data folder for the health page."""
    failed = []
    for name, chore in CHORES:
        try:
            chore()
        except Exception as fault:
            failed.append(name)
            sys.stderr.write(f"longarm: the hourly chore {name} could not be done ({type(fault).__name__}).\n")
    done = LastChores(at=timezone.now(), failed=tuple(failed))
    try:
        remember_chores(node().folder.data, done)
    except OSError as fault:  # a full disk
        sys.stderr.write(f"longarm: that the chores were done could not be noted ({type(fault).__name__}).\n")
    return done
