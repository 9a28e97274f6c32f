"""The page of one's own visits, the passphrase asked for once more, and a first passphrase that somebody else chose."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from test_second_door import code_of

from longarm.casework.people.organisations import colleagues
from longarm.casework.people.second_factor import begin_second_factor, confirm_second_factor
from longarm.casework.rules import own_rules
from longarm.store.models import Record, Session
from people import HANDED_OUT, PASSPHRASE

pytestmark = pytest.mark.django_db
NEW = "شمعة جسر زيتون دفتر"
RULES = {"first": 60, "second": 90, "answer": 100, "zone": "UTC"}


def a_while_later() -> None:
    for row in Session.objects.all():
        Session.objects.filter(tag=row.tag).update(made_at=row.made_at - timedelta(minutes=20))


def test_rana_ends_the_visit_she_left_open(people, enter) -> None:  # type: ignore[no-untyped-def]
    school, here = enter("Rana"), enter("Rana")
    page = here.get("/desk/visits/").content.decode()
    assert "This browser" in page
    assert page.count("Another browser") == 2
    assert "again_passphrase" not in page  # she has just given it
    a_while_later()
    page = here.get("/desk/visits/").content.decode()
    one = re.search(r'name="end" value="([0-9a-f]{64})"', page)
    assert one
    assert "again_passphrase" in page
    assert here.post("/desk/visits/", {"end": one[1]}).status_code == 400
    assert here.post("/desk/visits/", {"end": one[1], "again_passphrase": "wrong words of hers"}).status_code == 400
    assert here.post("/desk/visits/", {"end": one[1], "again_passphrase": PASSPHRASE}).status_code == 302
    assert here.post("/desk/visits/", {"end": one[1]}).status_code == 400  # it is over already
    assert here.post("/desk/visits/", {"end": "others"}).status_code == 302
    assert school.get("/desk/cases/").headers["Location"] == "/desk/sign-in/"
    assert "signed in nowhere else" in here.get("/desk/visits/").content.decode()


def test_rules_typed_in_for_an_hour_are_not_lost(people, enter) -> None:  # type: ignore[no-untyped-def]
    basma = enter("Basma")
    kept = basma.cookies["visit"].value
    a_while_later()
    refused = basma.post("/desk/rules/", RULES)
    assert refused.status_code == 400
    assert "passphrase once more" in refused.content.decode()
    assert 'value="100"' in refused.content.decode()
    assert own_rules(people.basma).answer_minutes == 120
    assert basma.post("/desk/rules/", {**RULES, "again_passphrase": PASSPHRASE}).status_code == 200
    assert own_rules(people.basma).answer_minutes == 100
    assert basma.cookies["visit"].value != kept
    assert basma.post("/desk/rules/", {**RULES, "answer": 110}).status_code == 200  # good for five minutes


def test_a_visit_left_open_shows_no_secret_of_a_factor(people, enter) -> None:  # type: ignore[no-untyped-def]
    rana = enter("Rana")
    a_while_later()
    assert 'class="scan"' not in rana.get("/desk/second-factor/").content.decode()
    assert rana.post("/desk/second-factor/", {"code": "000000"}).status_code == 400
    assert 'class="scan"' in rana.post("/desk/second-factor/", {"again_passphrase": PASSPHRASE}).content.decode()


def test_taking_the_factor_off_asks_for_both(people, enter) -> None:  # type: ignore[no-untyped-def]
    rana = enter("Rana")
    written = begin_second_factor(people.rana).written
    assert rana.post("/desk/second-factor/", {"code": code_of(written, -30)}).status_code == 200
    assert rana.post("/desk/second-factor/drop/", {"code": code_of(written)}).status_code == 400
    assert rana.post("/desk/second-factor/drop/", {"code": code_of(written), "passphrase": PASSPHRASE}).status_code == 302


def test_an_administrator_with_a_factor_gives_both_and_ends_the_visits_of_a_colleague(people, enter) -> None:  # type: ignore[no-untyped-def]
    rana, basma = enter("Rana"), enter("Basma")
    spare = confirm_second_factor(people.basma, code_of(begin_second_factor(people.basma).written))
    assert basma.get("/desk/people/").status_code == 302  # her other visits ended with the new factor
    basma.post("/desk/sign-in/", {"name": "Basma", "passphrase": PASSPHRASE})
    basma.post("/desk/sign-in/second/", {"code": spare[0]})
    a_while_later()
    address = f"/desk/people/{people.rana.user}/"
    assert "Signed in in 2 browsers" in re.sub("<.*?>", "", basma.get(address).content.decode())
    assert basma.post(f"{address}visits/", {"again_passphrase": PASSPHRASE}).status_code == 400
    assert basma.post(f"{address}visits/", {"again_passphrase": PASSPHRASE, "again_code": spare[1]}).status_code == 302
    assert rana.get("/desk/cases/").headers["Location"] == "/desk/sign-in/"
    assert "Not signed in anywhere" in basma.get(address).content.decode()


def test_a_passphrase_that_was_handed_out_opens_nothing_but_its_change(people, enter) -> None:  # type: ignore[no-untyped-def]
    enter("Basma").post("/desk/people/", {"name": "Noor", "role": "caseworker", "passphrase": HANDED_OUT})
    noor = Client(headers={"accept-language": "en"})
    noor.post("/desk/sign-in/", {"name": "Noor", "passphrase": HANDED_OUT})
    for address in ("/desk/cases/", "/desk/second-factor/", "/desk/visits/"):
        assert noor.get(address).headers["Location"] == "/desk/passphrase/"
    assert "chose your passphrase" in noor.get("/desk/passphrase/").content.decode()
    same = {"old": HANDED_OUT, "passphrase": HANDED_OUT, "again": HANDED_OUT}
    assert noor.post("/desk/passphrase/", same).status_code == 400
    named = {"old": HANDED_OUT, "passphrase": "noor noor noor 1", "again": "noor noor noor 1"}
    assert noor.post("/desk/passphrase/", named).status_code == 400
    assert noor.post("/desk/passphrase/", {"old": HANDED_OUT, "passphrase": NEW, "again": NEW}).status_code == 302
    noor.post("/desk/sign-in/", {"name": "Noor", "passphrase": NEW})
    assert noor.get("/desk/cases/").status_code == 200


def test_what_is_refused_inside_stands_in_the_record_once_a_quarter(people, enter) -> None:  # type: ignore[no-untyped-def]
    rana, before = enter("Rana"), Record.objects.count()
    for _ in range(3):
        assert rana.get("/desk/people/").status_code == 403
    assert Record.objects.count() == before + 1
    assert rana.get("/desk/cases/00000000-0000-4000-8000-000000000000/").status_code == 404
    page = enter("Dina").get("/desk/record/").content.decode()
    assert page.count("was refused something") == 2
    assert len(colleagues(people.basma)) == 3
