"""What a case needs beyond the daily work, on screen: checklists, refusals, a second person."""

from __future__ import annotations

import html
import io
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from nacl.public import PrivateKey

from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case
from longarm.casework.channels import make_channel
from longarm.casework.intake import letters
from longarm.casework.people.team import add_member
from longarm.casework.proof.bundles import seal_case
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.rules import Rules, change_rules
from longarm.store.models import Approval, Case, Channel, Notice
from people import AMAL, join

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


def test_two_cases_become_one_after_both_were_seen_and_a_second_press(case: UUID, people: Any, enter: Any) -> None:
    other = open_case(people.basma, AMAL.replace("EG-2026-0007", "EG-2026-0008").replace("alias: Amal", "alias: Amoula")).id
    basma, address = enter("Basma"), f"/desk/cases/{case}/merge/"
    assert "EG-2026-0008" in seen(basma.get(address))
    both = seen(basma.get(f"{address}?other=https://desk.example/desk/cases/{other}/"))
    assert "Amoula" in both
    assert "Merge now" not in both
    who = {"other": str(other), "same-complainant": "complainant", "same-suspect-1": "suspect-1"}
    assert "Amoula is Amal" in seen(basma.post(address, {**who, "do": "look"}))
    assert Case.objects.get(id=other).stage == "open"
    assert basma.post(address, {**who, "same-complainant": "nobody", "do": "merge"}).status_code == 404
    assert basma.post(address, {**who, "do": "merge"}).status_code == 302
    gone = basma.get(f"/desk/cases/{other}/")
    assert f'href="/desk/cases/{case}/"' in seen(gone)
    assert f'action="/desk/cases/{other}/' not in seen(gone)
    assert str(other) not in seen(basma.get("/desk/cases/")) + seen(basma.get("/desk/cases/?show=closed"))
    for form, sent in (("notes/", {"text": "late"}), ("tasks/", {"text": "late"}), ("file/", {"text": AMAL, "version": "1"})):
        assert "merged into another" in seen(basma.post(f"/desk/cases/{other}/{form}", sent))


def test_one_of_two_gets_a_case_of_her_own(people: Any, enter: Any) -> None:
    noor = "  - {id: noor, roles: [complainant], alias: Noor}\n"
    case = open_case(people.basma, AMAL.replace("  - {id: suspect-1", noor + "  - {id: suspect-1")).id
    exhibit = add_exhibit(people.basma, case, io.BytesIO(PHOTO), "hers.jpg")
    basma, address = enter("Basma"), f"/desk/cases/{case}/split/"
    sent = {"person": "noor", "reference": "EG-2026-0007-2", "exhibit": str(exhibit)}
    assert "hers.jpg" in seen(basma.post(address, {**sent, "do": "look"}))
    assert Case.objects.count() == 1
    assert basma.post(address, {**sent, "reference": "with spaces", "do": "split"}).status_code == 400
    made = basma.post(address, {**sent, "do": "split"})
    assert "hers.jpg" in seen(basma.get(made["Location"]))
    assert "Noor" not in seen(basma.get(f"/desk/cases/{case}/file/"))  # on the page she stands as another of his cases
    assert "nothing to part" in seen(basma.get(address))


def test_a_conversation_goes_to_the_case_it_belongs_to(case: UUID, people: Any, enter: Any) -> None:
    other = open_case(people.basma, AMAL).id
    channel = make_channel(
        open_for(people.basma, other), "complainant", bytes(PrivateKey.generate().public_key), lookup=b"l" * 32
    )
    letters.add(channel, letters.Body(text="It is me again"))
    Case.objects.filter(id=other).update(asked_at=timezone.now(), urgent=True)
    basma, address = enter("Basma"), f"/desk/channels/{channel.id}/move/"
    assert "Rana" in seen(basma.post(address, {"other": str(case), "do": "look"}))
    assert basma.post(address, {"other": "elsewhere", "do": "move"}).status_code == 400
    assert basma.post(address, {"other": str(other), "do": "move"}).status_code == 409
    assert basma.post(address, {"other": str(case), "do": "move"}).status_code == 302
    assert "It is me again" in seen(enter("Rana").get(f"/desk/cases/{case}/talk/"))
    left, reached = Case.objects.get(id=other), Case.objects.get(id=case)
    assert (left.asked_at, reached.urgent, reached.asked_at is not None) == (None, True, True)


