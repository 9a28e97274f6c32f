"""The door of the public pages: what a knock without a name costs, so that nobody floods the node and nobody is locked out.

A browser with JavaScript works on puzzles while its owner writes; one without waits, counted from the first screen, so that who
answers the questions has waited already. Many knocks from one network, or at the whole node, raise both for a while.
"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Final

import msgspec
from django.conf import settings

from longarm.casework.people import tries
from longarm.keys.puzzle import solved

SAME: Final = 5  # times that one page may be sent


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Times in seconds. `network_free`, `node_free`: knocks in an hour, from one network and at the whole node, that cost no
    more than usual; from there each doubling adds one of at most `steps` steps, which doubles work and wait.
    """

    puzzles: int = 8
    bits: int = 12  # with eight puzzles some 33,000 hashes: two to five seconds on an old phone
    steps: int = 5
    wait: int = 30  # for a report
    code_wait: int = 10  # for a code
    network_free: int = 40
    node_free: int = 300
    life: int = 3 * 3600  # how long an unsent page stays good


class Ticket(msgspec.Struct, frozen=True):
    """What a page was given at its first screen: a number drawn at random, and when (Unix seconds)."""

    seed: str
    since: int


class Toll(msgspec.Struct, frozen=True):
    """What a knock costs now: either the work or the wait."""

    puzzles: int
    bits: int
    wait: int


def limits() -> Limits:
    """Those of the node; tests set others."""
    chosen = getattr(settings, "LONGARM_DOOR", None)
    return chosen if isinstance(chosen, Limits) else Limits()


def toll(kind: str, network: str) -> Toll:
    """What it costs to knock at `kind` from `network` (empty where it is not known: behind Tor or a proxy)."""
    now = limits()
    wait = now.code_wait if kind == "code" else now.wait
    step = _steps(tries.seen(kind, ""), now.node_free)
    if network:
        step = max(step, _steps(tries.seen(kind, network), now.network_free))
    step = min(step, now.steps)
    return Toll(now.puzzles, now.bits + step, wait << step)


def left_to_wait(kind: str, ticket: Ticket, proof: str, network: str) -> int:
    """Seconds until `ticket` may pass; 0: it may now, by its work or because it has waited, and the knock is counted."""
    cost = toll(kind, network)
    waits = ticket.since + cost.wait - int(time.time())
    if waits > 0 and not solved(ticket.seed, proof, cost.puzzles, cost.bits):
        return waits
    tries.count(kind, "")
    if network:
        tries.count(kind, network)
    return 0


def too_often(ticket: Ticket) -> bool:
    """Counts one more sending of the same page. True beyond a double press and a line that drops again and again."""
    return tries.count("ticket", ticket.seed, timedelta(seconds=limits().life)) > SAME


def _steps(knocks: int, free: int) -> int:
    return (knocks // free).bit_length() if free else 0
