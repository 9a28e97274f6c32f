"""Does the time of the answer to `register` or `withdraw` tell whether another member holds the token? On SQLite and PostgreSQL.

`python bench/hub_time.py`: the hub holds tokens of one member; a second one registers, in turns, tokens that the first holds
and tokens that nobody holds, and withdraws them again unlooked. Printed: the median of both, and how often a guess by the time
of one letter is right (0.50: it tells nothing). In this process, without TLS and network: more than who measures outside has.
"""

from __future__ import annotations

import argparse
import json
import random
import secrets
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from engines import ENGINES, each_in_its_own

ROUNDS = 300


def guessed(hits: list[float], misses: list[float]) -> float:
    """How often the slower one of a hit and a miss is the hit (area under the curve), or the faster one: whichever is more."""
    merged = sorted([(one, 1) for one in hits] + [(one, 0) for one in misses])
    rank = sum(place for place, (_, hit) in enumerate(merged, 1) if hit)
    area = (rank - len(hits) * (len(hits) + 1) / 2) / (len(hits) * len(misses))
    return max(area, 1 - area)


def one(engine: str, rounds: int) -> list[dict[str, object]]:
    """In a process of its own: Django is set up once, for one database."""
    from longarm.hub.start import HubFolder, bring_up

    with tempfile.TemporaryDirectory(prefix="longarm-hub-") as folder:
        party = bring_up(HubFolder(Path(folder) / "hub", Path(folder) / "keys"))
        from longarm.exchange.card import make_card, read_card
        from longarm.exchange.hub.bodies import Entry, Register, Withdraw
        from longarm.exchange.letter import write
        from longarm.exchange.token import ENVELOPE_BYTES
        from longarm.hub import budget, members
        from longarm.hub.answering import answer
        from longarm.keys.party import Party

        budget.LETTERS_A_DAY = 10**9  # type: ignore[misc]
        now = datetime.now(UTC)
        until = (now + timedelta(days=300)).date()
        envelope = secrets.token_bytes(ENVELOPE_BYTES)

        def card(of: Party, role: str) -> bytes:
            return make_card(of, role=role, organisation="x", states=(), address="", certificate="", made_at=now)  # type: ignore[arg-type]

        hub = read_card(card(party, "hub"))
        first, second = Party.new(), Party.new()
        for node in (first, second):
            members.add(card(node, "node"), node.fingerprint, now, entries_a_day=10**9)

        def timed(of: Party, kind: str, said: Register | Withdraw) -> float:
            data = write(of, hub, kind, said, now=now, sealed=True)
            begun = time.perf_counter()
            answer(party, data, now)
            return 1000 * (time.perf_counter() - begun)

        def registers(of: Party, tokens: list[bytes]) -> float:
            return timed(of, "register", Register(tuple(Entry(token, envelope, until) for token in tokens)))

        found = []
        for entries, times in ((1, rounds), (100, rounds // 3)):
            spent: dict[tuple[str, bool], list[float]] = {
                (kind, hit): [] for kind in ("register", "withdraw") for hit in (True, False)
            }
            for place in range(2 * times + 6):
                held = [secrets.token_bytes(32) for _ in range(entries)]
                registers(first, held)
                hit = random.getrandbits(1) == 1  # in no order that a machine's rhythm could follow
                asked = held if hit else [secrets.token_bytes(32) for _ in range(entries)]
                register, withdraw = registers(second, asked), timed(second, "withdraw", Withdraw(tuple(asked)))
                if place >= 6:  # the first calls are no measurement
                    spent["register", hit].append(register)
                    spent["withdraw", hit].append(withdraw)
            for kind in ("register", "withdraw"):
                hits, misses = spent[kind, True], spent[kind, False]
                found.append(
                    {"engine": engine, "letter": kind, "tokens": entries, "median_ms_hit": round(median(hits), 2),
                     "median_ms_none": round(median(misses), 2), "guessed": round(guessed(hits, misses), 2)}
                )  # fmt: skip
        return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--engine", choices=ENGINES, help="only this one")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        for line in one(options.engine, options.rounds):
            print(json.dumps(line))
        return 0
    each_in_its_own(__file__, options.engine, "--rounds", str(options.rounds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
