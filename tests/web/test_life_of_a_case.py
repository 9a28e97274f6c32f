"""Amal asks for a copy, then that everything goes; a court asks that it stays; what is left can be checked with openssl."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.utils import timezone

from longarm.casework.cases import open_case, read_case
from longarm.casework.day import approvals
from longarm.casework.day.notes import add_note
from longarm.casework.life.hold import set_hold
from longarm.casework.people.team import add_member
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.withheld import Known, withhold
from longarm.casework.rules import Rules, change_rules
from longarm.store.models import Approval, Case
from people import AMAL, join

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(people) -> UUID:  # type: ignore[no-untyped-def]
    case = open_case(people.basma, AMAL).id
    add_exhibit(people.basma, case, io.BytesIO(b"what he wrote"), "chat.txt")
    add_note(people.basma, case, "Called her")
    return case


def page(answer) -> str:  # type: ignore[no-untyped-def]
    return answer.content.decode()


def test_the_case_page_leads_to_keeping_and_the_hold_stops_the_deletion(people, enter, case: UUID) -> None:  # type: ignore[no-untyped-def]
    basma = enter("Basma")
    assert f"/desk/cases/{case}/keeping/" in page(basma.get(f"/desk/cases/{case}/"))
    assert basma.post(f"/desk/cases/{case}/hold/", {"do": "set", "reason": ""}).status_code == 400
    assert basma.post(f"/desk/cases/{case}/hold/", {"do": "set", "reason": "Order of the court"}).status_code == 302
    seen = page(basma.get(f"/desk/cases/{case}/keeping/"))
    assert "A hold stands" in seen
    assert '<span class="chip conditional">hold</span>' in page(basma.get(f"/desk/cases/{case}/"))
    assert basma.post(f"/desk/cases/{case}/delete/", {"why": "asked", "reference": "EG-2026-0007"}).status_code == 409
    basma.post(f"/desk/cases/{case}/hold/", {"do": "lift", "reason": "The court is done"})
    assert "A hold stands" not in page(basma.get(f"/desk/cases/{case}/keeping/"))


def test_the_copy_for_her_is_a_zip_and_the_notes_are_in_it_only_when_asked(people, enter, case: UUID) -> None:  # type: ignore[no-untyped-def]
    for form, notes in (({}, False), ({"notes": "1"}, True)):
        answer = enter("Basma").post(f"/desk/cases/{case}/subject-copy/", form)
        assert answer.headers["Content-Disposition"].startswith("attachment")
        with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as held:
            assert held.read("files/E0001/as-received") == b"what he wrote"
            assert "هذه نسخة" in held.read("README.txt").decode()  # her language, not that of the desk
            assert ("notes.json" in held.namelist()) is notes


def test_deleting_asks_why_says_what_goes_and_wants_the_reference(people, enter, case: UUID) -> None:  # type: ignore[no-untyped-def]
    basma, address = enter("Basma"), f"/desk/cases/{case}/delete/"
    assert basma.get(address).status_code == 302  # without a reason
    seen = page(basma.get(f"{address}?why=asked"))
    assert "EG-2026-0007" in seen.replace("\u2068", "")
    assert "Backups" in seen
    wrong = basma.post(address, {"why": "asked", "reference": "EG-2026-0008"})
    assert wrong.status_code == 400
    assert read_case(people.basma, case)
    assert basma.post(address, {"why": "asked", "reference": " eg-2026-0007 "}).status_code == 200
    assert basma.get(f"/desk/cases/{case}/").status_code == 404


def test_the_certificate_is_checked_with_openssl_alone(people, enter, case: UUID, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    enter("Basma").post(f"/desk/cases/{case}/delete/", {"why": "asked", "reference": "EG-2026-0007"})
    dina = enter("Dina")
    assert f"/desk/deletions/{case}/" in page(dina.get("/desk/deletions/"))
    with zipfile.ZipFile(io.BytesIO(dina.get(f"/desk/deletions/{case}/").content)) as held:
        held.extractall(tmp_path)
    command = next(line.strip() for line in (tmp_path / "README.txt").read_text().splitlines() if "pkeyutl" in line)
    assert run(command, tmp_path) == "Signature Verified Successfully"
    named = next(line.strip() for line in (tmp_path / "README.txt").read_text().splitlines() if "sha256sum" in line)
    assert run(named, tmp_path).split()[0] in (tmp_path / "README.txt").read_text()
    assert json.loads((tmp_path / "certificate.json").read_text())["case"] == str(case)
    changed = (tmp_path / "certificate.json").read_bytes().replace(b"asked", b"order")
    (tmp_path / "certificate.json").write_bytes(changed)
    assert run(command, tmp_path) != "Signature Verified Successfully"


def run(command: str, folder: Path) -> str:
    """As somebody types it."""
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def test_where_two_are_asked_the_page_says_so_and_one_alone_does_nothing(people, enter, case: UUID) -> None:  # type: ignore[no-untyped-def]
    change_rules(people.basma, Rules(two_for=frozenset({"deletion", "export"})))
    basma = enter("Basma")
    seen = page(basma.get(f"/desk/cases/{case}/keeping/"))
    assert [f'name="act" value="{act}"' in seen for act in ("export", "deletion")] == [True, True]
    assert f"/desk/cases/{case}/subject-copy/" not in seen
    assert basma.post(f"/desk/cases/{case}/subject-copy/").status_code == 403
    form = {"why": "asked", "reference": "EG-2026-0007"}
    assert basma.post(f"/desk/cases/{case}/delete/", form).status_code == 403
    assert read_case(people.basma, case)
    add_member(people.basma, case, people.rana.user)
    assert 'name="reference"' not in page(basma.get(f"/desk/cases/{case}/delete/?why=asked"))
    basma.post(f"/desk/cases/{case}/approvals/", {"act": "deletion", "reason": "She asked for it"})
    approvals.answer(people.rana, Approval.objects.get(case=case).id, agreed=True)
    assert 'name="reference"' in page(basma.get(f"/desk/cases/{case}/delete/?why=asked"))
    assert basma.post(f"/desk/cases/{case}/delete/", form).status_code == 200


def test_a_withheld_exhibit_without_the_authoritys_word_is_not_deleted_with_its_case(people, enter, case: UUID) -> None:  # type: ignore[no-untyped-def]
    from longarm.casework.life.retention import delete_what_expired
    from longarm.casework.proof.exhibits import list_exhibits

    withhold(people.basma, list_exhibits(people.basma, case)[0].id, Known(where="his account", how="she said so"))
    answer = enter("Basma").post(f"/desk/cases/{case}/delete/", {"why": "asked", "reference": "EG-2026-0007"})
    assert answer.status_code == 409
    change_rules(people.basma, Rules(retention_days=1))
    Case.objects.filter(id=case).update(stage="closed", closed_at=timezone.now() - timedelta(days=2))
    assert delete_what_expired() == 0
    assert read_case(people.basma, case)


def test_what_was_merged_into_a_case_goes_with_it(people, enter, case: UUID) -> None:  # type: ignore[no-untyped-def]
    from longarm.casework.day.joining import merge
    from longarm.casework.life.deletion import deletions

    other = open_case(people.basma, AMAL.replace("0007", "0008")).id
    merge(people.basma, case, other)
    enter("Basma").post(f"/desk/cases/{case}/delete/", {"why": "asked", "reference": "EG-2026-0007"})
    assert {view.certificate.case for view in deletions(people.dina)} == {str(case), str(other)}
    assert not Case.objects.exclude(stage="deleted").exists()


def test_my_day_says_what_ends_soon(people, enter, case: UUID) -> None:  # type: ignore[no-untyped-def]
    change_rules(people.basma, Rules(retention_days=30))
    Case.objects.filter(id=case).update(stage="closed", closed_at=timezone.now() - timedelta(days=10))
    basma = enter("Basma")
    assert "deleted by itself" in page(basma.get("/desk/today/"))
    set_hold(people.basma, case, True, "court")
    assert "held: stays" in page(basma.get("/desk/today/"))


def test_who_may_keep_and_delete(people, enter, case: UUID) -> None:  # type: ignore[no-untyped-def]
    """The team alone; a hold by coordinators; certificates by who audits, administers or coordinates."""
    add_member(people.basma, case, join(people.basma, "Huda", "counsel").user)
    add_member(people.basma, case, join(people.basma, "Sami", "caseworker").user)
    acts = {
        "keeping": lambda c: c.get(f"/desk/cases/{case}/keeping/"),
        "hold": lambda c: c.post(f"/desk/cases/{case}/hold/", {"do": "set", "reason": "x"}),
        "copy": lambda c: c.post(f"/desk/cases/{case}/subject-copy/"),
        "delete page": lambda c: c.get(f"/desk/cases/{case}/delete/?why=asked"),
        "delete": lambda c: c.post(f"/desk/cases/{case}/delete/", {"why": "asked", "reference": "EG-2026-0007"}),
        "deletions": lambda c: c.get("/desk/deletions/"),
        "certificate": lambda c: c.get(f"/desk/deletions/{case}/"),
    }
    wanted = {
        "Huda": (200, 403, 403, 403, 403, 403, 403),  # counsel of the team reads
        "Sami": (200, 403, 200, 200, None, 403, 403),  # a caseworker of it; would delete
        "Rana": (404, 403, 404, 404, 404, 403, 403),  # a caseworker outside it
        "Karim": (404, 404, 404, 404, 404, 200, 404),  # coordinates and administers elsewhere
        "Dina": (404, 403, 403, 403, 403, 200, 404),  # audits
        "": (302, 401, 401, 302, 401, 302, 302),
    }
    from django.test import Client

    for person, codes in wanted.items():
        client = enter(person) if person else Client()
        for (name, act), code in zip(acts.items(), codes, strict=True):
            if code is not None:
                assert act(client).status_code == code, (person, name)
    assert read_case(people.basma, case)
