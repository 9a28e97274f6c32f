"""Thousands of copies of one picture or recording, or pictures a little alike: bounded, and nothing else is lost."""

from __future__ import annotations

import time
from random import Random

import pytest
from people_of_matching import picture, threat

from longarm.matching import near_pairs
from longarm.matching.book import Book
from longarm.matching.groups import groups_of
from longarm.matching.item import Item
from longarm.matching.links import links
from longarm.matching.pair import independent

MANY = 6_000
FEW = 1_500
WORDS = ["بكرة", "الليلة", "والله", "خلاص", "حالا", "اسمعي", "فاهمة", "طيب", "يلا", "تمام", "صدقيني", "شوفي"]
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
    monkeypatch.setattr(near_pairs, "PICTURE_WORK", 20_000_000)
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


def near(of: int, rng: Random, bits: int) -> int:
    return of ^ sum(1 << bit for bit in rng.sample(range(256), bits))


@pytest.mark.parametrize("kind", ["copies", "pictures a little alike", "threats", "copies of a threat"])
def test_a_book_of_thousands_that_are_alike_grows_by_the_number_not_its_square(kind: str) -> None:
    """Half of them in one case each, the others in one case; two cases of one man are found among them all the same."""
    rng, text = Random(9), "لو ما دفعتيش المبلغ قبل المغرب صورك كلها هتنزل على جروبات المدينة وكل عيلتك هتشوفها"
    made = []
    for number in range(2 * FEW):
        case = f"F{number:05d}" if number % 2 else "FLOOD"
        if "threat" in kind:
            said = text if "copies" in kind else f"{text} {rng.choice(WORDS)} {rng.choice(WORDS)} {rng.choice(WORDS)}"
            made.append(threat(case, said))
        else:
            made.append(picture(case, FLOOD if kind == "copies" else near(FLOOD, rng, 6)))
    began = time.process_time()
    book = Book(made)
    book.add([picture("ONE", HIS), threat("ONE", text)])
    book.add([picture("TWO", near(HIS, rng, 4))])
    ties = sum(len(one) for alike in (book._texts, book._pictures) for one in alike._near)
    assert ties <= 4 * 2 * FEW * near_pairs.COPIES
    assert {item.case for item in book.around("TWO")} >= {"ONE", "TWO"}
    assert [link.between for link in book.links_of("TWO")] == [("ONE", "TWO")]
    assert time.process_time() - began < 30  # some two seconds; with pairs it is minutes


def test_a_number_of_thousands_is_walked_once() -> None:
    from people_of_matching import phone

    book = Book([phone(f"F{number:05d}", "+1") for number in range(3 * FEW)])
    began = time.process_time()
    assert len({item.case for item in book.around("F00007")}) == 3 * FEW
    assert time.process_time() - began < 3


def test_a_book_says_when_pictures_were_too_much_work(monkeypatch: pytest.MonkeyPatch) -> None:
    from longarm.matching import book

    rng = Random(9)
    alike = [picture(f"F{number:03d}", near(FLOOD, rng, 6)) for number in range(300)]
    assert not Book(alike).cut
    monkeypatch.setattr(book, "PICTURE_WORK", 10_000)
    assert Book(alike).cut


def test_two_cases_that_share_ten_thousand_numbers_are_weighed_in_a_moment() -> None:
    """Each is a reason of its own; they are not compared two by two."""
    from people_of_matching import phone

    both = links(phone(case, f"+{number}") for case in "AB" for number in range(10_000)).links
    began = time.process_time()
    assert len(independent(both)) == 10_000
    assert time.process_time() - began < 5
