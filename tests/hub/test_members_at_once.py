"""Three members that register, withdraw and fetch at the same moment, while the hub pairs: nobody waits without end, and whoever
is told of a hit, the other side is told of it too."""

from __future__ import annotations

import random
import threading
from collections import defaultdict
from collections.abc import Callable

import pytest
from django.db import connection
from meeting import CAIRO, NOW, TRIPOLI, TUNIS, hits_of, join, registers, withdraws

from longarm.exchange.hub.bodies import Hit
from longarm.hub.models import Changed
from longarm.hub.pairing import pair
from longarm.keys.party import Party

pytestmark = pytest.mark.django_db(transaction=True)
TOKENS = tuple(b"token %d" % number for number in range(8))
ROUNDS = 6


def test_both_are_told_or_neither_whatever_happens_at_once() -> None:
    join(TRIPOLI, CAIRO, TUNIS)
    told: dict[bytes, set[str]] = defaultdict(set)
    between: dict[bytes, set[str]] = {}
    faults: list[BaseException] = []

    def hear(party: Party, hits: tuple[Hit, ...]) -> None:
        for hit in hits:
            told[hit.id].add(party.fingerprint)
            between.setdefault(hit.id, set()).update({party.fingerprint, hit.other})

    def member(party: Party, seed: int) -> None:
        chance, seen = random.Random(seed), tuple[bytes, ...]()
        for _ in range(ROUNDS):
            registers(party, *chance.sample(TOKENS, 4))
            page = hits_of(party, *seen)
            hear(party, page.hits)
            seen = tuple(hit.id for hit in page.hits)
            withdraws(party, *chance.sample(TOKENS, 3))

    def hub() -> None:
        for _ in range(3 * ROUNDS):
            pair(NOW)

    def alone(act: Callable[[], None]) -> threading.Thread:
        def run() -> None:
            try:
                act()
            except BaseException as fault:
                faults.append(fault)
            finally:
                connection.close()

        return threading.Thread(target=run)

    everybody = (TRIPOLI, CAIRO, TUNIS)
    threads = [alone(lambda party=party, seed=seed: member(party, seed)) for seed, party in enumerate(everybody)]  # type: ignore[misc]
    threads += [alone(hub), alone(hub)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert not any(thread.is_alive() for thread in threads)
    assert faults == []
    for party in everybody:
        seen: tuple[bytes, ...] = ()
        while (page := hits_of(party, *seen)).hits:
            hear(party, page.hits)
            seen = tuple(hit.id for hit in page.hits)
    assert between, "somebody met somebody"
    assert dict(told) == between
    assert not Changed.objects.exists()
