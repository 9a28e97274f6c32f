"""The hub with many tokens: registrations a second on SQLite and on PostgreSQL, bytes on disk and on the wire.

`python bench/hub.py` fills ten million tokens first, made by the engine itself in the order of its index (a few minutes and 6 GB
of disk an engine); `--quick` 200,000. Letters are opened, checked, answered and logged as the hub does it, in this process, each
in a transaction of its own; TLS is not in it. One registration in a hundred meets one that is there; pairing, which the hub does
after its answers, is timed by itself.
"""

from __future__ import annotations

import argparse
import json
import secrets
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from engines import ENGINES, each_in_its_own
from hub_filled import fill, size

FILLED = 10_000_000
QUICK = 200_000
MEMBERS = 200


def one(engine: str, tokens: int, letters: int) -> dict[str, object]:
    """In a process of its own: Django is set up once, for one database."""
    from longarm.hub.start import HubFolder, bring_up

    with tempfile.TemporaryDirectory(prefix="longarm-hub-") as folder:
        party = bring_up(HubFolder(Path(folder) / "hub", Path(folder) / "keys"))
        from django.conf import settings

        from longarm.exchange.card import make_card, read_card
        from longarm.exchange.hub.bodies import Entry, FetchHits, Register
        from longarm.exchange.letter import write
        from longarm.exchange.token import ENVELOPE_BYTES
        from longarm.hub import members
        from longarm.hub.answering import answer
        from longarm.hub.models import Hit, Member
        from longarm.hub.pairing import pair
        from longarm.keys.party import Party

        now = datetime.now(UTC)
        until = (now + timedelta(days=300)).date()

        def card(of: Party, role: str) -> bytes:
            return make_card(of, role=role, organisation="x", states=(), address="", certificate="", made_at=now)  # type: ignore[arg-type]

        hub = read_card(card(party, "hub"))
        nodes = [Party.new() for _ in range(MEMBERS)]
        for node in nodes:
            members.add(card(node, "node"), node.fingerprint, now, entries_a_day=10**9)
        ids = list(Member.objects.values_list("id", flat=True))
        envelope = secrets.token_bytes(ENVELOPE_BYTES)
        filled, known = fill(tokens, ids[0], ENVELOPE_BYTES, until)
        taken = size(Path(folder) / "hub")

        def register(entries: int) -> tuple[float, int, int]:
            """Registrations a second; bytes of a letter and of its answer."""
            made = []
            for place in range(letters):
                new = [secrets.token_bytes(32) for _ in range(entries)]
                new[0] = secrets.choice(known) if entries >= 100 or place % 100 == 0 else new[0]
                said = Register(tuple(Entry(token, envelope, until) for token in new))
                made.append(write(nodes[100 + place % 100], hub, "register", said, now=now, sealed=True))
            answered = b""
            begun = time.perf_counter()
            for data in made:
                answered = answer(party, data, now)
            return letters * entries / (time.perf_counter() - begun), len(made[0]), len(answered)

        register(1)  # a first call is no measurement
        single, letter_bytes, answer_bytes = register(1)
        pair(now)
        thousand, thousand_bytes, _ = register(1000)
        begun = time.perf_counter()
        paired = pair(now) / (time.perf_counter() - begun)
        asked = write(nodes[150], hub, "hits", FetchHits(), now=now, sealed=True)
        begun = time.perf_counter()
        page = answer(party, asked, now)
        fetched = time.perf_counter() - begun
        return {
            "engine": engine, "tokens": tokens, "filled_a_second": round(filled), "bytes_a_token": round(taken / tokens),
            "registrations_a_second": {"one a letter": round(single), "a thousand a letter": round(thousand)},
            "paired_a_second": round(paired),
            "bytes": {"register 1": letter_bytes, "its answer": answer_bytes, "register 1000": thousand_bytes,
                      "hits": len(asked), "its answer, any number of hits": len(page)},
            "hits_ms": round(1000 * fetched, 1), "hits": Hit.objects.count(), "debug": settings.DEBUG,
        }  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--tokens", type=int)
    parser.add_argument("--engine", choices=ENGINES, help="only this one")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    tokens = options.tokens or (QUICK if options.quick else FILLED)
    if options.here:
        print(json.dumps(one(options.engine, tokens, 20 if options.quick else 100)))
        return 0
    quick = ("--quick",) if options.quick else ()
    each_in_its_own(__file__, options.engine, "--tokens", str(tokens), *quick, shared_buffers="1GB", max_wal_size="4GB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
