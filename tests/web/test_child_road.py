"""A picture may show the abuse of a child. Nobody looks; it is told in words, and goes when the authority says so."""

from __future__ import annotations

import io
from uuid import UUID

import pytest
from django.test import Client

from longarm.casework.cases import open_case
from longarm.casework.people.team import add_member
from longarm.casework.proof.exhibits import add_exhibit, list_exhibits
from longarm.store.models import Case
from people import AMAL, join

pytestmark = pytest.mark.django_db
PHOTO = b"\xff\xd8\xff\xe0" + bytes(200)
KNOWN = {"where": "t.me/example_channel", "how": "She said so; nobody looked"}
ORDER = {"authority": "Public Prosecution, Cairo", "reference": "12/2026", "words": "Destroy it"}


@pytest.fixture
def case(people) -> UUID:  # type: ignore[no-untyped-def]
    return open_case(people.basma, AMAL).id


@pytest.fixture
def exhibit(people, case: UUID) -> UUID:  # type: ignore[no-untyped-def]
    return add_exhibit(people.basma, case, io.BytesIO(PHOTO), "shamefulname.jpg")


def page(answer) -> str:  # type: ignore[no-untyped-def]
    return answer.content.decode().replace("\u2068", "").replace("\u2069", "")


def test_from_the_exhibit_to_its_end(people, enter, case: UUID, exhibit: UUID) -> None:  # type: ignore[no-untyped-def]
    basma, address = enter("Basma"), f"/desk/exhibits/{exhibit}/"
    assert 'name="where"' in page(basma.get(address))
    assert basma.post(f"{address}withhold/", {"where": "", "how": "x"}).status_code == 400
    assert basma.post(f"{address}withhold/", KNOWN).headers["Location"] == f"{address}withheld/"
    assert basma.get(address).headers["Location"] == f"{address}withheld/"
    for way in ("preview/", "media/"):
        assert basma.get(f"{address}{way}").status_code == 403
    seen = page(basma.get(f"{address}withheld/"))
    assert "t.me/example_channel" in seen
    assert "shamefulname" not in seen
    assert "108" in seen  # where Amal is: Egypt's desk for reports, with its source and the day it was read
    assert "24 November 2026" in seen
    assert 'name="code"' not in seen  # nothing to destroy before the authority spoke
    assert basma.post(f"{address}destroy/", {"code": "E0001"}).status_code == 409
    basma.post(f"{address}instruction/", ORDER)
    assert basma.post(f"{address}destroy/", {"code": "E0002"}).status_code == 400
    assert list_exhibits(people.basma, case)[0].state == "withheld"
    assert basma.post(f"{address}destroy/", {"code": "e0001"}).status_code == 302
    assert "Its bytes and keys are destroyed" in page(basma.get(f"{address}withheld/"))
    assert "shamefulname" not in page(basma.get(f"/desk/cases/{case}/"))


def test_the_case_page_warns_and_counts_no_withheld_exhibit_as_unsealed(people, enter, case: UUID, exhibit: UUID) -> None:  # type: ignore[no-untyped-def]
    basma = enter("Basma")
    assert "This case concerns a child" not in page(basma.get(f"/desk/cases/{case}/"))
    basma.post(f"/desk/exhibits/{exhibit}/withhold/", KNOWN)
    seen = page(basma.get(f"/desk/cases/{case}/"))
    assert "This case concerns a child" in seen
    assert '<span class="chip blocked">withheld</span>' in seen
    assert f"/desk/cases/{case}/seal/" not in seen


def test_of_a_state_without_a_known_desk_it_is_said_that_it_is_not_known(people, enter, exhibit: UUID) -> None:  # type: ignore[no-untyped-def]
    basma = enter("Basma")
    basma.post(f"/desk/exhibits/{exhibit}/withhold/", KNOWN)
    before = page(basma.get(f"/desk/exhibits/{exhibit}/withheld/"))
    asked = page(basma.get(f"/desk/exhibits/{exhibit}/withheld/?state=YE"))
    assert asked.count("That does not mean there is none") == before.count("That does not mean there is none") + 1


