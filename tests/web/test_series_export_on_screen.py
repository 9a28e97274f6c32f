"""The bundle for the prosecutor on screen: what may go and what stays, a second person, a file that is saved and kept nowhere."""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import Any
from uuid import UUID

import pytest

from longarm.casework.cases import open_case
from longarm.casework.people.team import add_member
from longarm.casework.rules import Rules, change_rules
from people import AMAL

pytestmark = pytest.mark.django_db
SHOROUK = AMAL.replace("0007", "0008").replace("alias: Amal", "alias: Shorouk").replace("at: 2025-12-30", "at: 2025-12-28")
NOOR = AMAL.replace("0007", "0009").replace("alias: Amal", "alias: Noor, minor: true")


def seen(answer: Any) -> str:
    plain = re.sub("<[^>]*>", " ", re.sub("</?bdi[^>]*>", "", answer.content.decode()))
    return " ".join(html.unescape(plain).split())


def offered(answer: Any) -> str:
    """What the page names as the cases that would go."""
    return re.findall(r'name="seen" value="([^"]+)"', answer.content.decode())[0]


@pytest.fixture
def cases(people: Any) -> tuple[UUID, ...]:
    return tuple(open_case(people.basma, text).id for text in (AMAL, SHOROUK, NOOR))


def test_basma_saves_the_bundle_and_the_page_says_who_stays(cases: tuple[UUID, ...], enter: Any) -> None:
    basma, page = enter("Basma"), f"/desk/series/{cases[0]}/"
    shown = basma.get(page)
    text = seen(shown)
    for words in ("2 cases of the series may go", "One case stays: a child may be concerned", "longarm blackens nothing"):
        assert words in text
    form = {"seen": offered(shown), "in": "ar"}
    assert "Confirm that the persons were asked" in seen(basma.post(f"{page}export/", form))
    saved = basma.post(f"{page}export/", form | {"asked": "yes"})
    assert saved["Content-Disposition"].endswith('-ar.zip"')
    data = b"".join(saved.streaming_content)
    assert len(data) == int(saved["Content-Length"])
    assert not any("/exhibits/" in name for name in zipfile.ZipFile(io.BytesIO(data)).namelist())
    assert basma.post(f"{page}export/", {"seen": str(cases[0]), "asked": "yes"}).status_code == 409
    assert basma.post(f"{page}export/", {"seen": "something", "asked": "yes"}).status_code == 409
    assert basma.get(f"{page}export/").status_code == 405


def test_two_persons_on_screen_and_in_all_cases_at_once(cases: tuple[UUID, ...], people: Any, enter: Any) -> None:
    for case in cases:
        add_member(people.basma, case, people.rana.user)
    change_rules(people.basma, Rules(two_for=frozenset({"export"})))
    basma, rana, page = enter("Basma"), enter("Rana"), f"/desk/series/{cases[0]}/"
    form = {"seen": offered(basma.get(page)), "asked": "yes", "exhibits": "yes"}
    assert "Make the bundle" not in seen(basma.get(page))
    assert basma.post(f"{page}export/", form).status_code == 403
    assert basma.post(f"{page}export/", form | {"do": "ask", "reason": "Cairo asks"})["Location"] == f"{page}#h-export"
    assert "asked in every case, exhibits included" in seen(basma.get(page))
    today = rana.get("/desk/today/").content.decode()
    assert "on a series of 2 cases, with their exhibits" in re.sub("[\u2068\u2069]|</?bdi[^>]*>", "", today)
    for approval in sorted(set(re.findall(r"/desk/approvals/([0-9a-f-]{36})/", today))):
        assert rana.post(f"/desk/approvals/{approval}/", {"agreed": "yes", "back": "today"}).status_code == 302
    agreed = basma.get(page).content.decode()
    assert "A colleague has agreed, exhibits included." in re.sub("[\u2068\u2069]|</?bdi[^>]*>", "", agreed)
    assert 'type="hidden" name="asked"' not in agreed, "who sends it says it again, days after"
    assert agreed.count('type="checkbox" name="asked" value="yes" required') == 2
    saved = basma.post(f"{page}export/", form)
    assert saved["Content-Type"] == "application/zip"
    assert b"".join(saved.streaming_content)[:2] == b"PK"
    assert basma.post(f"{page}export/", form).status_code == 403
