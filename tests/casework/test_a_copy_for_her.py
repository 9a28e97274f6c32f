"""Amal asks what is kept about her. She gets it whole, and nothing of anybody else's."""

from __future__ import annotations

import io
import json
import zipfile
from uuid import UUID

import pytest
from nacl.public import PrivateKey

from longarm.casework.audit import read_record
from longarm.casework.case_keys import field_of, open_for
from longarm.casework.cases import open_case, read_case
from longarm.casework.channels import make_channel
from longarm.casework.day import approvals
from longarm.casework.intake import letters
from longarm.casework.life.subject_export import subject_export
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.refusals import NotAllowed, NotFound
from longarm.casework.rules import Rules, change_rules
from longarm.store.models import Exhibit, Note
from people import AMAL, People, everybody

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> People:
    return everybody()


@pytest.fixture
def case(people: People) -> UUID:
    case = open_case(people.basma, AMAL).id
    add_exhibit(people.basma, case, io.BytesIO(b"what he wrote"), "دردشة.txt")
    opened = open_for(people.basma, case)
    hers = make_channel(opened, "complainant", bytes(PrivateKey.generate().public_key), lookup=b"h" * 32)
    aunts = make_channel(opened, "supporter", bytes(PrivateKey.generate().public_key), lookup=b"a" * 32)
    letters.add(hers, letters.Body(text="I am Amal"))
    letters.add(hers, letters.Body(text="We have read it"), by=people.basma.user)
    letters.add(aunts, letters.Body(text="I am her aunt"))
    note = Note(case_id=case, by_id=people.basma.user)
    note.body_sealed = opened.seal(field_of(note, "body_sealed"), b"a note of the team")
    note.save(force_insert=True)
    return case


def copy(people: People, case: UUID, **how: bool) -> zipfile.ZipFile:
    blocks = subject_export(people.basma, case, "en", **how).blocks
    return zipfile.ZipFile(io.BytesIO(b"".join(blocks)))


def test_she_gets_the_case_the_letters_and_the_files_as_they_came(people: People, case: UUID) -> None:
    read_case(people.basma, case)
    got = copy(people, case)
    assert got.testzip() is None
    assert json.loads(got.read("case.json"))["reference"] == "EG-2026-0007"
    assert [(one["from"], one["text"]) for one in json.loads(got.read("conversation-1/letters.json"))] == [
        ("you", "I am Amal"),
        ("team", "We have read it"),
    ]
    assert got.read("files/E0001/as-received") == b"what he wrote"
    assert json.loads(got.read("files/E0001/about.json"))["name"] == "دردشة.txt"
    assert "case-read" in {one["act"] for one in json.loads(got.read("who-saw-what.json"))}
    assert b"Keep this copy" in got.read("README.txt")


def test_what_the_aunt_wrote_and_what_the_team_noted_is_not_in_it(people: People, case: UUID) -> None:
    got = copy(people, case)
    whole = b"".join(got.read(name) for name in got.namelist())
    assert b"her aunt" not in whole
    assert b"a note of the team" not in whole
    assert b"a note of the team" in copy(people, case, with_notes=True).read("notes.json")


def test_what_must_not_be_opened_is_not_handed_out(people: People, case: UUID) -> None:
    Exhibit.objects.update(state=Exhibit.State.WITHHELD)
    assert not [name for name in copy(people, case).namelist() if name.startswith("files/")]


def test_it_stands_in_the_record_and_takes_two_where_exports_do(people: People, case: UUID) -> None:
    copy(people, case)
    assert read_record(people.dina)[0].line.action == "subject-export"
    change_rules(people.basma, Rules(two_for=frozenset({"export"})))
    with pytest.raises(NotAllowed):
        subject_export(people.basma, case, "en")
    assert approvals.ask(people.basma, case, "export", "She asked for her copy")


def test_nobody_else_makes_one(people: People, case: UUID) -> None:
    for person, refusal in ((people.rana, NotFound), (people.karim, NotFound), (people.dina, NotAllowed)):
        with pytest.raises(refusal):
            subject_export(person, case, "en")
