"""Colleagues come in, join a team and leave it, change and lose a passphrase; on a demonstration nobody governs."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from django.test import Client

from longarm.casework.cases import open_case
from longarm.casework.demo.load import NAME
from longarm.casework.demo.load import PASSPHRASE as DEMO_PASSPHRASE
from longarm.casework.demo.wording import wording
from longarm.casework.people.organisations import set_up_organisation
from people import AMAL, PASSPHRASE

pytestmark = pytest.mark.django_db
NEW = "شمعة جسر زيتون دفتر"


@pytest.fixture
def case(people) -> UUID:  # type: ignore[no-untyped-def]
    return open_case(people.basma, AMAL).id


def door(name: str, passphrase: str) -> int:
    return Client().post("/desk/sign-in/", {"name": name, "passphrase": passphrase}).status_code


def test_an_administrator_lets_a_colleague_in(people, enter) -> None:  # type: ignore[no-untyped-def]
    basma = enter("Basma")
    assert 'value="coordinator" selected' not in basma.get("/desk/people/").content.decode()  # not Basma's own role
    assert basma.post("/desk/people/", {"name": "Noor", "role": "caseworker", "passphrase": NEW}).status_code == 302
    assert "Noor" in basma.get("/desk/people/").content.decode()
    assert door("Noor", NEW) == 302


@pytest.mark.parametrize("changed", [{"role": "king"}, {"passphrase": "short"}, {"name": ""}, {"name": "Rana"}])
def test_a_mistake_is_said_and_nobody_is_let_in(people, enter, changed: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    basma = enter("Basma")
    before = len(re.findall(r'<a href="/desk/people/[0-9a-f-]+/"', basma.get("/desk/people/").content.decode()))
    answer = basma.post("/desk/people/", {"name": "Noor", "role": "caseworker", "passphrase": NEW, **changed})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert len(re.findall(r'<a href="/desk/people/[0-9a-f-]+/"', basma.get("/desk/people/").content.decode())) == before


def test_who_joins_a_team_sees_the_case_and_who_leaves_it_does_not(people, enter, case: UUID) -> None:  # type: ignore[no-untyped-def]
    basma, rana = enter("Basma"), enter("Rana")
    assert rana.get(f"/desk/cases/{case}/").status_code == 404
    page = basma.get(f"/desk/cases/{case}/").content.decode()
    assert f'<option value="{people.rana.user}">Rana' in page
    assert "Dina" not in page  # auditors join no team
    basma.post(f"/desk/cases/{case}/team/", {"add": str(people.rana.user)})
    assert rana.get(f"/desk/cases/{case}/").status_code == 200
    assert rana.post(f"/desk/cases/{case}/team/", {"remove": str(people.rana.user)}).headers["Location"] == "/desk/cases/"
    assert rana.get(f"/desk/cases/{case}/").status_code == 404
    assert basma.post(f"/desk/cases/{case}/team/", {"remove": str(people.basma.user)}).status_code == 409


@pytest.mark.parametrize("field", [{"add": "nobody"}, {"remove": "nobody"}, {}])
def test_a_team_takes_colleagues_only(people, enter, case: UUID, field: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    assert enter("Basma").post(f"/desk/cases/{case}/team/", field).status_code == 400
    assert enter("Basma").post(f"/desk/cases/{case}/team/", {"add": str(people.karim.user)}).status_code == 404


def test_a_passphrase_is_changed_and_every_visit_ends(people, enter) -> None:  # type: ignore[no-untyped-def]
    here, elsewhere = enter("Rana"), enter("Rana")
    wrong = here.post("/desk/passphrase/", {"old": PASSPHRASE, "passphrase": NEW, "again": NEW + "x"})
    assert wrong.status_code == 400
    assert NEW not in wrong.content.decode()
    assert here.post("/desk/passphrase/", {"old": "wrong", "passphrase": NEW, "again": NEW}).status_code == 400
    assert (
        here.post("/desk/passphrase/", {"old": PASSPHRASE, "passphrase": NEW, "again": NEW}).headers["Location"]
        == "/desk/sign-in/?changed"
    )
    assert elsewhere.get("/desk/cases/").status_code == 302
    assert (door("Rana", PASSPHRASE), door("Rana", NEW)) == (400, 302)


def test_who_reads_no_case_begins_with_what_they_are_here_for(people, enter) -> None:  # type: ignore[no-untyped-def]
    dina = enter("Dina")
    assert dina.get("/desk/cases/").headers["Location"] == "/desk/record/"
    assert "/desk/cases/" not in dina.get("/desk/record/").content.decode().partition("<main")[0]
    assert "/desk/cases/" in enter("Basma").get("/desk/today/").content.decode().partition("<main")[0]


def test_the_printed_key_helps_who_forgot(people, enter, case: UUID) -> None:  # type: ignore[no-untyped-def]
    basma = enter("Basma")
    basma.post(f"/desk/cases/{case}/team/", {"add": str(people.rana.user)})
    address = f"/desk/people/{people.rana.user}/reset/"
    assert basma.post(address, {"recovery": "AAAA-BBBB", "passphrase": NEW}).status_code == 400
    answer = basma.post(address, {"recovery": people.recovery_key, "passphrase": NEW})
    assert "one case opens again" in answer.content.decode()
    assert people.recovery_key not in answer.content.decode()
    rana = Client()
    rana.post("/desk/sign-in/", {"name": "Rana", "passphrase": NEW})
    assert rana.get(f"/desk/cases/{case}/").headers["Location"] == "/desk/passphrase/"  # Basma knows it: first a new one
    own = {"old": NEW, "passphrase": PASSPHRASE, "again": PASSPHRASE}
    assert rana.post("/desk/passphrase/", own).status_code == 302
    rana.post("/desk/sign-in/", {"name": "Rana", "passphrase": PASSPHRASE})
    assert rana.get(f"/desk/cases/{case}/").status_code == 200


def test_on_a_demonstration_nobody_governs_and_the_door_tells_how_to_come_in() -> None:
    set_up_organisation(wording("en").organisation, NAME, DEMO_PASSPHRASE, demonstration=True)
    client = Client(headers={"accept-language": "en"})
    assert DEMO_PASSPHRASE in client.get("/desk/sign-in/").content.decode()
    client.post("/desk/sign-in/", {"name": NAME, "passphrase": DEMO_PASSPHRASE})
    assert "put nothing real in here" in client.get("/desk/cases/").content.decode()
    assert client.get("/desk/people/").status_code == 403
    assert client.post("/desk/people/", {"name": "Noor", "role": "admin", "passphrase": NEW}).status_code == 403
    assert client.post("/desk/passphrase/", {"old": DEMO_PASSPHRASE, "passphrase": NEW, "again": NEW}).status_code == 403


def test_a_real_door_tells_nothing(people) -> None:  # type: ignore[no-untyped-def]
    assert PASSPHRASE not in Client().get("/desk/sign-in/").content.decode()
