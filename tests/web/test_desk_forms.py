"""What caseworkers put in: cases, corrections, exhibits, answers for a paper; and what comes out."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from longarm.casework.cases import open_case, read_case
from longarm.casework.proof.exhibits import list_exhibits
from people import AMAL

pytestmark = pytest.mark.django_db
CANARY = "canary-سر-0019"
CHAT = f"[30/10/2026, 21:00:05] +218 91 000 0017: {CANARY}\n[30/10/2026, 21:01:05] Amal: <img src=x onerror=alert(1)>\n".encode()


@pytest.fixture
def basma(people, enter) -> Client:  # type: ignore[no-untyped-def]
    return enter("Basma")


@pytest.fixture
def case(people) -> UUID:  # type: ignore[no-untyped-def]
    return open_case(people.basma, AMAL).id


def send(client: Client, case: UUID, name: str = "chat.txt", data: bytes = CHAT) -> str:
    answer = client.post(f"/desk/cases/{case}/exhibits/", {"files": SimpleUploadedFile(name, data), "received_from": "Amal"})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def test_the_short_form_opens_a_case(basma: Client, people) -> None:  # type: ignore[no-untyped-def]
    form = {"alias": "Noor", "lives": "SA", "nationality": "EG", "suspect_lives": "EG", "type": "phone", "value": "+201000000017"}
    form |= {
        "platform": "whatsapp",
        "kind": "demand",
        "wants": "money",
        "at": "2026-11",
        "risks": ["honour_violence", "self_harm"],
    }
    where = basma.post("/desk/cases/new/", form).headers["Location"]
    case = read_case(people.basma, UUID(where.split("/")[3])).case
    assert case.complainants[0].alias == "Noor"
    assert case.events[0].wants == "money"
    assert str(case.events[0].at) == "2026-11"
    assert case.suspects[0].locations[0].certainty == "claimed"
    assert case.risks == ("honour_violence", "self_harm")


def test_an_empty_form_opens_an_empty_case(basma: Client) -> None:
    where = basma.post("/desk/cases/new/", {}).headers["Location"]
    assert basma.get(where).status_code == 200


def test_a_case_file_with_a_mistake_is_refused_with_its_line(basma: Client) -> None:
    wrong = AMAL.replace("kind: threat_to_publish", "kind: threat")
    answer = basma.post("/desk/cases/new/", {"file": SimpleUploadedFile("amal.yaml", wrong.encode())})
    assert answer.status_code == 400
    line = 1 + next(number for number, text in enumerate(wrong.splitlines()) if "kind: threat," in text)
    said = re.sub("<.*?>", "", answer.content.decode())
    assert f"amal.yaml, line {line}" in said


def test_a_case_is_corrected_and_both_versions_stay(basma: Client, people, case: UUID) -> None:  # type: ignore[no-untyped-def]
    text = basma.get(f"/desk/cases/{case}/file/").content.decode()
    assert "Amal" in text
    changed = AMAL.replace("alias: Amal", "alias: Amal the second")
    assert basma.post(f"/desk/cases/{case}/file/", {"text": changed, "version": "1"}).status_code == 302
    assert read_case(people.basma, case).case.complainants[0].alias == "Amal the second"
    assert read_case(people.basma, case, 1).case.complainants[0].alias == "Amal"


def test_who_saves_on_top_of_an_older_version_is_told_and_keeps_what_was_typed(basma: Client, case: UUID) -> None:
    basma.post(f"/desk/cases/{case}/file/", {"text": AMAL, "version": "1"})
    answer = basma.post(f"/desk/cases/{case}/file/", {"text": AMAL.replace("Amal", "typed here"), "version": "1"})
    assert answer.status_code == 400
    assert "typed here" in answer.content.decode()


def test_an_exhibit_is_read_and_sealed_and_shown_as_text(basma: Client, case: UUID) -> None:
    text = basma.get(send(basma, case)).content.decode()
    assert CANARY in text
    assert "&lt;img src=x onerror=alert(1)&gt;" in text
    assert "<img" not in text
    progress = json.loads(basma.get(send(basma, case) + "progress/").content)
    assert progress == {"state": "sealed", "done": len(CHAT), "size": len(CHAT), "ended": True}


def test_what_was_uploaded_lies_nowhere_in_the_clear(basma: Client, case: UUID, tmp_path: Path, settings) -> None:  # type: ignore[no-untyped-def]
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    send(basma, case, f"{CANARY}.txt", CHAT * 50 + b"x" * 3_000_000)
    assert list(tmp_path.iterdir()) == []
    for file in django_settings.LONGARM_FOLDER.data.rglob("*"):
        assert not file.is_file() or CANARY.encode() not in file.read_bytes(), file


def test_a_forged_upload_leaves_nothing(people, case: UUID, basma: Client) -> None:  # type: ignore[no-untyped-def]
    browser = Client(enforce_csrf_checks=True)
    browser.cookies["visit"] = basma.cookies["visit"].value
    answer = browser.post(f"/desk/cases/{case}/exhibits/", {"files": SimpleUploadedFile("chat.txt", CHAT)})
    assert answer.status_code == 403
    assert list_exhibits(people.basma, case) == ()
    assert not [file for file in django_settings.LONGARM_FOLDER.vault.rglob("*") if file.is_file()]


def test_a_form_without_a_file_is_told_so(basma: Client, case: UUID) -> None:
    answer = basma.post(f"/desk/cases/{case}/exhibits/", {"received_from": "Amal"})
    assert answer.status_code == 400
    assert "No file came along" in answer.content.decode()


def test_an_address_that_only_takes_a_form_says_so_when_it_is_typed(basma: Client, case: UUID) -> None:
    answer = basma.get(f"/desk/cases/{case}/notes/")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert "Nothing is shown at this address" in answer.content.decode()


def test_several_files_become_several_exhibits_of_one_bundle(basma: Client, people, case: UUID) -> None:  # type: ignore[no-untyped-def]
    files = [SimpleUploadedFile("one.txt", CHAT), SimpleUploadedFile("two.bin", bytes(range(256)))]
    answer = basma.post(f"/desk/cases/{case}/exhibits/", {"files": files})
    assert answer.headers["Location"] == f"/desk/cases/{case}/"
    assert [one.state for one in list_exhibits(people.basma, case)] == ["sealed", "sealed"]
    assert "2 of 2" in re.sub("<.*?>", "", basma.get(f"/desk/cases/{case}/").content.decode())


def test_a_bundle_is_an_attachment_that_nothing_can_run_in(basma: Client, case: UUID, tmp_path: Path) -> None:
    from longarm.evidence.verify import verify

    send(basma, case)
    address = re.search(r'action="(/desk/bundles/[^"]+)"', basma.get(f"/desk/cases/{case}/").content.decode())
    assert address
    assert basma.post(address[1], {"purpose": " "}).status_code == 400
    answer = basma.post(address[1], {"purpose": "the court"})
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    data = b"".join(answer.streaming_content)
    assert answer["Content-Length"] == str(len(data))
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    (tmp_path / "bundle.zip").write_bytes(data)
    assert verify(tmp_path / "bundle.zip").sound


def test_a_paper_lists_what_is_missing_takes_answers_and_keeps_none(basma: Client, case: UUID) -> None:
    page = basma.get(f"/desk/cases/{case}/draft/complaint-eg/?forum=EG&as_of=2026-01-04").content.decode()
    names = re.findall(r'name="(answer-[^"]+)"', page)
    assert names
    before = {file: file.read_bytes() for file in django_settings.LONGARM_FOLDER.vault.rglob("*") if file.is_file()}
    answers = {names[0]: "Amal Example Testova"}
    made = basma.post(f"/desk/cases/{case}/draft/complaint-eg/", {"in": "en", "forum": "EG", "as_of": "2026-01-04", **answers})
    assert made["Content-Type"] == "application/pdf"
    assert made["Content-Disposition"] == 'attachment; filename="complaint-eg-en.pdf"'
    assert made.content.startswith(b"%PDF-")
    assert "Testova" in _text_of(made.content)
    assert before == {file: file.read_bytes() for file in django_settings.LONGARM_FOLDER.vault.rglob("*") if file.is_file()}


def test_a_paper_that_is_unknown_or_in_no_language_is_refused(basma: Client, case: UUID) -> None:
    assert basma.get(f"/desk/cases/{case}/draft/no-such-paper/").status_code == 400
    assert basma.post(f"/desk/cases/{case}/draft/complaint-eg/", {"in": "de"}).status_code == 400


@pytest.mark.parametrize("day", ["2022-01-04", "2010-01-01", "2030-12-31"])
def test_the_desk_shows_the_law_of_any_day(basma: Client, case: UUID, day: str) -> None:
    assert f'value="{day}"' in basma.get(f"/desk/cases/{case}/?as_of={day}").content.decode()


@pytest.mark.parametrize("day", ["04/01/2022", "2022-13-01", "x" * 5000])
def test_what_is_no_day_is_refused(basma: Client, case: UUID, day: str) -> None:
    assert basma.get(f"/desk/cases/{case}/?as_of={day}").status_code == 400


def _text_of(data: bytes) -> str:
    import pypdf

    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
