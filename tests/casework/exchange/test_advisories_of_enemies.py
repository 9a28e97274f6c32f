"""Files that are brought to the desk in the name of others: they take nothing of others' away, and break no page."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from longarm.casework.cases import open_case
from longarm.casework.exchange.advisories.hearing import hear, heard, met_in
from longarm.errors import BadInput
from longarm.exchange.feeds.advisory import Advisory
from longarm.exchange.feeds.sign import Sign
from longarm.exchange.feeds.stix import bundle
from longarm.law.load import load
from longarm.matching.official import official_numbers
from longarm.store.models import HeardTag
from people import AMAL, PASSPHRASE, People, everybody

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 1, tzinfo=UTC)
PHONE = Sign("phone", "+218910000017")


@pytest.fixture
def people() -> People:
    return everybody()


def theirs(**changed: Any) -> Advisory:
    made = Advisory(
        id=uuid4(), by="b" * 64, organisation="The union", title="He asks", words="in words", language="en", signs=(PHONE,),
        made_at=NOW, changed_at=NOW,
    )  # fmt: skip
    return msgspec.structs.replace(made, **changed)


def test_another_teller_with_the_same_id_neither_revokes_nor_replaces(people: People) -> None:
    true = theirs()
    hear(people.basma, bundle([true]), "stix")
    later = NOW + timedelta(days=3)
    forged = msgspec.structs.replace(
        true, by="c" * 64, changed_at=later, title="Nothing to see", signs=(Sign("ip", "192.0.2.1"),)
    )
    assert hear(people.basma, bundle([forged]), "stix")[:3] == (1, 0, 0)
    assert hear(people.basma, bundle([msgspec.structs.replace(forged, revoked=True, changed_at=later)]), "stix")[:3] == (0, 0, 0)
    gone = msgspec.structs.replace(forged, revoked=True, changed_at=later + timedelta(days=1))
    assert hear(people.basma, bundle([gone]), "stix", same_way=True)[:3] == (0, 0, 1)
    assert [one.advisory.title for one in heard(people.basma)] == ["He asks"]


@pytest.mark.parametrize("revoked", [True, False])
def test_a_file_in_the_tellers_own_name_takes_nothing_before_a_person_said_how_it_came(people: People, revoked: bool) -> None:
    true = theirs()
    hear(people.basma, bundle([true]), "stix")
    later = true.changed_at + timedelta(days=1)
    forged = msgspec.structs.replace(true, changed_at=later, revoked=revoked, title="Nothing to see")
    with pytest.raises(BadInput, match="in the name of \u2068The union"):
        hear(people.basma, bundle([forged, theirs(title="Another")]), "stix")
    assert [one.advisory.title for one in heard(people.basma)] == ["He asks"], "nothing else of that file either"
    assert hear(people.basma, bundle([forged]), "stix", same_way=True)[:3] == (0, int(not revoked), int(revoked))


def test_the_desk_asks_how_it_came(people: People, client: Client) -> None:
    true = theirs()
    hear(people.basma, bundle([true]), "stix")
    forged = msgspec.structs.replace(true, changed_at=true.changed_at + timedelta(days=1), title="Nothing to see")
    client.post("/desk/sign-in/", {"name": "Basma", "passphrase": PASSPHRASE})

    def sent(**more: str) -> str:
        file = SimpleUploadedFile("f.json", bundle([forged]))
        return client.post("/desk/advisories/", {"form": "stix", "file": file, **more}).content.decode()

    asked = sent()
    assert 'name="same_way"' in asked
    assert "He asks" in asked
    assert "Nothing to see" not in asked
    assert "Nothing to see" in sent(same_way="yes")


def test_a_version_from_the_future_does_not_hold_the_place_for_ever(people: People) -> None:
    ahead = theirs(changed_at=timezone.now() + timedelta(days=900))
    with pytest.raises(BadInput, match="passed over"):
        hear(people.basma, bundle([ahead]), "stix")
    taken = hear(people.basma, bundle([ahead, theirs()]), "stix")
    assert (taken.new, taken.passed_over) == (1, {"of the future": 1})


def test_an_authoritys_own_number_leads_to_no_case(people: People) -> None:
    number = min(official_numbers(load()))
    hear(people.basma, bundle([theirs(signs=(Sign("phone", number), PHONE))]), "stix")
    assert HeardTag.objects.count() == 1
    case = open_case(people.basma, AMAL).id
    assert len(met_in(people.basma, case)) == 1


def test_a_file_with_more_than_is_kept_keeps_nothing(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longarm.casework.exchange.advisories.hearing.MOST", 3)
    with pytest.raises(BadInput, match="are not kept"):
        hear(people.basma, bundle([theirs() for _ in range(4)]), "stix")
    assert heard(people.basma) == ()


def test_what_was_made_to_break_the_pages_is_shown_as_text(people: People, client: Client) -> None:
    nasty = '<script>alert(1)</script>"\u202e\x00\ud800'
    labels = [f"state:{chr(65 + place // 26)}{chr(65 + place % 26)}" for place in range(26 * 26)]
    one = json.loads(bundle([theirs()]))
    for each in one["objects"]:
        each |= {"name": nasty, "description": nasty * 9, "labels": labels, "lang": "\"'><"}
    hear(people.basma, json.dumps(one).encode(), "stix")
    case = open_case(people.basma, AMAL).id
    client.post("/desk/sign-in/", {"name": "Basma", "passphrase": PASSPHRASE})
    for address in ("/desk/advisories/", f"/desk/cases/{case}/"):
        answer = client.get(address)
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page
        assert "\u202e" not in page
