"""What a case needs beyond the daily work, on screen: checklists, refusals, a second person."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID

import pytest

from longarm.casework.bundles import seal_case
from longarm.casework.cases import open_case
from longarm.casework.exhibits import add_exhibit
from longarm.casework.reading import process_exhibit
from longarm.casework.rules import Rules, change_rules
from longarm.casework.team import add_member
from longarm.store.models import Approval, Case
from people import AMAL

pytestmark = pytest.mark.django_db
PHOTO = b"\xff\xd8\xff\xe0" + bytes(200)
ACCOUNT = '  - {id: his, type: account, value: "https://www.facebook.com/profile.php?id=100000000000017", used_by: suspect-1}\n'
CASE = AMAL.replace("events:\n", ACCOUNT + "events:\n")


@pytest.fixture
def case(people: Any) -> UUID:
    """Amal's case with an account that may vanish; Basma and Rana are its team."""
    made = open_case(people.basma, CASE).id
    add_member(people.basma, made, people.rana.user)
    return made


def seen(answer: Any) -> str:
    return str(answer.content.decode()).replace("<bdi>", "").replace("</bdi>", "")


def test_a_last_step_waits_and_says_for_what(case: UUID, enter: Any) -> None:
    basma, address = enter("Basma"), f"/desk/cases/{case}/steps/"
    before = seen(basma.get(address))
    assert "This comes last: 8 required steps are still missing" in before
    assert 'value="block"' not in before
    step = {"list": "account", "subject": "his", "step": "stable-id", "words": "100000000000017"}
    assert basma.post(address, step).status_code == 302
    after = seen(basma.get(address))
    assert "7 required steps" in after
    assert "100000000000017" in after
    assert "first take the steps" in seen(basma.post(address, {**step, "step": "block"}))
    assert "7 required steps" in seen(basma.get(f"/desk/cases/{case}/"))


def test_a_report_to_a_platform_is_warned_about_and_never_held_back(case: UUID, enter: Any) -> None:
    basma, address = enter("Basma"), f"/desk/cases/{case}/draft/platform-report-impersonation/"
    warned = seen(basma.get(address))
    assert "Evidence first, then the block, then the takedown" in warned
    Case.objects.filter(id=case).update(urgent=True)
    assert "report now and wait for nothing" in seen(basma.get(address))
    assert basma.post(address, {"in": "en"})["Content-Type"] == "application/pdf"
    assert "Evidence first" not in seen(basma.get(f"/desk/cases/{case}/draft/complaint-eg/?forum=EG"))


def test_a_refusal_stands_in_the_story_and_is_counted_without_a_name(case: UUID, enter: Any) -> None:
    basma = enter("Basma")
    refusal = {"by": "A police station", "on": "2026-01", "reason": "foreign_number", "words": "He is outside our borders"}
    assert basma.post(f"/desk/cases/{case}/refusals/", {**refusal, "version": "1"}).status_code == 302
    page = seen(basma.get(f"/desk/cases/{case}/"))
    assert "He is outside our borders" in page
    assert "A police station" in page
    assert basma.post(f"/desk/cases/{case}/refusals/", {**refusal, "version": "1"}).status_code == 409
    assert basma.post(f"/desk/cases/{case}/refusals/", {**refusal, "version": "2", "on": "soon"}).status_code == 400
    counts = seen(basma.get("/desk/refusals/"))
    assert "<td>1</td>" in counts
    assert not any(name in counts for name in ("Amal", "A police station", "EG-2026-0007"))
    assert "<td>" not in seen(enter("Karim").get("/desk/refusals/"))


def test_a_bundle_leaves_when_a_colleague_agreed_and_only_once(case: UUID, people: Any, enter: Any) -> None:
    process_exhibit(people.basma, add_exhibit(people.basma, case, io.BytesIO(PHOTO), "photo.jpg"))
    bundle = seal_case(people.basma, case)
    change_rules(people.basma, Rules(two_for=frozenset({"export"})))
    basma, rana, page = enter("Basma"), enter("Rana"), f"/desk/cases/{case}/"
    assert f'action="/desk/bundles/{bundle}/"' not in seen(basma.get(page))
    asked = {"act": "export", "object": str(bundle), "reason": "The court asked for it"}
    assert basma.post(f"{page}approvals/", {**asked, "reason": " "}).status_code == 400
    assert basma.post(f"{page}approvals/", asked).status_code == 302
    question = Approval.objects.get().id
    assert "A second person was asked" in seen(basma.get(page))
    assert basma.post(f"/desk/approvals/{question}/", {"agreed": "yes"}).status_code == 403
    assert "waits for your agreement" in seen(rana.get("/desk/cases/"))
    assert "The court asked for it" in seen(rana.get("/desk/today/"))
    assert rana.post(f"/desk/approvals/{question}/", {"agreed": "yes", "back": "today"})["Location"] == "/desk/today/#h-two"
    assert "The court asked for it" not in seen(rana.get("/desk/today/"))
    assert f'action="/desk/bundles/{bundle}/"' in seen(basma.get(page))
    assert basma.post(f"/desk/bundles/{bundle}/", {"purpose": "court"}).status_code == 200
    assert basma.post(f"/desk/bundles/{bundle}/", {"purpose": "court"}).status_code == 403
    assert f'action="/desk/bundles/{bundle}/"' not in seen(basma.get(page))
