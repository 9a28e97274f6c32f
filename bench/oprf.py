"""Tokens: ours beside bare scalar multiplication of libsodium (rbcl), beside voprf, beside a private set intersection.

    .venv/bin/python bench/oprf.py [--quick] [--set N]

Rates are elements for each second of processor time (others share this machine), the best of some rounds, the contenders
interleaved, each in one process unless it says two; the numbers are made up.
The set: N numbers on each side, our whole work of it (hash, blind, multiply again, compare) in two processes, as a private set
intersection by ECDH does it (openmined-psi, raw, one process as it comes).
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

import rbcl

from longarm.exchange.ceremony import polynomial
from longarm.exchange.oprf import group, threshold, voprf
from longarm.exchange.oprf.threshold import Share
from longarm.exchange.token import Token, input_of

BATCH = 500
HOLDERS = (1, 3)


class Row(NamedTuple):
    contender: str
    per_second: float
    of_limit: float


def rows(batch: int = BATCH, rounds: int = 5) -> list[Row]:
    line = polynomial.drawn(2, os.urandom)
    commitments = polynomial.committed(line)
    shares = {n: Share(n, polynomial.value(line, group.small(n))) for n in (1, 2, 3)}
    inputs = [input_of("phone", f"+2189100{n:05d}") for n in range(batch)]
    blinded = [voprf.blind(one, os.urandom) for one in inputs]
    elements = [each.element for each in blinded]
    answers = {n: threshold.evaluate(shares[n], HOLDERS, elements) for n in HOLDERS}
    scalar = shares[1].scalar

    def bare() -> None:
        for each in elements:
            rbcl.crypto_scalarmult_ristretto255(scalar, each)

    def client() -> None:
        asked = [voprf.blind(one, os.urandom) for one in inputs]
        for n in HOLDERS:
            threshold.check(answers[n], n, HOLDERS, commitments, elements)
        keys = threshold.combine([answers[n] for n in HOLDERS])
        for output in voprf.finalize_many(inputs, [each.blind for each in asked], keys):
            Token.of(output)

    def whole() -> None:
        asked = [voprf.blind(one, os.urandom) for one in inputs]
        sent = [each.element for each in asked]
        given = {n: threshold.evaluate(shares[n], HOLDERS, sent) for n in HOLDERS}
        for n, answer in given.items():
            threshold.check(answer, n, HOLDERS, commitments, sent)
        keys = threshold.combine([given[n] for n in HOLDERS])
        for output in voprf.finalize_many(inputs, [each.blind for each in asked], keys):
            Token.of(output)

    import voprf.ristretto as peer

    server = peer.Evaluator.from_seed(bytes(32), b"bench")
    questions = [peer.Client.blind(one) for one in inputs]
    theirs = server.evaluate_batch([question for _, question in questions])

    def peer_server() -> None:
        server.evaluate_batch([question for _, question in questions])

    def peer_client() -> None:
        for one in inputs:
            peer.Client.blind(one)
        peer.Client.finalize_batch([client for client, _ in questions], theirs, server.public_key)

    contenders: dict[str, Callable[[], object]] = {
        "the limit: bare multiplication, rbcl": bare,
        "one holder, no proof": lambda: threshold.evaluate(shares[1], HOLDERS, elements, proof=False),
        "one holder, one proof a batch": lambda: threshold.evaluate(shares[1], HOLDERS, elements),
        "voprf (Rust), one server, one proof a batch": peer_server,
        "client: blind, check two proofs, combine, output": client,
        "voprf (Rust), client: blind, check one proof, output": peer_client,
        "the whole round, two of three holders and client on one core": whole,
    }
    best = dict.fromkeys(contenders, float("inf"))
    for _ in range(rounds):
        for name, run in contenders.items():
            begun = time.process_time()
            run()
            best[name] = min(best[name], time.process_time() - begun)
    limit = best["the limit: bare multiplication, rbcl"]
    found = [Row(name, batch / seconds, limit / seconds) for name, seconds in best.items()]
    two = _two_processes(batch, rounds, True)
    found.insert(3, Row("one holder, one proof a batch, two processes", two, two * limit / batch))
    return found


class Set(NamedTuple):
    contender: str
    seconds: float
    processor: float
    matches: int


def sets(size: int) -> tuple[list[Set], float]:
    """Both contenders, and the multiplications a second that two processes do in this very run."""
    mine = [f"+2189100{n:06d}" for n in range(size)]
    others = [f"+2189100{n:06d}" for n in range(size // 2, size // 2 + size)]
    rate = _two_processes(2000, 3, False)
    begun, used = time.perf_counter(), _used()
    keys = [group.random_scalar(os.urandom), group.random_scalar(os.urandom)]
    parts = [(side, keys[side], keys[1 - side]) for side in (0, 1)]
    with ProcessPoolExecutor(2) as pool:
        first = list(pool.map(_hashed, [(keys[0], mine), (keys[1], others)]))
        second = list(pool.map(_again, [(parts[1][1], first[0]), (parts[0][1], first[1])]))
    common = len(set(second[0]) & set(second[1]))
    found = [Set("longarm’s group work, two processes", time.perf_counter() - begun, _used() - used, common)]
    try:
        import private_set_intersection.python as psi
    except ImportError:
        return found, rate
    begun, used = time.perf_counter(), _used()
    client, server = psi.client.CreateWithNewKey(True), psi.server.CreateWithNewKey(True)
    setup = server.CreateSetupMessage(0.000001, len(mine), others, psi.DataStructure.RAW)
    response = server.ProcessRequest(client.CreateRequest(mine))
    common = len(client.GetIntersection(setup, response))
    return [*found, Set("openmined-psi, one process", time.perf_counter() - begun, _used() - used, common)], rate


def _used() -> float:
    """Seconds of processor time, of this process and those it has ended."""
    return sum(
        used.ru_utime + used.ru_stime for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def _hashed(given: tuple[bytes, list[str]]) -> list[bytes]:
    by, values = given
    return [group.mul(by, group.hash_to_group(input_of("phone", one), voprf.VOPRF)) for one in values]


def _again(given: tuple[bytes, list[bytes]]) -> list[bytes]:
    by, elements = given
    return [group.mul(by, one) for one in elements]


def _evaluated(given: tuple[int, int, bool]) -> float:
    """Elements a second of one process."""
    batch, rounds, proven = given
    elements = [group.base(group.random_scalar(os.urandom)) for _ in range(batch)]
    share, best = Share(1, group.random_scalar(os.urandom)), float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        threshold.evaluate(share, HOLDERS, elements, proof=proven)
        best = min(best, time.process_time() - begun)
    return batch / best


def _two_processes(batch: int, rounds: int, proven: bool) -> float:
    with ProcessPoolExecutor(2) as pool:
        return sum(pool.map(_evaluated, [(batch, rounds, proven)] * 2))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="all of it on little: does it run?")
    parser.add_argument("--set", type=int, default=100_000, help="numbers on each side of the set")
    options = parser.parse_args()
    batch, rounds, size = (50, 1, 500) if options.quick else (BATCH, 30, options.set)
    print(f"Load {os.getloadavg()[0]:.1f} at the start, {os.cpu_count()} cores; batches of {batch}.\n")
    print("| what | a second | of the limit |\n| --- | --- | --- |")
    for row in rows(batch, rounds):
        print(f"| {row.contender} | {row.per_second:,.0f} | {row.of_limit:.2f} |")
    found, rate = sets(size)
    work = f"two processes do {rate:,.0f} multiplications a second, so {4 * size:,} take {4 * size / rate:.1f} s"
    print(f"\n{size:,} against {size:,}; {work}.\n")
    print("| what | seconds | of processor time | in common |\n| --- | --- | --- | --- |")
    for each in found:
        print(f"| {each.contender} | {each.seconds:.1f} | {each.processor:.1f} | {each.matches:,} |")


if __name__ == "__main__":
    main()
