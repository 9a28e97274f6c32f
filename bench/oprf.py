"""Tokens: ours beside what libsodium can at most (rbcl), beside voprf (Rust), beside a private set intersection.

    .venv/bin/python bench/oprf.py [--quick] [--set N]

On one core: elements for each second of processor time (others share this machine), the best of some rounds, the contenders by
turns. What libsodium can: the multiplications, additions and hashes to the group that RFC 9497 asks for, counted, at the rates of
the same rounds; it has no function for more than one element. On all cores: by the clock, as a holder and a node run.
The set: N numbers on each side, our whole work of it (hash, multiply, multiply again, compare) in two processes, as a private set
intersection by ECDH does it (openmined-psi, raw, one process as it comes); bare multiplications in the same processes by turns.
The numbers are made up.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import NamedTuple

import rbcl
import voprf.ristretto as peer

from longarm.exchange.ceremony import polynomial
from longarm.exchange.oprf import group, threshold, voprf
from longarm.exchange.oprf.threshold import Evaluated, Share
from longarm.exchange.token import Token, input_of

BATCH = 500
BLOCK = 2000  # of each side of the set, in turns with bare multiplications
HOLDERS = (1, 3)


class Counted(NamedTuple):
    """What RFC 9497 makes a contender do to one element, of what libsodium has."""

    multiplications: int
    additions: int = 0
    hashes: int = 0


class Contender(NamedTuple):
    name: str
    run: Callable[[], object]
    counted: Counted | None = None


class Bare(NamedTuple):
    """Seconds of processor time for one."""

    multiplication: float
    addition: float
    hash: float

    def of(self, counted: Counted) -> float:
        return sum(each * times for each, times in zip(self, counted, strict=True))


class Round:
    """One batch, two of three holders, and the node that asks them."""

    def __init__(self, batch: int) -> None:
        line = polynomial.drawn(2, os.urandom)
        self.commitments = polynomial.committed(line)
        self.shares = {n: Share(n, polynomial.value(line, group.small(n))) for n in (1, 2, 3)}
        self.inputs = [input_of("phone", f"+2189100{n:05d}") for n in range(batch)]
        self.elements = [each.element for each in voprf.blind_many(self.inputs, os.urandom)]
        self.wide = [os.urandom(64) for _ in range(batch)]
        self.given = self._asked(self.elements)
        self.server = peer.Evaluator.from_seed(bytes(32), b"bench")
        self.clients, self.questions = zip(*(peer.Client.blind(one) for one in self.inputs), strict=True)
        self.theirs = self.server.evaluate_batch(list(self.questions))

    def _asked(self, elements: list[bytes]) -> dict[int, Evaluated]:
        return {n: threshold.evaluate(self.shares[n], HOLDERS, elements) for n in HOLDERS}

    def multiplied(self) -> None:
        for each in self.elements:
            rbcl.crypto_scalarmult_ristretto255(self.shares[1].scalar, each)

    def added(self) -> None:
        for one, other in zip(self.elements, reversed(self.elements), strict=True):
            rbcl.crypto_core_ristretto255_add(one, other)

    def hashed(self) -> None:
        for each in self.wide:
            rbcl.crypto_core_ristretto255_from_hash(each)

    def holder(self, *, proof: bool = True) -> None:
        threshold.evaluate(self.shares[1], HOLDERS, self.elements, proof=proof)

    def client(self) -> None:
        asked = voprf.blind_many(self.inputs, os.urandom)
        self._finished([each.blind for each in asked], self.elements, self.given)

    def whole(self) -> None:
        asked = voprf.blind_many(self.inputs, os.urandom)
        elements = [each.element for each in asked]
        self._finished([each.blind for each in asked], elements, self._asked(elements))

    def _finished(self, blinds: list[bytes], elements: list[bytes], given: dict[int, Evaluated]) -> None:
        for n, answer in given.items():
            threshold.check(answer, n, HOLDERS, self.commitments, elements)
        keys = threshold.combine([given[n] for n in HOLDERS])
        for output in voprf.finalize_many(self.inputs, blinds, keys):
            Token.of(output)

    def peer_server(self) -> None:
        self.server.evaluate_batch(list(self.questions))

    def peer_client(self) -> None:
        for one in self.inputs:
            peer.Client.blind(one)
        peer.Client.finalize_batch(list(self.clients), self.theirs, self.server.public_key)


def one_core(batch: int, rounds: int) -> None:
    """Prints rates for each second of processor time, and what libsodium can at most."""
    of = Round(batch)
    bare = (Contender("", of.multiplied), Contender("", of.added), Contender("", of.hashed))
    contenders = (
        Contender("one holder, no proof", lambda: of.holder(proof=False), Counted(1)),
        Contender("one holder, one proof a batch", of.holder, Counted(2, 1)),
        Contender("voprf (Rust), one server, one proof a batch", of.peer_server),
        Contender("client: blind, check two proofs, combine, output", of.client, Counted(6, 5, 1)),
        Contender("voprf (Rust), client: blind, check one proof, output", of.peer_client),
        Contender("the whole round: two of three holders, and client", of.whole, Counted(10, 7, 1)),
    )
    best = [float("inf")] * (len(bare) + len(contenders))
    with _on_one_core():
        for _ in range(rounds):
            for place, each in enumerate((*bare, *contenders)):
                begun = time.process_time()
                each.run()
                best[place] = min(best[place], (time.process_time() - begun) / batch)
    limit = Bare(*best[: len(bare)])
    many = [f"{1 / seconds:,.0f}" for seconds in limit]
    print(f"Bare, a second: {many[0]} multiplications, {many[1]} additions, {many[2]} hashes to the group.\n")
    print("| on one core | a second | of bare multiplication | what RFC 9497 asks of libsodium | so at most | of that |")
    print("| --- | --- | --- | --- | --- | --- |")
    for each, seconds in zip(contenders, best[len(bare) :], strict=True):
        said = f"| {each.name} | {1 / seconds:,.0f} | {limit.multiplication / seconds:.2f} "
        print(said + _counted(each.counted, limit, seconds))


def _counted(counted: Counted | None, limit: Bare, seconds: float) -> str:
    if counted is None:
        return "| – | – | – |"
    least = limit.of(counted)
    names = ("multiplied", "added", "hashed")
    said = ", ".join(f"{times} {name}" for times, name in zip(counted, names, strict=True) if times)
    return f"| {said} | {1 / least:,.0f} | {least / seconds:.2f} |"


def all_cores(batch: int, rounds: int) -> None:
    """Prints rates by the clock, the best and the median of the rounds."""
    of = Round(batch)
    contenders = (
        Contender("one holder, one proof a batch", of.holder),
        Contender("client: blind, check two proofs, combine, output", of.client),
        Contender("the whole round", of.whole),
    )
    found: dict[str, list[tuple[float, float]]] = {each.name: [] for each in contenders}
    for _ in range(rounds):
        for each in contenders:
            begun, used = time.perf_counter(), time.process_time()
            each.run()
            found[each.name].append((time.perf_counter() - begun, time.process_time() - used))
    print(f"| on all cores, a letter of {batch:,} | a second by the clock, best | median | a second of processor time |")
    print("| --- | --- | --- | --- |")
    for name, spent in found.items():
        clock, used = sorted(one for one, _ in spent), min(one for _, one in spent)
        print(f"| {name} | {batch / clock[0]:,.0f} | {batch / clock[len(clock) // 2]:,.0f} | {batch / used:,.0f} |")


@contextmanager
def _on_one_core() -> Iterator[None]:
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


class Spent(NamedTuple):
    clock: float = 0.0
    processor: float = 0.0

    def more(self, clock: float, processor: float) -> Spent:
        return Spent(self.clock + clock, self.processor + processor)


def sets(size: int) -> None:
    """Prints both contenders, and bare multiplications in our two processes, by turns."""
    mine = [f"+2189100{n:06d}" for n in range(size)]
    others = [f"+2189100{n:06d}" for n in range(size // 2, size // 2 + size)]
    keys = (group.random_scalar(os.urandom), group.random_scalar(os.urandom))
    limit, hashing, ours, ends = Spent(), Spent(), Spent(), (set[bytes](), set[bytes]())
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(_multiplied, [(keys[0], b""), (keys[1], b"")]))  # both are there
        for start in range(0, size, BLOCK):
            sides = (mine[start : start + BLOCK], others[start : start + BLOCK])
            begun = time.perf_counter()
            first, used = zip(*pool.map(_hashed, zip(keys, sides, strict=True)), strict=True)
            second, again = zip(*pool.map(_multiplied, zip(reversed(keys), first, strict=True)), strict=True)
            for end, side in zip(ends, second, strict=True):
                end.update(_parted(side))
            ours = ours.more(time.perf_counter() - begun, sum(used) + sum(again))
            begun = time.perf_counter()
            _, used = zip(*pool.map(_multiplied, [(keys[side], 2 * first[side]) for side in (0, 1)]), strict=True)
            limit = limit.more(time.perf_counter() - begun, sum(used))
            begun = time.perf_counter()
            used = tuple(pool.map(_only_hashed, [len(side) for side in sides]))
            hashing = hashing.more(time.perf_counter() - begun, sum(used))
    begun = time.perf_counter()
    common = len(ends[0] & ends[1])
    ours = ours.more(time.perf_counter() - begun, time.perf_counter() - begun)
    rows = [
        (f"{4 * size:,} bare multiplications, two processes", limit, ""),
        (f"and {2 * size:,} hashes to the group, bare", limit.more(*hashing), ""),
        ("longarm’s group work, two processes", ours, f"{common:,}"),
    ]
    theirs = _theirs(mine, others)
    rows += [("openmined-psi, one process", theirs[0], f"{theirs[1]:,}")] if theirs else []
    print("| what | seconds | of bare | of processor time | of bare | in common |\n| --- | --- | --- | --- | --- | --- |")
    for name, spent, found in rows:
        ratios = (spent.clock / limit.clock, spent.processor / limit.processor)
        print(f"| {name} | {spent.clock:.1f} | {ratios[0]:.2f} | {spent.processor:.1f} | {ratios[1]:.2f} | {found} |")


def _theirs(mine: list[str], others: list[str]) -> tuple[Spent, int] | None:
    try:
        import private_set_intersection.python as psi
    except ImportError:
        return None
    begun, used = time.perf_counter(), time.process_time()
    client, server = psi.client.CreateWithNewKey(True), psi.server.CreateWithNewKey(True)
    setup = server.CreateSetupMessage(0.000001, len(mine), others, psi.DataStructure.RAW)
    response = server.ProcessRequest(client.CreateRequest(mine))
    common = len(client.GetIntersection(setup, response))
    return Spent(time.perf_counter() - begun, time.process_time() - used), common


def _hashed(given: tuple[bytes, list[str]]) -> tuple[bytes, float]:
    """Elements, and the processor time they took."""
    begun, (by, values) = time.process_time(), given
    done = [group.mul(by, group.hash_to_group(input_of("phone", one), voprf.VOPRF)) for one in values]
    return b"".join(done), time.process_time() - begun


def _multiplied(given: tuple[bytes, bytes]) -> tuple[bytes, float]:
    begun, (by, elements) = time.process_time(), given
    return b"".join(group.mul(by, one) for one in _parted(elements)), time.process_time() - begun


def _only_hashed(count: int) -> float:
    given = [os.urandom(64) for _ in range(count)]
    begun = time.process_time()
    for one in given:
        rbcl.crypto_core_ristretto255_from_hash(one)
    return time.process_time() - begun


def _parted(elements: bytes) -> Iterator[bytes]:
    return (elements[start : start + group.BYTES] for start in range(0, len(elements), group.BYTES))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="all of it on little: does it run?")
    parser.add_argument("--set", type=int, default=100_000, help="numbers on each side of the set")
    options = parser.parse_args()
    batch, rounds, size = (80, 1, 500) if options.quick else (BATCH, 30, options.set)
    print(f"Load {_load()} at the start, {os.cpu_count()} cores; batches of {batch}, {rounds} rounds.\n")
    one_core(batch, rounds)
    print()
    all_cores(4 * batch, rounds)
    print(f"\n{size:,} against {size:,}; load {_load()}.\n")
    sets(size)
    print(f"\nLoad {_load()} at the end.")


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    main()
