"""`taxii2-client`, as others run it, reads what was told to everybody, and nothing else, over real HTTP."""

from __future__ import annotations

import json
from typing import Any

import pytest
from taxii2client.v21 import Server, as_pages

from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case
from longarm.casework.day import approvals
from longarm.casework.exchange.advisories import published, telling
from longarm.casework.exchange.advisories.said import Said, open_said
from longarm.casework.people.team import add_member
from longarm.store.models import Advisory
from people import AMAL, RESIST, everybody

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("taxii.urls"),
    pytest.mark.one_database("what is told is one query"),
]


def tell(people: Any, reach: str, title: str) -> None:
    case = open_case(people.basma, AMAL.replace("0007", f"00{title[-1]}7")).id
    add_member(people.basma, case, people.rana.user)
    made = telling.write(
        people.basma, case, title=title, words="in words", language="en", chosen=["phone-1"], reach=reach, states=(), reason="why"  # type: ignore[arg-type]
    )  # fmt: skip
    approvals.answer(people.rana, approvals.approvals_of(open_for(people.rana, case))[0].id, True)
    telling.tell(people.basma, made)


@pytest.fixture
def address(request: pytest.FixtureRequest, settings: Any) -> str:
    settings.STATIC_URL = "/not-used/"  # the live server asks for one; a node has none
    return str(request.getfixturevalue("live_server").url)


def test_a_client_of_others_reads_what_was_told_to_everybody(address: str) -> None:
    people = everybody()
    tell(people, "clear", "Office 1")
    tell(people, "clear", "Office 2")
    tell(people, "green", "Office 3")
    server = Server(f"{address}/taxii2/")
    [collection] = server.default.collections
    assert (collection.title, collection.can_read, collection.can_write) == (RESIST, True, False)
    objects = collection.get_objects()["objects"]
    reports = [one["name"] for one in objects if one["type"] == "report"]
    assert (sorted(reports), "Office 3" in json.dumps(objects)) == (["Office 1", "Office 2"], False)
    pages = [page["objects"] for page in as_pages(collection.get_objects, per_request=3)]
    assert [one["id"] for page in pages for one in page] == [one["id"] for one in objects]
    assert max(len(page) for page in pages) == 3
    entries = collection.get_manifest()["objects"]
    assert [one["id"] for one in entries] == [one["id"] for one in objects]
    [indicator] = collection.get_objects(type="indicator", id=entries[2]["id"]).get("objects", [None])
    assert indicator is None or indicator["type"] == "indicator"
    assert collection.get_objects(added_after=entries[-1]["date_added"]) == {}
    report = next(one["id"] for one in objects if one["type"] == "report")
    assert collection.get_object(report)["objects"][0]["id"] == report
    assert len(collection.object_versions(report)["versions"]) == 1


def test_what_is_no_query_and_what_is_not_there(client: Any) -> None:
    people = everybody()
    assert client.get("/taxii2/all/collections/").json() == {}
    tell(people, "clear", "Office 1")
    [collection] = client.get("/taxii2/all/collections/").json()["collections"]
    address = f"/taxii2/all/collections/{collection['id']}/"
    for wrong in ("limit=x", "limit=0", "added_after=yesterday", "added_after=2026-01-01", "next=!!!", "next=AAAA"):
        answer = client.get(f"{address}objects/?{wrong}")
        assert (answer.status_code, "none of TAXII" in answer.json()["title"]) == (400, True), wrong
    assert client.get(address.replace(collection["id"], "00000000-0000-4000-8000-000000000000")).status_code == 404
    assert client.get(f"{address}objects/x/").status_code == 404
    assert client.post(f"{address}objects/", {}).status_code == 405
    assert client.get(address, headers={"accept": "text/html"}).status_code == 406
    assert client.get(address)["content-type"] == "application/taxii+json;version=2.1"


def test_what_a_request_opens_does_not_grow_with_what_was_ever_told(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    people = everybody()
    for number in range(9):
        tell(people, "clear", f"Office {number}")
    [collection] = client.get("/taxii2/all/collections/").json()["collections"]
    opened: list[object] = []

    def counted(row: Advisory) -> Said:
        opened.append(row.id)
        return open_said(row)

    monkeypatch.setattr(published, "open_said", counted)
    address = f"/taxii2/all/collections/{collection['id']}/"
    page = client.get(f"{address}objects/?limit=2").json()
    assert (len(page["objects"]), page["more"], len(opened)) == (2, True, 1)
    opened.clear()
    client.get(address)
    client.get("/taxii2/all/collections/")
    assert opened == []
    report = client.get(f"{address}objects/?match[type]=report").json()["objects"][4]["id"]
    opened.clear()
    assert client.get(f"{address}objects/{report}/").json()["objects"][0]["id"] == report
    assert len(opened) == 1
