"""One key holder as it serves: letters opened, paid, worked on with a proof, kept, sealed. On SQLite and PostgreSQL.

`python bench/holder.py`: letters of 2,000 elements and of 5, each answered as the holder does it, in this process on all of its
cores; TLS is not in it. Beside it what the group work alone takes of the processor, by turns: so much more is the letter's.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from engines import ENGINES, each_in_its_own

LETTERS = 20
SIZES = (2000, 5)


def one(engine: str, letters: int) -> list[dict[str, object]]:
    """In a process of its own: Django is set up once, for one database."""
    from longarm.holder.start import HolderFolder, bring_up

    with tempfile.TemporaryDirectory(prefix="longarm-holder-") as folder:
        ours = bring_up(HolderFolder(Path(folder) / "holder", Path(folder) / "keys"))
        from django.db import transaction

        from longarm.exchange.card import Role, make_card, read_card
        from longarm.exchange.ceremony import polynomial
        from longarm.exchange.holder.bodies import Evaluate, Key, Participant, joined
        from longarm.exchange.letter import write
        from longarm.exchange.oprf import group, threshold
        from longarm.holder import members, shares
        from longarm.holder.answering import answer
        from longarm.keys.party import Party

        now = datetime.now(UTC)
        line = polynomial.drawn(2, os.urandom)
        share = threshold.Share(1, polynomial.value(line, group.small(1)))
        there = (Participant(1, ours.party.fingerprint), Participant(2, "0" * 64))
        key = Key("1-bench", 0, polynomial.committed(line), there, b"", None)
        with transaction.atomic():
            shares.keep(ours, key, share, now)

        def card(of: Party, role: Role) -> bytes:
            return make_card(of, role=role, organisation="x", states=(), address="", certificate="", made_at=now)

        node, holder = Party.new(), read_card(card(ours.party, "holder"))
        members.add(card(node, "node"), node.fingerprint, now, 10**8)
        found: list[dict[str, object]] = []
        for size in SIZES:
            elements = [group.base(group.random_scalar(os.urandom)) for _ in range(size)]
            clock, used, bare = [], [], []
            for _ in range(letters if size > 100 else 10 * letters):
                asked = Evaluate(0, (1, 2), joined(elements))
                data = write(node, holder, "evaluate", asked, now=now, sealed=True, epoch=key.epoch)
                begun, processor = time.perf_counter(), time.process_time()
                answer(ours, data, now)
                clock.append(time.perf_counter() - begun)
                used.append(time.process_time() - processor)
                processor = time.process_time()
                threshold.evaluate(share, (1, 2), elements)
                bare.append(time.process_time() - processor)
            found.append(
                {
                    "engine": engine, "elements": size, "answered_ms": round(1000 * median(clock), 1),
                    "elements_a_second": round(size / median(clock)), "at_best": round(size / min(clock)),
                    "processor_ms": round(1000 * median(used), 1), "a_second_of_processor": round(size / median(used)),
                    "of_it_group_work": round(median(bare) / median(used), 2),
                }
            )  # fmt: skip
        return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=LETTERS)
    parser.add_argument("--engine", choices=ENGINES, help="only this one")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        for line in one(options.engine, options.letters):
            print(json.dumps(line))
        return 0
    each_in_its_own(__file__, options.engine, "--letters", str(options.letters))
    return 0


if __name__ == "__main__":
    sys.exit(main())
