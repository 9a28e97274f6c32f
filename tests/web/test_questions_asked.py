"""How many questions a page puts to the database does not grow with what stands on it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from longarm.casework.cases import open_case
from longarm.casework.day.notes import add_note
from longarm.casework.day.tasks import add_task
from longarm.casework.proof.exhibits import receive
from people import AMAL

pytestmark = pytest.mark.django_db


def asked(browser: Client, address: str) -> int:
    browser.get(address)  # what is asked once only
    with CaptureQueriesContext(connection) as questions:
        assert browser.get(address).status_code == 200
    return len(questions)


def test_the_inbox_asks_no_more_for_many_lines(people, enter) -> None:  # type: ignore[no-untyped-def]
    browser = enter("Basma")
    open_case(people.basma, AMAL)
    few = asked(browser, "/desk/cases/")
    for number in range(7):
        open_case(people.basma, AMAL.replace("EG-2026-0007", f"EG-{number}"))
    assert asked(browser, "/desk/cases/") == few <= 16


def test_the_case_page_asks_no_more_for_much_work(people, enter) -> None:  # type: ignore[no-untyped-def]
    browser, case = enter("Basma"), open_case(people.basma, AMAL).id
    give(people.basma, case, 1)
    little = asked(browser, f"/desk/cases/{case}/")
    give(people.basma, case, 6)
    assert asked(browser, f"/desk/cases/{case}/") == little <= 72


def give(actor, case, number: int) -> None:  # type: ignore[no-untyped-def]
    for _ in range(number):
        add_note(actor, case, "She slept better.")
        add_task(actor, case, "Ask the school.", timezone.localdate() + timedelta(days=2), actor.user)
        with receive(actor, case) as arriving:
            arriving.write(b"0100 000 0017")
            arriving.finish("note.txt")
