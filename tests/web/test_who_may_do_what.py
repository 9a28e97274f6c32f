"""Every act of the desk, asked by everybody: the team, a colleague outside it, another organisation, the auditor, a stranger."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from longarm.casework.bundles import list_bundles, seal_case
from longarm.casework.cases import open_case
from longarm.casework.exhibits import add_exhibit, list_exhibits
from longarm.casework.reading import process_exhibit
from people import AMAL, PASSPHRASE

pytestmark = pytest.mark.django_db
NOBODY = "00000000-0000-4000-8000-000000000000"
PHOTO = b"\xff\xd8\xff\xe0" + bytes(200)  # needs no reader, so no child for each of these tests
CHAT = b"[30/10/2026, 21:00:05] +218 91 000 0017: a\n[30/10/2026, 21:01:05] +218 91 000 0017: b\n"


class Things(NamedTuple):
    case: str
    exhibit: str
    bundle: str


@pytest.fixture
def things(people) -> Things:  # type: ignore[no-untyped-def]
    """Amal's case, of which Basma alone is the team, with one exhibit, read and sealed."""
    import io

    case = open_case(people.basma, AMAL).id
    exhibit = add_exhibit(people.basma, case, io.BytesIO(PHOTO), "photo.jpg")
    process_exhibit(people.basma, exhibit)
    return Things(str(case), str(exhibit), str(seal_case(people.basma, case)))


def upload(client: Client, things: Things) -> HttpResponse:
    files = {"files": SimpleUploadedFile("more.txt", CHAT), "received_from": "complainant"}
    return client.post(f"/desk/cases/{things.case}/exhibits/", files)


Act = Callable[[Client, Things], HttpResponse]
ACTS: dict[str, Act] = {
    "cases": lambda c, _: c.get("/desk/cases/"),
    "new case": lambda c, _: c.get("/desk/cases/new/"),
    "open case": lambda c, _: c.post("/desk/cases/new/", {"alias": "Noor", "lives": "EG", "kind": "threat_to_publish"}),
    "case": lambda c, t: c.get(f"/desk/cases/{t.case}/"),
    "case file": lambda c, t: c.get(f"/desk/cases/{t.case}/file/"),
    "save case file": lambda c, t: c.post(f"/desk/cases/{t.case}/file/", {"text": AMAL, "version": "1"}),
    "upload": upload,
    "seal": lambda c, t: c.post(f"/desk/cases/{t.case}/seal/"),
    "exhibit": lambda c, t: c.get(f"/desk/exhibits/{t.exhibit}/"),
    "preview": lambda c, t: c.get(f"/desk/exhibits/{t.exhibit}/preview/"),
    "clear picture": lambda c, t: c.post(f"/desk/exhibits/{t.exhibit}/preview/clear/"),
    "play": lambda c, t: c.get(f"/desk/exhibits/{t.exhibit}/media/"),
    "copy": lambda c, t: c.post(f"/desk/exhibits/{t.exhibit}/copy/", {"purpose": "court"}),
    "progress": lambda c, t: c.get(f"/desk/exhibits/{t.exhibit}/progress/"),
    "bundle": lambda c, t: c.post(f"/desk/bundles/{t.bundle}/", {"purpose": "court"}),
    "draft page": lambda c, t: c.get(f"/desk/cases/{t.case}/draft/complaint-eg/?forum=EG"),
    "draft": lambda c, t: c.post(f"/desk/cases/{t.case}/draft/complaint-eg/", {"in": "en", "forum": "EG"}),
    "stamp": lambda c, t: c.post(f"/desk/cases/{t.case}/stamp/"),
    "leave team": lambda c, t: c.post(f"/desk/cases/{t.case}/team/", {"remove": NOBODY}),
    "people": lambda c, _: c.get("/desk/people/"),
    "add person": lambda c, _: c.post("/desk/people/", {"name": "Noor", "role": "caseworker", "passphrase": PASSPHRASE}),
    "reset": lambda c, _: c.post(f"/desk/people/{NOBODY}/reset/", {"recovery": "x", "passphrase": PASSPHRASE}),
    "own passphrase": lambda c, _: c.get("/desk/passphrase/"),
    "record": lambda c, _: c.get("/desk/record/"),
    "check record": lambda c, _: c.post("/desk/record/"),
    "health": lambda c, _: c.get("/desk/health/"),
}
# 302 from a GET without a visit leads to the door.
TEAM = {name: 302 if name in ("open case", "save case file", "upload", "seal") else 200 for name in ACTS}
TEAM |= {"stamp": 400, "leave team": 404, "add person": 302, "reset": 400, "play": 404}
# no authority, nobody, not the recovery key, no sound
GOVERNS = {"people", "add person", "reset", "record", "check record", "health"}
OF_CASE = set(ACTS) - GOVERNS - {"cases", "new case", "open case", "own passphrase"}
COLLEAGUE = {**TEAM, **dict.fromkeys(OF_CASE, 404), **dict.fromkeys(GOVERNS, 403), "stamp": 400}
ELSEWHERE = {**TEAM, **dict.fromkeys(OF_CASE, 404), "stamp": 400}  # an administrator, of another organisation
AUDITOR = {**dict.fromkeys(OF_CASE, 404), **dict.fromkeys(GOVERNS, 403), "cases": 200, "new case": 403, "open case": 403}
AUDITOR |= {"record": 200, "check record": 200, "own passphrase": 200}
AUDITOR |= dict.fromkeys(("upload", "seal", "stamp", "leave team", "draft page", "draft"), 403)
WRITES = {
    "clear picture",
    "copy",
    "open case",
    "save case file",
    "upload",
    "seal",
    "bundle",
    "draft",
    "check record",
    "stamp",
    "leave team",
    "add person",
    "reset",
}
STRANGER = {name: 401 if name in WRITES else 302 for name in ACTS}
PEOPLE = {"Basma": TEAM, "Rana": COLLEAGUE, "Karim": ELSEWHERE, "Dina": AUDITOR, "": STRANGER}


