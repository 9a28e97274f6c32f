"""Dina reads who did what: in words, by person, by case, by day, and notes the end of the record outside the node."""

from __future__ import annotations

import re

import pytest

from longarm.casework import audit
from longarm.casework.audit import Wanted, check_record, head_of_record, record_page
from longarm.casework.cases import open_case, read_case
from longarm.casework.refusals import NotAllowed
from longarm.store.models import RecordHead
from people import AMAL

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(people):  # type: ignore[no-untyped-def]
    case = open_case(people.basma, AMAL).id
    read_case(people.basma, case)
    open_case(people.rana, AMAL.replace("0007", "0008"))
    return case


def rows(answer) -> list[str]:  # type: ignore[no-untyped-def]
    return re.findall(r"<tr><td>.*?</tr>", answer.content.decode())


def test_acts_are_told_in_words_and_nothing_of_a_case(people, enter, case) -> None:  # type: ignore[no-untyped-def]
    dina = enter("Dina")
    seen = dina.get("/desk/record/").content.decode()
    assert "opened a new case" in seen
    assert "let a colleague in · <bdi>Rana</bdi>" in seen
    assert "Amal" not in seen
    assert "EG-2026" not in seen


def test_what_stands_beside_an_act_is_in_the_language_of_the_reader(people, enter, case) -> None:  # type: ignore[no-untyped-def]
    dina = enter("Dina")
    dina.post("/desk/language/", {"speak": "ar", "back": "/desk/record/"})
    read = next(row for row in rows(dina.get("/desk/record/")) if "قراءة قضية" in row)
    assert "النسخة: <bdi>1</bdi>" in read


def test_only_what_is_asked_for(people, enter, case) -> None:  # type: ignore[no-untyped-def]
    dina = enter("Dina")
    of_case = rows(dina.get(f"/desk/record/?case={case}"))
    assert [("read a case" in row, "opened a new case" in row) for row in of_case] == [(True, False), (False, True)]
    of_rana = rows(dina.get(f"/desk/record/?person={people.rana.user}"))
    assert of_rana
    assert all("Rana" in row for row in of_rana)
    assert rows(dina.get("/desk/record/?day=2020-01-01")) == []
    for wrong in ("?day=yesterday", "?case=7", "?person=Rana"):
        assert dina.get(f"/desk/record/{wrong}").status_code == 400


def test_page_after_page_every_line_once(people, case) -> None:  # type: ignore[no-untyped-def]
    whole = [act.line.seq for act in record_page(people.dina, Wanted(), 1000).acts]
    turned, before = [], None
    for _ in range(len(whole)):
        page = record_page(people.dina, Wanted(before=before), 3)
        turned += [act.line.seq for act in page.acts]
        if page.older is None:
            break
        before = page.older
    assert turned == whole


def test_a_long_search_stops_and_says_so(people, case, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(audit, "MOST_READ", 2)
    page = record_page(people.dina, Wanted(person=people.dina.user))
    assert (page.cut, page.older is not None) == (True, True)


def test_the_end_of_the_record_is_there_to_be_noted(people, enter, case) -> None:  # type: ignore[no-untyped-def]
    dina = enter("Dina")
    kept = RecordHead.objects.get(id=1)
    head = head_of_record(people.dina)
    assert (head.length, head.head) == (kept.length, bytes(kept.head).hex())
    assert check_record(people.dina) == head.length
    assert head.head[:8] in dina.get("/desk/record/").content.decode()
    with pytest.raises(NotAllowed):
        head_of_record(people.rana)


def test_another_organisation_sees_its_own_lines(people, case) -> None:  # type: ignore[no-untyped-def]
    assert record_page(people.karim, Wanted(case=case)).acts == ()
