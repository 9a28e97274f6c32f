"""Series: the same whatever the order, one by one or all at once, and never against what a person decided."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.matching.book import Book
from longarm.matching.item import Item
from longarm.matching.judgement import Judgement, Verdict
from longarm.matching.links import links
from longarm.matching.series import Series, series
from matching.people_of_matching import item, phone, picture, threat

CASES = "ABCDEFGHIJ"
THREAT = "عندك مهلة لحد بكرة وإلا صورك هتنزل في كل مكان ولو بلغت الشرطة هنشر كل حاجة عند أهلك"


@st.composite
def worlds(draw: st.DrawFn) -> list[Item]:
    """A few cases that share a few identifiers, threats and pictures."""
    made = []
    for case in CASES[: draw(st.integers(2, 10))]:
        for key in draw(st.sets(st.integers(0, 4), max_size=2)):
            first = draw(st.sampled_from((0, 100, 400)))
            made.append(
                phone(case, f"+{key}", days=(first, first + 30), role=draw(st.sampled_from(("suspect", "suspect", "own"))))
            )
        if draw(st.booleans()):
            made.append(item(case, "account", f"facebook:{draw(st.integers(0, 3))}"))
        if draw(st.booleans()):
            made.append(threat(case, THREAT if draw(st.booleans()) else THREAT.replace("مهلة", "فرصة")))
        if draw(st.booleans()):
            made.append(picture(case, draw(st.sampled_from((0, 3, 2**200 - 1)))))
    return made


judgements = st.lists(
    st.tuples(
        st.sampled_from(CASES), st.sampled_from(CASES), st.sampled_from(("same", "different", "unsure", "withdrawn"))
    ).filter(lambda one: one[0] < one[1]),
    max_size=5,
)


def judged(many: list[tuple[str, str, Verdict]]) -> list[Judgement]:
    return [Judgement(between=(a, b), verdict=verdict, number=n) for n, (a, b, verdict) in enumerate(many)]


def together(found: tuple[Series, ...], one: str, other: str) -> bool:
    return any(one in each.cases and other in each.cases for each in found)


@settings(max_examples=40, deadline=None)
@given(worlds(), judgements, st.randoms(use_true_random=False))
def test_the_order_of_items_and_judgements_does_not_matter(
    items: list[Item], many: list[tuple[str, str, Verdict]], dice: random.Random
) -> None:
    said = judged(many)
    first = links(items), series(links(items), said)
    dice.shuffle(items)
    dice.shuffle(said)
    assert (links(items), series(links(items), said)) == first


@settings(max_examples=25, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_one_by_one_is_all_at_once(items: list[Item], dice: random.Random) -> None:
    whole = links(items)
    names = sorted({one.case for one in items})
    dice.shuffle(names)
    book = Book()
    for name in names:
        book.add([one for one in items if one.case == name])
    assert book.linked() == whole
    for name in names:
        near = series(links(book.around(name)))
        assert [one for one in near if name in one.cases] == [one for one in series(whole) if name in one.cases]


@settings(max_examples=25, deadline=None)
@given(worlds())
def test_a_case_taken_out_and_put_back_changes_nothing(items: list[Item]) -> None:
    book = Book(items)
    before = book.linked()
    case = items[0].case if items else None
    if case:
        book.remove(case)
        assert case not in {name for link in book.linked().links for name in link.between}
        book.add([one for one in items if one.case == case])
    assert book.linked() == before


@settings(max_examples=60, deadline=None)
@given(worlds(), judgements)
def test_a_judgement_is_never_overridden(items: list[Item], many: list[tuple[str, str, Verdict]]) -> None:
    found = series(links(items), judged(many))
    last = {(a, b): verdict for a, b, verdict in many}
    conflicts = {pair for one in found for pair in one.conflict}
    for (a, b), verdict in last.items():
        if verdict == "different":
            assert not together(found, a, b)
        if verdict == "same":
            assert together(found, a, b) or (a, b) in conflicts or _apart(found, a, b)


def _apart(found: tuple[Series, ...], a: str, b: str) -> bool:
    """Two cases of no series can still be kept apart by judgements between others: then neither shows a conflict."""
    return not any(a in one.cases or b in one.cases for one in found)


def test_different_splits_a_series_at_its_weakest_place() -> None:
    chain = [
        phone("A", "+1"),
        phone("B", "+1"),
        item("B", "account", "f:9"),
        item("C", "account", "f:9"),
        phone("C", "+2"),
        phone("D", "+2"),
    ]
    (whole,) = series(links(chain))
    assert whole.cases == ("A", "B", "C", "D")
    assert whole.weakest.between in {("A", "B"), ("C", "D")}
    said = [Judgement(between=("A", "D"), verdict="different", number=1, by="Basma", why="two voices")]
    split = series(links(chain), said)
    assert [one.cases for one in split] == [("A", "B", "C")] or [one.cases for one in split] == [("B", "C", "D")]
    assert split[0].apart


def test_unsure_closes_the_question_and_withdrawn_opens_it_again() -> None:
    two = [phone("A", "+1"), phone("B", "+1")]
    unsure = Judgement(between=("B", "A"), verdict="unsure", number=1)
    assert series(links(two), [unsure]) == ()
    withdrawn = Judgement(between=("A", "B"), verdict="withdrawn", number=2)
    assert [one.cases for one in series(links(two), [unsure, withdrawn])] == [("A", "B")]


def test_same_joins_what_no_machine_would_and_a_conflict_is_shown() -> None:
    said = [Judgement(between=("A", "B"), verdict="same", number=1), Judgement(between=("B", "C"), verdict="same", number=2)]
    assert [one.cases for one in series(links([]), said)] == [("A", "B", "C")]
    against = Judgement(between=("A", "C"), verdict="different", number=3)
    (one,) = series(links([]), [*said, against])
    assert one.conflict


def test_the_bridge_of_a_series_is_named() -> None:
    two_triangles = [phone(case, "+1") for case in "ABC"] + [phone(case, "+2") for case in "DEF"]
    bridge = [item("C", "email", "x@example.org"), item("D", "email", "x@example.org")]
    (one,) = series(links(two_triangles + bridge))
    assert one.bridges == (("C", "D"),)
    assert one.strength == "medium"
    stable = [item("C", "account", "f:1"), item("D", "account", "f:1")]
    (one,) = series(links(two_triangles + stable))
    assert one.strength == "medium"  # each triangle hangs on one number
    (firm,) = series(
        links(
            two_triangles
            + stable
            + [item(case, "handle", "f:x") for case in "ABC"]
            + [item(case, "handle", "f:y") for case in "DEF"]
        )
    )
    assert firm.strength == "strong"


def test_components_of_arrays_are_those_of_one_link_after_another() -> None:
    """Chains, stars and what chance makes; the links in any order."""
    import numpy as np

    from longarm.matching.components import Components, components

    rng = np.random.default_rng(1)
    chain = rng.permutation(3000)
    drawn = rng.integers(0, 3000, (2, 2500))
    star = np.zeros(2999, int), np.arange(1, 3000)
    for one, other in ((chain[:-1], chain[1:]), (drawn[0], drawn[1]), star, (chain[:0], chain[:0])):
        single = Components(3000)
        for a, b in zip(one.tolist(), other.tolist(), strict=True):
            single.join(a, b)
        whole = components(3000, one.astype(np.int32), other.astype(np.int32))
        assert whole.tolist() == [single.root(node) for node in range(3000)]
