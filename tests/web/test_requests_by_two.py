"""Where exhibits take two: the request's page asks the second person, who sees what would go; and where requests wait for one."""

from __future__ import annotations

import io
import re
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import UUID

import pytest
from django.conf import settings

from longarm.casework.exchange import hits
from longarm.casework.exchange.requests import acting, courier, drafting
from longarm.casework.exchange.requests.drafting import draft
from longarm.casework.exchange.requests.looking import look
from longarm.casework.exchange.requests.receiving import take
from longarm.casework.people.team import add_member
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.refusals import NotAllowed
from longarm.casework.rules import Rules, change_rules
from longarm.exchange.hub.envelope import Contact
from longarm.store.models import Attachment, Outgoing, Registered, Request
from people import join

sys.path.insert(0, str(Path(__file__).parent.parent / "casework/exchange/requests"))
from elsewhere import AGREED, PATH, Elsewhere, here, new_case, now, wanted

pytestmark = pytest.mark.django_db


@pytest.fixture
def tripoli(people: Any, monkeypatch: pytest.MonkeyPatch) -> Elsewhere:
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(people.basma.organisation), raising=False)
    here(people.basma)
    change_rules(people.basma, Rules(organisation_kind="judicial", two_for=frozenset({"export"})))
    return Elsewhere(people.basma)


def test_a_second_person_reads_the_request_and_agrees(people: Any, tripoli: Elsewhere, enter: Any) -> None:
    case = new_case(people.basma)
    noor = join(people.basma, "Noor", "caseworker")
    add_member(people.basma, case, noor.user)
    chosen = add_exhibit(people.basma, case, io.BytesIO(b"pay 500"), "chat.txt")
    request = draft(people.basma, case, wanted(tripoli, exhibits=(chosen,)))
    basma, page = enter("Basma"), f"/desk/exchange/requests/{request}/"
    shown = basma.get(page).content.decode()
    assert 'value="send"' not in shown, "nothing is offered that would be refused"
    assert 'id="h-ask-two"' in shown
    form = {"act": "export", "object": str(request), "reason": "E0001 to Tripoli", "back": "request"}
    assert basma.post(f"/desk/cases/{case}/approvals/", form).url == page
    assert "A second person was asked" in basma.get(page).content.decode()

    other = enter("Noor")
    assert f'href="{page}"' in other.get("/desk/today/").content.decode(), "she reads what would go before she agrees"
    asked = other.get(page).content.decode()
    assert "E0001 to Tripoli" in asked
    approval = asked.split("/desk/approvals/")[1].split("/")[0]
    assert other.post(f"/desk/approvals/{approval}/", {"agreed": "yes", "back": str(request)}).url == page
    assert 'value="send"' in basma.get(page).content.decode()
    assert basma.post(page, {"do": "send"}).status_code == 302
    assert Request.objects.get(id=request).state == "sent"
    assert Outgoing.objects.filter(request=request).count() == 1


def test_an_answer_with_exhibits_waits_for_two_and_one_in_words_does_not(people: Any, tripoli: Elsewhere, enter: Any) -> None:
    request, letter = tripoli.asks()
    take(letter, now())
    look(people.basma, request)
    case = Request.objects.get(id=request).case_id
    chosen = add_exhibit(people.basma, case, io.BytesIO(b"the line is a shop's"), "answer.txt")
    other = add_exhibit(people.basma, case, io.BytesIO(b"of the neighbour"), "other.txt")
    noor = join(people.basma, "Noor", "caseworker")
    add_member(people.basma, case, noor.user)
    basma, page = enter("Basma"), f"/desk/exchange/requests/{request}/"
    shown = basma.get(page).content.decode()
    assert shown.count('name="exhibits"') == 2, "only to ask with"
    assert 'name="do" value="ask-two"' in shown
    assert "once a second person of the team has agreed to these" in shown
    with pytest.raises(NotAllowed):
        acting.act(people.basma, request, "answer", "here", exhibits=(chosen,))
    assert not Attachment.objects.exists()
    assert "Tick the exhibits" in basma.post(page, {"do": "ask-two", "why": "all of it"}).content.decode()
    assert basma.post(page, {"do": "ask-two", "why": "it answers", "exhibits": [str(chosen)]}).url == page
    asked = enter("Noor").get(page).content.decode()
    assert f'href="/desk/exhibits/{chosen}/"' in asked, "who agrees sees which, and reads it"
    approval = asked.split("/desk/approvals/")[1].split("/")[0]
    enter("Noor").post(f"/desk/approvals/{approval}/", {"agreed": "yes", "back": str(request)})
    assert f'name="exhibits" value="{chosen}"' in basma.get(page).content.decode()
    assert basma.post(page, {"do": "answer_part", "words": "it", "exhibits": [f"{chosen},{other}"]}).status_code == 400
    assert not Attachment.objects.exists(), "no other than was agreed to"
    assert basma.post(page, {"do": "answer_part", "words": "it", "exhibits": [str(chosen)]}).status_code == 302
    assert Attachment.objects.count() == 1
    assert basma.post(page, {"do": "answer", "words": "in words alone"}).status_code == 302
    assert Request.objects.get(id=request).state == "answered"


