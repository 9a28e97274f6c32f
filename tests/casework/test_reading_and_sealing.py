"""An export becomes messages, identifiers and a bundle that others' tools can check; progress is told; breakage is said."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from longarm.casework.case_keys import open_for
from longarm.casework.cases import list_cases, open_case
from longarm.casework.day.desk import case_view
from longarm.casework.proof import bundles, custody, reading
from longarm.casework.proof.bundles import BundleView, list_bundles, open_bundle, seal_case
from longarm.casework.proof.exhibits import add_exhibit, exhibit_for, exhibit_progress, list_exhibits
from longarm.casework.proof.papers import draft_document
from longarm.casework.proof.reading import messages_of, process_exhibit
from longarm.casework.refusals import NotFound
from longarm.casework.sandbox import reader
from longarm.casework.sandbox.limits import for_reading
from longarm.errors import BadInput
from longarm.evidence.importers.contract import Account, Message
from longarm.evidence.verify import verify
from longarm.store.models import Exhibit
from people import AMAL, People, everybody

pytestmark = pytest.mark.django_db
CHAT = "".join(
    f"{day}/12/2021, 21:{minute:02d} - +218 91 0000022: ادفع على هذا الرقم +218910000031 رسالة {minute}\n"
    for day in (28, 29, 30)
    for minute in range(40)
)


def with_a_chat(text: str | bytes = CHAT, name: str = "chat.txt") -> tuple[People, object, object]:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    data = text if isinstance(text, bytes) else text.encode()
    return people, case, add_exhibit(people.basma, case, io.BytesIO(data), name, "complainant")


def test_an_export_is_read_and_its_identifiers_are_found() -> None:
    people, _, exhibit = with_a_chat()
    outcome = process_exhibit(people.basma, exhibit)
    assert (outcome.messages, outcome.failure, outcome.first_at) == (120, None, "2021-12-28T21:00:00")
    assert outcome.unsearched == 0
    found = {one.normal: one for one in outcome.found}
    assert (found["+218910000031"].times, found["+218910000031"].state) == (120, "LY")
    assert found["+218910000022"].senders
    view = exhibit_progress(people.basma, exhibit)
    assert (view.state, view.done, view.outcome) == ("identified", view.size, outcome)
    items = list(messages_of(*exhibit_for(people.basma, exhibit)))
    assert sum(isinstance(item, Message) for item in items) == 120
    assert isinstance(items[-1], Account)
    assert items[-1].messages + items[-1].skipped + items[-1].blank == view.size


def test_a_file_that_is_no_chat_is_kept_and_said_to_be_unread() -> None:
    people, _, exhibit = with_a_chat(bytes(range(256)) * 100, "x.bin")
    outcome = process_exhibit(people.basma, exhibit)
    assert [account.source for account in outcome.accounts] == ["unread"]
    assert exhibit_progress(people.basma, exhibit).state == "identified"


def test_a_reader_that_is_stopped_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    people, case, exhibit = with_a_chat(CHAT * 10)
    monkeypatch.setattr(reader, "for_reading", lambda size: for_reading(size)._replace(output=100_000))
    outcome = process_exhibit(people.basma, exhibit)
    assert 0 < outcome.messages < 1200
    assert (outcome.failure, outcome.facts) == ("casework-reading-failed", {"why": "TooMuch"})
    assert exhibit_progress(people.basma, exhibit).state == "failed"
    monkeypatch.undo()
    assert process_exhibit(people.basma, exhibit).messages == 1200  # a better reader, later
    assert seal_case(people.basma, case)


def test_progress_is_told_while_a_long_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    people, _, exhibit = with_a_chat(CHAT * 20)
    monkeypatch.setattr(reading, "_TOLD_EVERY", 0)
    seen: list[tuple[str, int]] = []
    real = reading.Gathering.take

    def watch(self: reading.Gathering, message: Message) -> None:
        if message.line % 200 == 0:
            row = Exhibit.objects.get(id=exhibit)
            seen.append((row.state, row.done))
        real(self, message)

    monkeypatch.setattr(reading.Gathering, "take", watch)
    process_exhibit(people.basma, exhibit)
    assert {state for state, _ in seen} == {"reading"}
    assert seen[0][1] < seen[-1][1] <= exhibit_progress(people.basma, exhibit).size


def sealed_case(tmp_path: Path) -> tuple[People, object, BundleView, Path]:
    people, case, exhibit = with_a_chat()
    process_exhibit(people.basma, exhibit)
    seal_case(people.basma, case)
    [bundle] = list_bundles(people.basma, case)
    path = tmp_path / bundle.about.name
    path.write_bytes(open_bundle(people.basma, bundle.id, "for the prosecutor").source.open().read())
    return people, case, bundle, path


def test_the_bundle_that_is_handed_out_verifies(tmp_path: Path) -> None:
    people, case, bundle, path = sealed_case(tmp_path)
    report = verify(path, node_key=bundle.about.fingerprint)
    assert report.sound, report
    assert list_exhibits(people.basma, case)[0].state == "sealed"
    with zipfile.ZipFile(path) as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
        original = archive.read("EG-2026-0007/data/exhibits/E0001/original/0001.txt")
    assert original == CHAT.encode()
    assert {"data/exhibits/E0001/derived/messages.jsonl", "custody/custody.jsonl", "data/case.json"} <= names
    assert list_cases(people.basma)[0].sealed == 1


def test_the_custody_record_goes_on_after_the_bundle_and_the_next_bundle_carries_it(tmp_path: Path) -> None:
    people, case, bundle, _ = sealed_case(tmp_path)
    lines = custody.lines(open_for(people.basma, case))
    assert custody.unbroken(lines)
    assert len(lines) == bundle.about.custody_length + 1
    assert b'"exported"' in lines[-1]
    seal_case(people.basma, case)
    second = list_bundles(people.basma, case)[1]
    assert second.about.custody_length > len(lines)
    path = tmp_path / "second.zip"
    path.write_bytes(open_bundle(people.basma, second.id).source.open().read())
    assert verify(path, node_key=second.about.fingerprint).sound


def test_a_record_that_grew_while_sealing_is_sealed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    people, case, exhibit = with_a_chat()
    process_exhibit(people.basma, exhibit)
    real, grown = bundles._write, []

    def write(*arguments: object) -> object:
        made = real(*arguments)
        if not grown:
            grown.append(add_exhibit(people.basma, case, io.BytesIO(b"late"), "late.txt"))
        return made

    monkeypatch.setattr(bundles, "_write", write)
    seal_case(people.basma, case)
    assert custody.unbroken(custody.lines(open_for(people.basma, case)))
    assert len(list_bundles(people.basma, case)) == 1


def test_nothing_to_seal_and_still_reading_are_said() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    with pytest.raises(BadInput, match="no exhibit yet"):
        seal_case(people.basma, case)
    add_exhibit(people.basma, case, io.BytesIO(b"x"), "x")
    with pytest.raises(BadInput, match="still being read"):
        seal_case(people.basma, case)


def test_a_bundle_is_handed_to_the_team_only(tmp_path: Path) -> None:
    people, _, bundle, _ = sealed_case(tmp_path)
    for person in (people.rana, people.karim, people.dina):
        with pytest.raises(NotFound):
            open_bundle(person, bundle.id)


def test_the_desk_shows_it_all_on_one_day(tmp_path: Path) -> None:
    people, case, _, _ = sealed_case(tmp_path)
    view = case_view(people.basma, case, date(2026, 1, 4))
    assert [event.id for event in view.timeline] == ["e1"]
    assert view.identifiers[0].line.normal == "+218910000017"
    assert {one.found.normal for one in view.found} == {"+218910000022", "+218910000031"}
    assert (view.proof.sealed, view.proof.custody_unbroken, view.proof.stamped_at) == (1, True, None)
    assert view.case.exhibits[0].sha256 == view.proof.exhibits[0].about.sha256
    assert view.answer.paths
    assert [due.kind for due in view.due if due.kind == "stamp"] == ["stamp"]
    assert list(view.due) == sorted(view.due, key=lambda due: due.on)
    assert [member.name for member in view.team] == ["Basma"]
    with pytest.raises(NotFound):
        case_view(people.karim, case, date(2026, 1, 4))


def test_a_complaint_is_drafted_from_the_case() -> None:
    people, case, _ = with_a_chat()
    made = draft_document(people.basma, case, "complaint-eg", "ar", date(2026, 1, 4))
    assert made.pdf.startswith(b"%PDF")
    assert made.missing
