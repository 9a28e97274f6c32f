"""A state that takes paper only: the request is printed and posted, the answer comes by post, is scanned and noted."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from longarm.casework.exchange.requests.graphing import graph_of
from longarm.casework.proof.exhibits import exhibit_for, source_of
from longarm.store.models import Exhibit, Outgoing, Request, RequestFigure

sys.path.insert(0, str(Path(__file__).parent.parent / "casework/exchange/requests"))
from elsewhere import AGREED, PATH, Elsewhere, here, new_case

pytestmark = pytest.mark.django_db
SCAN = b"%PDF-1.4 a letter from Tripoli"


@pytest.fixture
def client(people: Any, enter: Any) -> Any:
    here(people.basma)
    return enter("Basma")


def drafted(client: Any, people: Any) -> str:
    case = new_case(people.basma)
    form = {"path": PATH, "measure": "identify", "to": "paper", "authority": "Public prosecution, Tripoli", "agreed": AGREED}
    made = client.post(f"/desk/cases/{case}/exchange/requests/new/", {**form, "words": "Who has used this line?"})
    assert made.status_code == 302, made.content.decode()
    return str(made.url)


def test_printed_posted_answered_by_post_and_closed(client: Any, people: Any) -> None:
    page = drafted(client, people)
    request = UUID(page.strip("/").rpartition("/")[2])
    client.post(page, {"do": "send"})
    assert not Outgoing.objects.exists(), "nothing goes over the wire: people carry it"
    shown = client.get(page).content.decode()
    papers = re.findall(r'href="(/desk/cases/[^"]+/draft/[^"]+)"', shown)
    assert any("letter-rogatory-riyadh" in one for one in papers), "the formal paper for the state that wants it"
    paper = next(one for one in papers if "letter-rogatory-riyadh" in one).replace("&amp;", "&")
    assert client.get(paper).status_code == 200
    printed = client.post(paper.partition("?")[0], {"in": "ar", "forum": "EG", "path": PATH, "sender": "authority"})
    assert printed["Content-Type"] == "application/pdf"
    text = "".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(printed.content))
    assert "218910000017" in text.replace(" ", "")

    note = f"{page}paper/"
    assert client.post(note, {"do": "arrive", "words": "registered letter 7"}).status_code == 302
    scan = SimpleUploadedFile("scan.pdf", SCAN)
    answered = {"do": "answer", "words": "the line is registered to a shop", "files": scan}
    assert client.post(note, answered).status_code == 409, "what nobody has verified is not answered"
    assert not Exhibit.objects.exists(), "of what was not noted nothing stays"
    for do in ("verify", "accept"):
        assert client.post(note, {"do": do}).status_code == 302
    scan.seek(0)
    assert client.post(note, answered).status_code == 302
    row = Request.objects.get(id=request)
    exhibit = Exhibit.objects.get()
    assert (row.state, exhibit.case_id) == ("answered", row.case_id)
    assert source_of(*exhibit_for(people.basma, exhibit.id)).open().read() == SCAN
    shown = client.get(page).content.decode()
    assert f'href="/desk/exhibits/{exhibit.id}/"' in shown
    assert "the line is registered to a shop" in shown
    assert b"registered to a shop" not in graph_of(people.basma, request)[1], "our remark on their paper is ours"
    client.post(page, {"do": "close"})
    assert Request.objects.get(id=request).state == "closed"
    assert RequestFigure.objects.get().result == "answered", "it counts as any other"


def test_a_refusal_by_post_has_a_reason_and_a_letter_is_no_paper(client: Any, people: Any) -> None:
    page = drafted(client, people)
    client.post(page, {"do": "send"})
    client.post(f"{page}paper/", {"do": "arrive"})
    assert client.post(f"{page}paper/", {"do": "refuse", "files": io.BytesIO(SCAN)}).status_code == 400
    assert not Exhibit.objects.exists()
    assert client.post(f"{page}paper/", {"do": "refuse", "reason": "no_legal_basis"}).status_code == 302
    assert RequestFigure.objects.get().reason == "no_legal_basis"
    tripoli = Elsewhere(people.basma)
    form = {
        "path": PATH,
        "measure": "identify",
        "to": tripoli.card.fingerprint,
        "agreed": AGREED,
        "words": "Who is this, please?",
    }
    made = client.post(f"/desk/cases/{new_case(people.basma)}/exchange/requests/new/", form)
    client.post(made.url, {"do": "send"})
    assert client.post(f"{made.url}paper/", {"do": "arrive"}).status_code == 409