def test_what_presses_stands_in_my_day(people: Any, tripoli: Elsewhere, enter: Any) -> None:
    quiet = draft(people.basma, new_case(people.basma), wanted(tripoli))
    request, letter = tripoli.asks()
    take(letter, now())
    look(people.basma, request)
    Request.objects.filter(id=request).update(due_on=now().date() + timedelta(days=20))
    for_karim = enter("Karim").get("/desk/today/").content.decode()
    shown = enter("Basma").get("/desk/today/").content.decode()
    assert str(quiet) not in shown
    assert str(request) not in shown, "its day is not near, and it was read"
    Request.objects.filter(id=request).update(due_on=now().date() - timedelta(days=1))
    shown = enter("Basma").get("/desk/today/").content.decode()
    assert f"/desk/exchange/requests/{request}/" in shown
    assert "the answer is late" in shown
    assert str(request) not in for_karim


def test_from_a_hit_to_a_request_with_its_organisation_and_their_reference(
    people: Any, tripoli: Elsewhere, enter: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, theirs, fingerprint = new_case(people.basma), bytes(range(16)), tripoli.card.fingerprint
    contact = Contact(reference=theirs, desk="desk 3", kind="phone")
    hit = hits.HitView(
        UUID(int=7), case, "phone-1", "phone", "+218910000017", fingerprint, "Unit of Tripoli", True, contact, bytes(16), now(),
        None,
    )  # fmt: skip
    monkeypatch.setattr("longarm.web.desk.exchange.hits.all_hits", lambda _: (hit, hit._replace(known=False)))
    basma, new = enter("Basma"), f"/desk/cases/{case}/exchange/requests/new/"
    shown = basma.get("/desk/exchange/").content.decode()
    link = f"{new}?to={fingerprint}&amp;meets={fingerprint}.{theirs.hex()}"
    assert shown.count(link) == 1, "who is not on our list is asked nothing"
    roads = basma.get(link.replace("&amp;", "&")).content.decode()
    assert "Unit of Tripoli" in roads
    step = next(one for one in re.findall(r'href="([^"]+)"', roads) if quote(PATH, safe="") in one or PATH in one)
    form = basma.get(step.replace("&amp;", "&")).content.decode()
    assert f'<option value="{fingerprint}" selected>' in form
    meets = re.search(r'name="meets" value="([^"]+)"', form)[1]  # type: ignore[index]
    given = {"path": PATH, "measure": "identify", "words": "who has this line?", "agreed": AGREED, "meets": meets}
    made = basma.post(new, {**given, "to": fingerprint})
    drafting.send(people.basma, UUID(made.url.strip("/").rpartition("/")[2]))
    courier.deliver(tripoli.send)
    assert tripoli.got[0].what.meets == theirs  # type: ignore[union-attr]
    other = Elsewhere(people.basma)
    made = basma.post(new, {**given, "to": other.card.fingerprint})
    drafting.send(people.basma, UUID(made.url.strip("/").rpartition("/")[2]))
    courier.deliver(other.send)
    assert other.got[0].what.meets == b"", "a reference goes to none but who gave it"
    assert basma.get(f"{new}?to={'0' * 64}").status_code == 400


def test_who_is_asked_after_a_hit_finds_its_own_case(people: Any, tripoli: Elsewhere, enter: Any) -> None:
    case = new_case(people.basma)
    registered = Registered.objects.create(case_id=case, tag=b"t", token_sealed=b"-", about_sealed=b"-", public=b"-")
    request, letter = tripoli.asks(meets=registered.id.bytes)
    take(letter, now())
    assert f'href="/desk/cases/{case}/"' in enter("Basma").get(f"/desk/exchange/requests/{request}/").content.decode()
    noor = join(people.basma, "Noor", "caseworker")
    add_member(people.basma, Request.objects.get(id=request).case_id, noor.user)
    assert str(case) not in enter("Noor").get(f"/desk/exchange/requests/{request}/").content.decode(), (
        "of no case that is not hers"
    )