def test_the_gate_says_what_is_missing_and_two_open_it(people: Any, enter: Any) -> None:
    from casework.test_lawful_notice import ASKED, KNOWN, stamp

    case = open_case(people.basma, KNOWN).id
    add_member(people.basma, case, people.rana.user)
    basma, rana, address = enter("Basma"), enter("Rana"), f"/desk/cases/{case}/notice/"
    assert "Not all exhibits are sealed" in seen(basma.get(address))
    sent = {name: getattr(ASKED, name) for name in ("suspect", "complainant", "plan", "preserved", "lawyer")} | {"in": "en"}
    refused = basma.post(address, sent)
    assert refused.status_code == 409
    assert "sleeps at her aunt" in html.unescape(seen(refused))
    process_exhibit(people.basma, add_exhibit(people.basma, case, io.BytesIO(PHOTO), "photo.jpg"))
    stamp(people, case, seal_case(people.basma, case))
    assert basma.post(address, {**sent, "lawyer": " "}).status_code == 400
    assert basma.post(address, sent).status_code == 302
    made = Notice.objects.get().id
    assert basma.post(f"/desk/notices/{made}/", {"do": "make"}).status_code == 403
    asked = {"act": "notice", "object": str(made), "reason": "He is known and the proof is safe"}
    assert basma.post(f"/desk/cases/{case}/approvals/", asked)["Location"] == address
    assert "He is known and the proof is safe" in seen(rana.get(address))
    rana.post(f"/desk/approvals/{Approval.objects.get().id}/", {"agreed": "yes"})
    assert basma.post(f"/desk/notices/{made}/", {"do": "make"})["Content-Type"] == "application/pdf"
    assert rana.post(f"/desk/notices/{made}/", {"do": "again"})["Content-Type"] == "application/pdf"
    around = basma.get(f"/desk/cases/{case}/draft/lawful-notice/")
    assert around.status_code == 400
    assert "goes through the gate of the desk" in seen(around)


def test_an_officer_abroad_sees_requests_and_nothing_else(case: UUID, people: Any, enter: Any) -> None:
    omar = join(people.basma, "Omar", "consular").user
    basma, officer = enter("Basma"), enter("Omar")
    assert officer.get("/desk/cases/")["Location"] == "/desk/statements/"
    asked = {"to": str(omar), "in": "ar", "text": "Ask Hana what she received in March."}
    assert basma.post(f"/desk/cases/{case}/statements/", {**asked, "text": " "}).status_code == 400
    assert basma.post(f"/desk/cases/{case}/statements/", asked).status_code == 302
    address = f"/desk/statements/{Channel.objects.get().id}/"
    assert address in seen(officer.get("/desk/statements/"))
    page = seen(officer.get(address))
    assert "Ask Hana what she received in March." in page
    assert not any(word in page for word in ("Amal", "EG-2026-0007", "/desk/cases/", str(case)))
    assert officer.post(address, {"text": "She got a letter."})["Location"] == address
    file = SimpleUploadedFile("letter.jpg", PHOTO)
    assert officer.post(f"{address}files/", {"files": file})["Location"] == address
    assert "letter.jpg" in seen(officer.get(address))
    assert "2 new letters" in seen(basma.get(f"/desk/cases/{case}/"))
    team = seen(basma.get(f"/desk/cases/{case}/statements/"))
    assert "She got a letter." in team
    assert "letter.jpg" in team
    close = f"/desk/channels/{Channel.objects.get().id}/statement/"
    assert basma.post(close, {"do": "more", "text": "Which day?"}).status_code == 302
    assert "Which day?" in seen(officer.get(address))
    assert basma.post(close, {"do": "close"}).status_code == 302
    assert officer.get(address).status_code == 404


def test_a_case_parted_after_sealing_says_what_its_bundle_holds(people: Any, enter: Any) -> None:
    noor = "  - {id: noor, roles: [complainant], alias: Noor}\n"
    case = open_case(people.basma, AMAL.replace("  - {id: suspect-1", noor + "  - {id: suspect-1")).id
    his, hers = (add_exhibit(people.basma, case, io.BytesIO(PHOTO + one), "it.jpg") for one in (b"1", b"2"))
    for one in (his, hers):
        process_exhibit(people.basma, one)
    basma, address = enter("Basma"), f"/desk/cases/{case}/split/"
    assert "never altered" not in seen(basma.get(address))
    seal_case(people.basma, case)
    assert "never altered" in seen(basma.get(address))
    sent = {"person": "noor", "reference": "EG-2026-0007-2", "exhibit": str(hers)}
    assert "never altered" in seen(basma.post(address, {**sent, "do": "look"}))
    made = basma.post(address, {**sent, "do": "split"})["Location"]
    assert "one exhibit that belongs to another case" in seen(basma.get(f"/desk/cases/{case}/"))
    for page in (made, f"/desk/cases/{case}/"):
        assert f'action="{page}seal/"' in seen(basma.get(page)), "it can be sealed anew"
    seal_case(people.basma, case)
    assert "belongs to another case" not in seen(basma.get(f"/desk/cases/{case}/"))