@pytest.mark.one_database("keys and roles decide, not tables; the tests below ask PostgreSQL too")
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("person", PEOPLE)
def test_who_may_do_what(things: Things, enter, person: str, act: str) -> None:  # type: ignore[no-untyped-def]
    client = enter(person) if person else Client()
    answer = ACTS[act](client, things)
    assert answer.status_code == PEOPLE[person][act], (
        answer.content[:400].decode(errors="replace") if not answer.streaming else ""
    )


def test_what_others_tried_has_changed_nothing(things: Things, people, enter) -> None:  # type: ignore[no-untyped-def]
    for person in ("Rana", "Karim", "Dina", ""):
        client = enter(person) if person else Client()
        for act in ("save case file", "upload", "seal"):
            ACTS[act](client, things)
    from uuid import UUID

    from longarm.casework.cases import read_case

    case = UUID(things.case)
    assert read_case(people.basma, case).version == 1
    assert len(list_exhibits(people.basma, case)) == 1
    assert len(list_bundles(people.basma, case)) == 1


WRONG = {
    "/desk/": "post",
    "/desk/language/": "get",
    "/desk/sign-out/": "get",
    "/desk/demo/": "get",
    "/desk/cases/": "post",
    "/desk/cases/{case}/": "post",
    "/desk/cases/{case}/exhibits/": "get",
    "/desk/cases/{case}/seal/": "get",
    "/desk/cases/{case}/draft/complaint-eg/": "delete",
    "/desk/cases/{case}/file/": "delete",
    "/desk/exhibits/{exhibit}/": "post",
    "/desk/exhibits/{exhibit}/progress/": "post",
    "/desk/exhibits/{exhibit}/preview/": "post",
    "/desk/exhibits/{exhibit}/media/": "post",
    "/desk/exhibits/{exhibit}/copy/": "get",
    "/desk/bundles/{bundle}/": "get",
    "/desk/record/": "delete",
    "/desk/sign-in/": "delete",
    "/desk/set-up/": "delete",
}


@pytest.mark.one_database("keys and roles decide, not tables; the tests below ask PostgreSQL too")
@pytest.mark.parametrize("address", WRONG)
def test_the_wrong_method_is_refused(things: Things, enter, address: str) -> None:  # type: ignore[no-untyped-def]
    client = enter("Basma")
    assert getattr(client, WRONG[address])(address.format(**things._asdict())).status_code == 405


@pytest.mark.parametrize("act", sorted(OF_CASE))
def test_what_does_not_exist_sounds_like_what_is_not_theirs(people, enter, act: str) -> None:  # type: ignore[no-untyped-def]
    nothing = Things(NOBODY, NOBODY, NOBODY)
    assert ACTS[act](enter("Basma"), nothing).status_code == (400 if act == "stamp" else 404)


@pytest.mark.parametrize("act", ["case", "exhibit", "preview", "clear picture", "copy", "bundle", "draft"])
def test_every_look_at_a_case_stands_in_the_record(things: Things, people, enter, act: str) -> None:  # type: ignore[no-untyped-def]
    from longarm.casework.audit import read_record

    before = len(read_record(people.basma))
    ACTS[act](enter("Basma"), things)
    acts = read_record(people.basma)[: -before or None]
    assert any(act.line.case == things.case for act in acts)