def test_who_put_it_on_the_road_by_mistake_takes_it_off_with_a_reason(people, enter, case: UUID, exhibit: UUID) -> None:  # type: ignore[no-untyped-def]
    basma, address = enter("Basma"), f"/desk/cases/{case}/child/"
    assert basma.post(address, {"do": "set", "reason": " "}).status_code == 400
    basma.post(address, {"do": "set", "reason": "She is 16"})
    assert Case.objects.get(id=case).child
    basma.post(address, {"do": "clear", "reason": "She is 26, a slip"})
    assert not Case.objects.get(id=case).child
    basma.post(f"/desk/exhibits/{exhibit}/withhold/", KNOWN)
    assert basma.post(address, {"do": "clear", "reason": "no"}).status_code == 409


def test_who_may(people, enter, case: UUID, exhibit: UUID) -> None:  # type: ignore[no-untyped-def]
    """The team alone; counsel of the team reads and changes nothing."""
    add_member(people.basma, case, join(people.basma, "Huda", "counsel").user)
    acts = [
        lambda c: c.post(f"/desk/cases/{case}/child/", {"do": "set", "reason": "x"}),
        lambda c: c.post(f"/desk/exhibits/{exhibit}/withhold/", KNOWN),
        lambda c: c.get(f"/desk/exhibits/{exhibit}/withheld/"),
        lambda c: c.post(f"/desk/exhibits/{exhibit}/instruction/", ORDER),
        lambda c: c.post(f"/desk/exhibits/{exhibit}/destroy/", {"code": "E0001"}),
    ]
    enter("Basma").post(f"/desk/exhibits/{exhibit}/withhold/", KNOWN)
    wanted = {
        "Huda": [403, 403, 200, 403, 403],
        "Rana": [404, 404, 404, 404, 404],
        "Karim": [404, 404, 404, 404, 404],
        "Dina": [403, 403, 404, 403, 404],
        "": [401, 401, 302, 401, 401],
    }
    for person, codes in wanted.items():
        client = enter(person) if person else Client()
        assert [act(client).status_code for act in acts] == codes, person
    assert list_exhibits(people.basma, case)[0].state == "withheld"


def test_a_file_that_came_before_somebody_knew_is_withheld_unopened(people, enter, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    from django.conf import settings

    from longarm.casework.intake import giving, returns
    from longarm.casework.intake.submit import submit
    from longarm.intake.report import Report

    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(people.basma.organisation), raising=False)
    amal = returns.holder_of(submit(Report(language="ar", child="no", words="بدأ في آذار")).token)
    upload = giving.begin(amal, "shamefulname.jpg", len(PHOTO))
    giving.receive(amal, upload, 0, PHOTO)
    giving.finish(amal, upload)
    basma, address = enter("Basma"), f"/desk/cases/{amal.case}/child/"
    basma.post(address, {"do": "set", "reason": "She is 15"})
    assert basma.post(f"/desk/cases/{amal.case}/take-in/").status_code == 403
    seen = page(basma.get(address))
    assert f"/desk/uploads/{upload}/withhold/" in seen
    assert "shamefulname" not in seen
    assert basma.post(f"/desk/uploads/{upload}/withhold/", {"where": "", "how": "x"}).status_code == 400
    assert list_exhibits(people.basma, amal.case) == ()
    for person, code in (("Rana", 404), ("Dina", 403)):
        assert enter(person).post(f"/desk/uploads/{upload}/withhold/", KNOWN).status_code == code
    there = basma.post(f"/desk/uploads/{upload}/withhold/", KNOWN).headers["Location"]
    assert "t.me/example_channel" in page(basma.get(there))
    assert [one.state for one in list_exhibits(people.basma, amal.case)] == ["withheld"]
    assert basma.post(f"/desk/uploads/{upload}/withhold/", KNOWN).status_code == 409
    assert there in page(basma.get(address))
