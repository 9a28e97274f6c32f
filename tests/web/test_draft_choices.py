"""What is chosen on the page of a draft: who sends a request, and whose statement it is."""

from __future__ import annotations

import io
import re
from importlib.resources import files
from uuid import UUID

import pytest
from django.test import Client

from longarm.casework.cases import open_case

pytestmark = pytest.mark.django_db
CASES = files("longarm.casework") / "demo" / "cases"


@pytest.fixture
def basma(people, enter) -> Client:  # type: ignore[no-untyped-def]
    return enter("Basma")


@pytest.fixture
def shorouk(people) -> UUID:  # type: ignore[no-untyped-def]
    return open_case(people.basma, (CASES / "shorouk.yaml").read_text("utf-8")).id


@pytest.fixture
def ahmed(people) -> UUID:  # type: ignore[no-untyped-def]
    text = (CASES / "ahmed.yaml").read_text("utf-8")
    return open_case(people.basma, text.replace("alias: the school,", "alias: the school, legal_name: Testova School,")).id


def words(client: Client, case: UUID, document: str, **fields: str) -> str:
    import pypdf

    made = client.post(f"/desk/cases/{case}/draft/{document}/", {"in": "en", "as_of": "2022-01-04", **fields})
    assert made["Content-Type"] == "application/pdf", made.content.decode()[:2000]
    return " ".join("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.content)).pages).split())


def test_an_organisation_gives_notice_unless_it_says_that_it_is_the_authority(basma: Client, shorouk: UUID) -> None:
    page = basma.get(f"/desk/cases/{shorouk}/draft/preservation-request/?as_of=2022-01-04").content.decode()
    assert re.search(r'value="organisation" checked', page)
    assert 'name="sender" value="authority">' in page
    for said_nothing in ({}, {"sender": "organisation"}, {"sender": "anything"}):
        assert "Notice with a draft request attached" in words(basma, shorouk, "preservation-request", **said_nothing)
    assert "Notice with a draft" not in words(basma, shorouk, "preservation-request", sender="authority")


def test_who_signs_a_complaint_is_not_asked_who_sends_it(basma: Client, shorouk: UUID) -> None:
    assert 'name="sender"' not in basma.get(f"/desk/cases/{shorouk}/draft/complaint-eg/?as_of=2022-01-04").content.decode()


def test_one_of_several_recipients_is_chosen(basma: Client, ahmed: UUID) -> None:
    address = f"/desk/cases/{ahmed}/draft/recipient-statement/?as_of=2021-08-15"
    nobody, school, friend = (
        basma.get(address + more).content.decode() for more in ("", "&recipient=school", "&recipient=friend-1")
    )
    assert "Several persons got messages" in nobody
    assert 'value="school" selected' in school
    assert "The case holds no legal name" in friend
    assert "The case holds no legal name" not in school
    assert "Testova" in words(basma, ahmed, "recipient-statement", recipient="school")
    assert "Testova" not in words(basma, ahmed, "recipient-statement", recipient="friend-1")
    assert basma.get(address + "&recipient=suspect-1").status_code == 400


def test_the_case_page_leads_from_each_recipient_to_the_statement(basma: Client, ahmed: UUID) -> None:
    page = basma.get(f"/desk/cases/{ahmed}/?as_of=2021-08-15").content.decode()
    assert set(re.findall(r"recipient-statement/\?recipient=([\w-]+)", page)) == {"school", "friend-1"}
