"""Exhibits that were sealed and then came to another case: not sealed there yet, and what was sealed says that it holds them."""

from __future__ import annotations

import io
from pathlib import Path
from uuid import UUID

import pytest

from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case
from longarm.casework.day.both_sides import side
from longarm.casework.day.joining import merge, split
from longarm.casework.proof.bundles import list_bundles, open_bundle, seal_case
from longarm.casework.proof.exhibits import add_exhibit, list_exhibits
from longarm.casework.proof.proof_of import proof_of
from longarm.casework.proof.reading import process_exhibit
from longarm.evidence.verify import verify
from people import AMAL, People, everybody

pytestmark = pytest.mark.django_db
CHAT = b"[30/10/2026, 21:00:05] +218 91 000 0017: %s\n[30/10/2026, 21:01:05] +218 91 000 0017: b\n"
TWO = AMAL.replace("persons:\n", "persons:\n  - {id: noor, roles: [complainant], alias: Noor}\n")


@pytest.fixture
def people() -> People:
    return everybody()


def sealed(people: People, file: str, *texts: bytes) -> UUID:
    case = open_case(people.basma, file).id
    for text in texts:
        process_exhibit(people.basma, add_exhibit(people.basma, case, io.BytesIO(CHAT % text), f"{text.decode()}.txt"))
    seal_case(people.basma, case)
    return case


def states(people: People, case: UUID) -> list[str]:
    return [one.state for one in list_exhibits(people.basma, case)]


def test_what_was_sealed_in_another_case_is_sealed_here_only_when_it_is(people: People, tmp_path: Path) -> None:
    case = sealed(people, TWO, b"one", b"two")
    theirs, hers = list_exhibits(people.basma, case)
    assert side(people.basma, case).bundled == {theirs.id, hers.id}
    made = split(people.basma, case, "noor", "EG-2", frozenset({hers.id}))
    assert (states(people, case), states(people, made)) == (["sealed"], ["identified"])
    assert proof_of(open_for(people.basma, case)).holds_gone == 1
    for one in (made, case):
        seal_case(people.basma, one)
        assert proof_of(open_for(people.basma, one)).holds_gone == 0
        path = tmp_path / f"{one}.zip"
        path.write_bytes(open_bundle(people.basma, list_bundles(people.basma, one)[-1].id, "court").source.open().read())
        report = verify(path)
        assert report.sound, report
    assert (states(people, case), states(people, made)) == (["sealed"], ["sealed"])


def test_after_a_merge_what_came_is_not_sealed_yet(people: People) -> None:
    into, other = sealed(people, AMAL, b"one"), sealed(people, AMAL.replace("0007", "0008"), b"two")
    merge(people.basma, into, other)
    assert states(people, into) == ["sealed", "identified"]
    assert proof_of(open_for(people.basma, into)).holds_gone == 0


def test_two_pictures_that_a_phone_called_the_same_are_sealed_together(people: People) -> None:
    case = open_case(people.basma, AMAL).id
    for text in (b"one", b"two"):
        process_exhibit(people.basma, add_exhibit(people.basma, case, io.BytesIO(CHAT % text), "image.jpg"))
    seal_case(people.basma, case)
    assert states(people, case) == ["sealed", "sealed"]
