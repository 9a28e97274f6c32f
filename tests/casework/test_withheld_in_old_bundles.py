"""A bundle that was sealed before cases were merged or split holds the exhibit still, under another number, in another case."""

from __future__ import annotations

import io
from uuid import UUID

import pytest
from django.utils import timezone

from longarm.casework.backup.again import destroy_again
from longarm.casework.backup.deleted import Destroyed
from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case
from longarm.casework.day.joining import merge, split
from longarm.casework.node import node
from longarm.casework.proof import custody
from longarm.casework.proof.bundles import list_bundles, open_bundle, seal_case
from longarm.casework.proof.exhibits import add_exhibit, list_exhibits
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.proof.withheld import Instruction, Known, destroy, instructed, withhold
from longarm.casework.refusals import NotAllowed, NotFound
from longarm.store.models import Bundle, Packed
from longarm.store.vault import path_of
from people import AMAL, People, everybody

pytestmark = pytest.mark.django_db
CHAT = b"[30/10/2026, 21:00:05] +218 91 000 0017: %s\n[30/10/2026, 21:01:05] +218 91 000 0017: b\n"
KNOWN = Known(where="the account he wrote from", how="she told us in words")
ORDER = Instruction(authority="The prosecutor", reference="12/2026", words="Destroy it")
TWO = AMAL.replace("persons:\n", "persons:\n  - {id: noor, roles: [complainant], alias: Noor}\n")


@pytest.fixture
def people() -> People:
    return everybody()


def case_with(people: People, text: bytes, *, file: str = AMAL) -> UUID:
    """An exhibit, read and sealed."""
    case = open_case(people.basma, file).id
    process_exhibit(people.basma, add_exhibit(people.basma, case, io.BytesIO(CHAT % text), f"{text.decode()}.txt"))
    seal_case(people.basma, case)
    return case


def merged(people: People) -> tuple[UUID, UUID, Bundle, Bundle]:
    """The id of the exhibit that came, of its case now, the bundle of before with it, one of the other case without."""
    into, other = case_with(people, b"one"), case_with(people, b"two")
    (moved,) = list_exhibits(people.basma, other)
    merge(people.basma, into, other)
    return moved.id, into, Bundle.objects.get(case_id=other), Bundle.objects.get(case_id=into)


def test_after_a_merge_the_bundle_of_the_case_that_went_is_handed_to_nobody_and_destroyed(people: People) -> None:
    exhibit, into, before, without = merged(people)
    open_bundle(people.basma, before.id, "court")
    withhold(people.basma, exhibit, KNOWN)
    with pytest.raises(NotAllowed):
        open_bundle(people.basma, before.id, "court")
    open_bundle(people.basma, without.id, "court")
    instructed(people.basma, exhibit, ORDER)
    destroy(people.basma, exhibit)
    assert not path_of(node().vault, before.vault_name).exists()
    with pytest.raises(NotFound):
        open_bundle(people.basma, before.id, "court")
    assert [one.id for one in list_bundles(people.basma, into)] == [without.id], "the other exhibit's bundle stays"
    assert path_of(node().vault, without.vault_name).exists()
    last = custody.lines(open_for(people.basma, before.case_id))[-1]
    assert (b'"destroyed"' in last, b'"bundle-1"' in last) == (True, True)


def test_after_two_merges_it_is_found_in_each_bundle_it_ever_lay_in(people: People) -> None:
    exhibit, into, first, _ = merged(people)
    seal_case(people.basma, into)
    last = case_with(people, b"three")
    merge(people.basma, last, into)
    seal_case(people.basma, last)
    with_it = {first.vault_name, *Bundle.objects.filter(packed__exhibit_id=exhibit).values_list("vault_name", flat=True)}
    assert len(with_it) == 3
    withhold(people.basma, exhibit, KNOWN)
    instructed(people.basma, exhibit, ORDER)
    destroy(people.basma, exhibit)
    assert not any(path_of(node().vault, name).exists() for name in with_it)
    assert Bundle.objects.count() == 2, "one of the first case and one of the last, without it"


def test_after_a_split_the_bundle_that_stayed_is_handed_to_nobody_and_destroyed(people: People) -> None:
    case = case_with(people, b"one", file=TWO)
    (exhibit,) = list_exhibits(people.basma, case)
    hers = split(people.basma, case, "noor", "EG-2", frozenset({exhibit.id}))
    (before,) = list_bundles(people.basma, case)
    withhold(people.basma, exhibit.id, KNOWN)
    with pytest.raises(NotAllowed):
        open_bundle(people.basma, before.id, "court")
    instructed(people.basma, exhibit.id, ORDER)
    destroy(people.basma, exhibit.id)
    assert list_bundles(people.basma, case) == list_bundles(people.basma, hers) == ()


def test_a_bundle_of_before_the_rows_is_known_by_its_numbers_when_its_exhibit_moves(people: People) -> None:
    into, other = case_with(people, b"one"), case_with(people, b"two")
    Packed.objects.all().delete()
    (moved,) = list_exhibits(people.basma, other)
    merge(people.basma, into, other)
    withhold(people.basma, moved.id, KNOWN)
    with pytest.raises(NotAllowed):
        open_bundle(people.basma, Bundle.objects.get(case_id=other).id, "court")


def test_a_restore_destroys_the_bundle_of_the_case_that_went_again(people: People) -> None:
    exhibit, _, before, _ = merged(people)
    assert destroy_again((Destroyed(exhibit=exhibit, at=timezone.now()),), node().vault) == 1
    assert not path_of(node().vault, before.vault_name).exists()
    assert not Bundle.objects.filter(id=before.id).exists()
