"""The same offender on screen: Basma compares and decides, Rana asks, the person harmed never sees any of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from longarm.casework.cases import open_case
from people import AMAL

pytestmark = pytest.mark.django_db
SHOROUK = AMAL.replace("0007", "0008").replace("alias: Amal", "alias: Shorouk").replace("at: 2025-12-30", "at: 2025-12-28")


def seen(answer: Any) -> str:
    return str(answer.content.decode()).replace("<bdi>", "").replace("</bdi>", "")


@pytest.fixture
def cases(people: Any) -> tuple[UUID, UUID]:
    """Both name one number."""
    return open_case(people.basma, AMAL).id, open_case(people.basma, SHOROUK).id


def test_basma_compares_decides_and_takes_it_back(cases: tuple[UUID, UUID], enter: Any) -> None:
    one, other = cases
    basma, pair = enter("Basma"), f"/desk/cases/{one}/same/{other}/"
    page = seen(basma.get(f"/desk/cases/{one}/"))
    assert "Shorouk" in page
    assert "Both cases name one telephone number of the suspect" in page
    assert f'href="{pair}"' in page
    assert "2 cases in this series" in page
    side_by_side = seen(basma.get(pair))
    assert side_by_side.count("+218910000017") == 2
    assert seen(basma.post(pair, {"verdict": "different", "why": ""})).count("Say in a few words why") == 1
    assert basma.post(pair, {"verdict": "different", "why": "Sold in between"})["Location"] == pair
    assert "Sold in between" in seen(basma.get(pair))
    assert basma.get(f"/desk/series/{one}/").status_code == 404
    assert basma.post(pair, {"verdict": "withdrawn", "why": "It was not sold"}).status_code == 302
    series = seen(basma.get(f"/desk/series/{other}/"))
    assert "Amal" in series
    assert "Without the link between" in series
    for said in ("weakest link", "Before anything is known", "phone …0017", "persons harmed", "What can be done"):
        assert said in series
    assert 'data-from="c1" data-to="t1"' in series
    assert "+218910000017" not in series  # the whole number stands in the cases
    for verdict, where in (("same", f"/desk/series/{one}/"), ("unsure", pair)):  # no series any more: its page would be missing
        answer = basma.post(pair, {"verdict": verdict, "why": "A cousin uses it too", "series": "not a case"})
        assert answer["Location"] == where
        assert basma.get(where).status_code == 200
    assert basma.post(pair, {"verdict": "joined", "why": "a slip"}).status_code == 409


def test_of_two_cases_that_share_thousands_the_weightiest_are_shown_and_the_rest_counted(people: Any, enter: Any) -> None:
    """Each of two reports, made to drown the page, names the same numbers."""
    numbers = "".join(
        f"\n  - {{id: n{at}, type: phone, value: '+21891{1000000 + at}', used_by: suspect-1, from: 2025-12-28, to: 2025-12-30}}"
        for at in range(400)
    )
    one, other = (open_case(people.basma, case.replace("identifiers:", f"identifiers:{numbers}")).id for case in (AMAL, SHOROUK))
    page = seen(enter("Basma").get(f"/desk/cases/{one}/same/{other}/"))
    assert page.count("Both cases name one telephone number") == 60  # beside each other, and weighed
    assert "371 more links are not shown" in page


def test_two_cases_of_one_name_are_told_apart_by_their_references(people: Any, enter: Any) -> None:
    one = open_case(people.basma, AMAL).id
    other = open_case(people.basma, SHOROUK.replace("alias: Shorouk", "alias: Amal")).id
    basma = enter("Basma")
    for page in (f"/desk/series/{one}/", f"/desk/cases/{one}/same/{other}/"):
        assert "Amal (EG-2026-0007) and Amal (EG-2026-0008)" in seen(basma.get(page)), page


def test_rana_asks_and_the_team_sees_her_name_on_the_case_and_its_day(cases: tuple[UUID, UUID], people: Any, enter: Any) -> None:
    hers = open_case(people.rana, AMAL.replace("0007", "0009").replace("alias: Amal", "alias: Noor")).id
    rana, basma = enter("Rana"), enter("Basma")
    page = seen(rana.get(f"/desk/cases/{hers}/"))
    assert "Other teams have 2 cases" in page
    assert not any(word in page for word in ("Shorouk", "Amal<", *map(str, cases)))
    assert rana.post(f"/desk/cases/{hers}/same/ask/").status_code == 302
    assert "They were asked on" in seen(rana.get(f"/desk/cases/{hers}/"))
    asked = seen(basma.get(f"/desk/cases/{cases[0]}/"))
    assert "Rana asks" in asked
    assert not any(word in asked for word in ("Noor", str(hers)))
    assert seen(basma.get("/desk/today/")).count("Rana asks") == 2
    for number, do in enumerate(("talk", "no")):
        address = seen(basma.get(f"/desk/cases/{cases[number]}/")).partition('action="/desk/questions/')[2].partition('"')[0]
        assert basma.post(f"/desk/questions/{address}", {"do": do}).status_code == 302
    told = seen(rana.get(f"/desk/cases/{hers}/"))
    assert told.count("Basma answered on") == 1  # who will not talk is not named
    assert "They were asked on" in told
    for address in (f"/desk/cases/{hers}/same/{cases[0]}/", f"/desk/series/{cases[0]}/"):
        assert rana.get(address).status_code == 404


def test_with_a_code_nothing_of_it_is_seen(people: Any, settings: Any, enter: Any) -> None:
    from longarm.case.file import parse_case
    from longarm.casework.case_keys import open_for
    from longarm.casework.cases import case_at, save_case
    from longarm.casework.intake import returns
    from longarm.casework.intake.submit import submit
    from longarm.intake.report import Report

    settings.LONGARM_INTAKE = str(people.basma.organisation)
    report = submit(Report(language="en", words="He threatens me", child="no", consents=("matching",)))
    case = returns.holder_of(report.token).case
    file, _ = parse_case(SHOROUK, "case")
    save_case(people.basma, case, file, case_at(open_for(people.basma, case)).version)
    open_case(people.basma, AMAL)
    assert "Amal" in seen(enter("Basma").get(f"/desk/cases/{case}/"))
    page = seen(Client(headers={"accept-language": "en"}).post("/", {"do": "page", "token": report.token}))
    assert 'name="token"' in page
    assert not any(word in page for word in ("Amal", "same offender", "series", "another case"))
