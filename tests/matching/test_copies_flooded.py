"""Thousands of copies of one picture or recording, or pictures a little alike: bounded, and nothing else is lost."""

from __future__ import annotations

import time
from random import Random

import pytest
from people_of_matching import picture

from longarm.matching import near_pairs
from longarm.matching.groups import groups_of
from longarm.matching.item import Item
from longarm.matching.links import links

MANY = 6_000
FLOOD = Random(7).getrandbits(256)
HIS = Random(8).getrandbits(256)


def voice(case: str, key: str, what: str) -> Item:
    return Item(case=case, what=what, facet="voice", key=key, role="suspect", person="s")


def numbered(item: Item, what: int) -> Item:
    return Item(**{name: getattr(item, name) for name in item.__struct_fields__} | {"what": f"p{what:05d}"})


def pairs_of(items: list[Item]) -> set[tuple[str, str]]:
    return {link.between for link in links(items).links}


def test_thousands_of_copies_of_one_recording_make_few_pairs() -> None:
    items = [voice(f"c{n % 12:02d}", "flood", f"v{n:05d}") for n in range(MANY)]
    items += [voice(case, "his", "v-his") for case in ("A", "B")]
    began = time.monotonic()
    found = {group.key: group for group in groups_of(items)}
    assert time.monotonic() - began < 20, "not the 18 million pairs there are"
    assert len(found["flood"].cases) == 12, "none of the cases that hold it is lost"
    assert len(list(found["flood"].pairs())) < 2 * MANY
    assert {pair for pair in pairs_of(items) if "A" in pair} == {("A", "B")}
    assert ("c03", "c07") in pairs_of(items)


@pytest.mark.parametrize("spread", [0, 6])
def test_thousands_of_pictures_that_are_alike_keep_no_other_from_being_met(spread: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """`spread`: so many bits of each are turned, so that no two are the same."""
    monkeypatch.setattr(near_pairs, "_PICTURE_WORK", 20_000_000)
    chance = Random(9)
    like = [FLOOD ^ sum(1 << bit for bit in chance.sample(range(256), spread)) for _ in range(MANY)]
    items = [numbered(picture(f"a{n % 12:02d}", one), n) for n, one in enumerate(like)]
    items += [numbered(picture("y", HIS), 0), numbered(picture("z", HIS ^ 0b1011), 0)]
    began = time.monotonic()
    linked = pairs_of(items)
    assert time.monotonic() - began < 30
    assert ("y", "z") in linked, "the rarest are looked up first"
    assert ("a03", "a07") in linked


def test_a_few_copies_are_paired_as_ever() -> None:
    items = [numbered(picture(case, HIS ^ n), n) for case in ("A", "B", "C") for n in range(5)]
    [group] = groups_of(items)
    assert len(list(group.pairs())) == 3 * 5 * 5
    items = [voice(case, "his", f"v{n}") for case in ("A", "B") for n in range(6)]
    [group] = groups_of(items)
    assert len(list(group.pairs())) == 36
