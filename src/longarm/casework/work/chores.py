"""What a node does by itself once an hour: what the rules of keeping end, what stopped arriving, visits and counts that are over;
and SQLite's planner is told how the tables have grown.

Each chore stands alone: one that fails is said on standard error, without a word of any case, and stops neither the others nor
the worker. It comes again within the hour.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Final

from django.utils import timezone

from longarm.casework.backup.marker import LastChores, last_chores, remember_chores
from longarm.casework.exchange.operations.ending import drop_unopened
from longarm.casework.exchange.requests.upkeep import end_requests
from longarm.casework.exchange.round import go_round_if_there_is_a_hub
from longarm.casework.intake.giving_sweep import sweep
from longarm.casework.life.doubt import Seen, doubted
from longarm.casework.life.retention import delete_what_expired
from longarm.casework.node import node
from longarm.casework.people.second_factor import drop_never_confirmed
from longarm.store import statistics
from longarm.store.models import Return, Session, Tries

EVERY: Final = 3600.0  # seconds


def end_visits_that_are_over() -> int:
    """Returns how many rows went: of people at the desk, of holders by code, of counts at the doors, and second factors that were
    begun and left."""
    now, gone = timezone.now(), drop_never_confirmed()
    for model in (Session, Return, Tries):
        gone += model._default_manager.filter(ends_at__lt=now).delete()[0]
    return gone


CHORES: Final[tuple[tuple[str, Callable[[], int]], ...]] = (
    ("retention", delete_what_expired),
    ("uploads", sweep),
    ("visits", end_visits_that_are_over),
    ("requests", end_requests),
    ("operations", drop_unopened),
    ("exchange", go_round_if_there_is_a_hub),
    ("statistics", statistics.refresh),
)


_before: list[Seen] = []  # the round before, in this process


def do_chores() -> LastChores:
    """All of them; what was done stands in the data folder for the health page. Nothing is deleted while the clock is doubted."""
    failed = []
    now = Seen(timezone.now(), time.monotonic())
    doubt = doubted(last_chores(node().folder.data), _before[-1] if _before else None, now)
    _before[:] = [now]
    for name, chore in CHORES:
        if doubt and name == "retention":
            failed.append("clock")
            continue
        try:
            chore()
        except Exception as fault:
            failed.append(name)
            sys.stderr.write(f"longarm: the hourly chore {name} could not be done ({type(fault).__name__}).\n")
    done = LastChores(at=timezone.now(), failed=tuple(failed), doubted=doubt)
    try:
        remember_chores(node().folder.data, done)
    except OSError as fault:  # a full disk
        sys.stderr.write(f"longarm: that the chores were done could not be noted ({type(fault).__name__}).\n")
    return done
