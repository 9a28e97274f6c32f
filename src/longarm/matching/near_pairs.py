"""Pairs of texts, pictures and recordings that are near, without comparing all: by their place among the items given.

Whoever floods a case with copies must neither make pairs by the million nor keep others from being compared: of very many copies
few pairs are told, which hang together all the same, and the rarest are looked up first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any, Final

from longarm.matching.image.index import ImageIndex
from longarm.matching.item import Item
from longarm.matching.sound.index import MOST_WORK, SoundIndex
from longarm.matching.text.minhash import likely, signatures
from longarm.matching.text.minhash import pairs as meeting
from longarm.matching.text.shingles import overlap, shingles

LEAST_SHARE: Final = 0.5  # of shingles that two texts must have in common
_NEAREST: Final = 3  # recordings of two cases that are like each other, beside those of the same bytes
SOUND_WORK: Final = 400_000_000  # pairs of words for all together: a third of a minute
_LEAST_WORK: Final = 500_000  # and for one
# Copies of one picture or recording, in other cases, with which each is paired: above `many` of weights.yaml they join nothing
# anyway, and ten thousand of them must not make fifty million pairs.
COPIES: Final = 40
PICTURE_WORK: Final = 400_000_000  # hashes whose bits are counted, for all together: some ten seconds
_Nearest = set[tuple[float, int, int]]


def texts(items: Sequence[Item]) -> list[tuple[int, int]]:
    words = [item.words.normal if item.words else "" for item in items]
    signed = signatures(words)
    met = likely(signed, meeting(signed), LEAST_SHARE)
    cut = [shingles(text) for text in words]
    return sorted((a, b) for a, b in met if overlap(cut[a], cut[b]) >= LEAST_SHARE)


def images(items: Sequence[Item]) -> list[tuple[int, int]]:
    """Near pictures. One hash is looked up once, however many have it; the rarest first, so that thousands that are like each
    other do not keep the rest from being compared when they have taken all the work there is."""
    import numpy as np

    same: dict[bytes, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        if item.picture:
            same[item.picture.pdq].append(number)
    hashes = list(same)
    index = ImageIndex(hashes, lean=True)
    # The case of each hash, as a number; one of several cases is no case's own.
    cases = [{items[number].case for number in same[one]} for one in hashes]
    places = {case: place for place, case in enumerate(dict.fromkeys(item.case for item in items))}
    of = np.array([places[next(iter(one))] if len(one) == 1 else -1 - place for place, one in enumerate(cases)], np.int64)
    found = {pair for numbers in same.values() for pair in _copies(numbers, items)}
    for place in sorted(range(len(hashes)), key=lambda one: (index.crowd(hashes[one]), one)):
        if index.work > PICTURE_WORK:
            break
        mine = same[hashes[place]]
        pictures = (items[number].picture for number in mine[:COPIES])
        forms = dict.fromkeys(form for picture in pictures if picture for form in (picture.pdq, *picture.variants))
        for form in forms:
            for numbers, bits in index.met(form):
                for other in nearest_of_each(numbers, bits, of, place):
                    found.update(_between(mine, same[hashes[other]], items))
    return sorted(found)


def nearest_of_each(numbers: Any, bits: Any, of: Any, place: int) -> list[int]:
    """Those that are not of the same case; of very many the nearest of each case, and of these the nearest `COPIES`."""
    import numpy as np

    elsewhere = of[numbers] != of[place]
    others, near = numbers[elsewhere], np.asarray(bits)[elsewhere]
    if len(others) <= COPIES:
        return list(others.tolist())
    others = others[np.lexsort((others, near))]
    _, first = np.unique(of[others], return_index=True)
    return list(others[np.sort(first)[:COPIES]].tolist())


def _between(ones: list[int], others: list[int], items: Sequence[Item]) -> Iterable[tuple[int, int]]:
    if len(ones) * len(others) > COPIES**2:
        ones, others = (_firsts(numbers, items)[:COPIES] for numbers in (ones, others))
    return ((min(one, other), max(one, other)) for one in ones for other in others)


def sounds(items: Sequence[Item]) -> list[tuple[int, int]]:
    """Those of one key, and those whose fingerprints are near: of two cases the nearest few, more say nothing more. Where
    thousands that repeat themselves are too much work, each is compared with less, and at last none any more."""
    same: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        same[item.key].append(number)
    found = {pair for numbers in same.values() for pair in _copies(numbers, items)}
    heard = [number for number, item in enumerate(items) if item.print]
    index, near = SoundIndex(items[number].print for number in heard), defaultdict[tuple[str, str], _Nearest](set)
    most = min(MOST_WORK, max(_LEAST_WORK, SOUND_WORK // max(1, len(heard))))
    for number in heard if len(heard) > 1 else ():
        if index.work > SOUND_WORK:
            break
        for hit in index.near(items[number].print, most):
            one, other = sorted((number, heard[hit.number]))
            cases = (items[one].case, items[other].case)
            if cases[0] != cases[1] and items[one].key != items[other].key:
                near[cases].add((hit.distance, one, other))
                if len(near[cases]) > _NEAREST:
                    near[cases].remove(max(near[cases]))
    return sorted(found | {(one, other) for those in near.values() for _, one, other in those})


def _copies(numbers: list[int], items: Sequence[Item]) -> Iterable[tuple[int, int]]:
    """Pairs of the same bytes: all, and of very many one of each case, to which the others of other cases are tied."""
    if len(numbers) <= COPIES:
        return combinations(numbers, 2)
    firsts = _firsts(numbers, items)
    tied = [(one, firsts[0] if items[one].case != items[firsts[0]].case else firsts[-1]) for one in numbers]
    between = combinations(firsts[:COPIES], 2)
    return {(min(pair), max(pair)) for pair in (*tied, *between) if pair[0] != pair[1]}


def _firsts(numbers: Iterable[int], items: Sequence[Item]) -> list[int]:
    """One of each case."""
    found: dict[str, int] = {}
    for number in numbers:
        found.setdefault(items[number].case, number)
    return list(found.values())
