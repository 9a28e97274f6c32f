"""The people page: who does what, switches, a lost second factor, an account closed; a second factor by rule."""

from __future__ import annotations

import pytest
from django.test import Client
from test_second_door import code_of

from longarm.casework.cases import open_case
from longarm.casework.people.second_factor import begin_second_factor, confirm_second_factor, has_second_factor
from longarm.casework.rules import Rules, change_rules
from longarm.store.models import User
from people import AMAL, PASSPHRASE

pytestmark = pytest.mark.django_db


def test_roles_are_explained_and_switches_work(people, enter) -> None:  # type: ignore[no-untyped-def]
    basma = enter("Basma")
    seen = basma.get("/desk/people/").content.decode()
    assert "never what a case says" in seen
    address = f"/desk/people/{people.rana.user}/"
    assert address in seen
    assert basma.post(address, {"role": "king"}).status_code == 400
    assert basma.post(address, {"role": "coordinator", "on_intake": "1"}).status_code == 302
    rana = User.objects.get(id=people.rana.user)
    assert (rana.role, rana.on_intake, rana.administers) == ("coordinator", True, False)
    assert basma.post(f"/desk/people/{people.basma.user}/", {"role": "coordinator"}).status_code == 409
    assert 'role="alert"' in basma.post(f"/desk/people/{people.basma.user}/", {"role": "auditor"}).content.decode()


def test_an_account_is_closed_and_the_case_waits_for_a_member(people, enter) -> None:  # type: ignore[no-untyped-def]
    from longarm.casework.people.renewing import waits_for_new_key
    from longarm.casework.people.team import add_member

    case = open_case(people.rana, AMAL).id
    address = f"/desk/people/{people.rana.user}/close/"
    basma = enter("Basma")
    assert basma.post(address).status_code == 409
    assert 'name="heir" required' in basma.get(f"/desk/people/{people.rana.user}/").content.decode()
    from people import join

    add_member(people.rana, case, join(people.basma, "Sami", "caseworker").user)
    seen = basma.post(address)
    assert "when a member of its team next opens it" in seen.content.decode()
    assert "when a member of its team next opens it" in basma.get("/desk/people/").content.decode()
    assert waits_for_new_key(case)
    assert enter("Sami").get(f"/desk/cases/{case}/").status_code == 200
    assert not waits_for_new_key(case)
    assert Client().post("/desk/sign-in/", {"name": "Rana", "passphrase": PASSPHRASE}).status_code == 400
    assert "Open the account again" in basma.get(f"/desk/people/{people.rana.user}/").content.decode()


def test_a_lost_factor_is_taken_off(people, enter) -> None:  # type: ignore[no-untyped-def]
    confirm_second_factor(people.rana, code_of(begin_second_factor(people.rana).written))
    basma = enter("Basma")
    assert "telephone and paper are lost" in basma.get(f"/desk/people/{people.rana.user}/").content.decode()
    assert basma.post(f"/desk/people/{people.rana.user}/factor/").status_code == 302
    assert not has_second_factor(people.rana)


def test_where_the_rule_asks_for_a_factor_nothing_opens_before_it_is_set(people, enter) -> None:  # type: ignore[no-untyped-def]
    rana = enter("Rana")
    assert rana.get("/desk/cases/").status_code == 200
    change_rules(people.basma, Rules(second_factor=True))
    for address in ("/desk/cases/", "/desk/today/", "/desk/search/"):
        assert rana.get(address).headers["Location"] == "/desk/second-factor/"
    assert rana.post("/desk/cases/new/", {"alias": "Noor"}).headers["Location"] == "/desk/second-factor/"
    assert "Set it now" in rana.get("/desk/second-factor/").content.decode()
    written = begin_second_factor(people.rana).written
    assert rana.post("/desk/second-factor/", {"code": code_of(written)}).status_code == 200
    assert rana.get("/desk/cases/").status_code == 200


def test_the_rule_is_set_on_the_page_of_rules(people, enter) -> None:  # type: ignore[no-untyped-def]
    from longarm.casework.rules import own_rules

    form = {"first": 60, "second": 90, "answer": 120, "zone": "UTC", "second_factor": "1"}
    assert enter("Basma").post("/desk/rules/", form).status_code == 200
    assert own_rules(people.basma).second_factor


def test_who_may(people, enter) -> None:  # type: ignore[no-untyped-def]
    """Who administers this organisation, and nobody else."""
    address = f"/desk/people/{people.rana.user}/"
    acts = [
        lambda c: c.get(address),
        lambda c: c.post(address, {"role": "admin"}),
        lambda c: c.post(f"{address}close/"),
        lambda c: c.post(f"{address}factor/"),
    ]
    for person, codes in {"Rana": [403] * 4, "Dina": [403] * 4, "Karim": [404] * 4, "": [302, 401, 401, 401]}.items():
        client = enter(person) if person else Client()
        assert [act(client).status_code for act in acts] == codes, person
    assert User.objects.get(id=people.rana.user).active
