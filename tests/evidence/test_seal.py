"""Sealing: the same input gives the same bytes, originals stay as they came, real names stand in one place only."""

import json
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import RawIOBase
from itertools import count
from pathlib import Path

import msgspec
import pytest
from sealed_sample import AT, CHAT, DERIVE, KEY, OTHER_KEY, make_bundle, sealer, write_sample

from longarm.case.file import parse_case
from longarm.errors import BadInput
from longarm.evidence.custody import CustodyRecord, Event
from longarm.evidence.derivation import Derive
from longarm.evidence.exhibit import Exhibit
from longarm.evidence.importers.contract import Account, Item, Message
from longarm.evidence.manifest import safe_path
from longarm.evidence.received import Received, walk
from longarm.evidence.seal import Sealer, seal
from longarm.evidence.source import BytesSource, Source
from longarm.evidence.target import FolderTarget, ZipTarget
from longarm.evidence.verify import verify


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    make_bundle(tmp_path, tmp_path / "bundle")
    return tmp_path / "bundle"


def test_the_same_input_clock_and_key_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        make_bundle(tmp_path / name, tmp_path / name / "bundle")
        make_bundle(tmp_path / name / "again", tmp_path / name / "bundle.zip")
    assert files(tmp_path / "a/bundle") == files(tmp_path / "b/bundle")
    assert (tmp_path / "a/bundle.zip").read_bytes() == (tmp_path / "b/bundle.zip").read_bytes()


def test_the_bundle_holds_what_the_guide_lists(bundle: Path) -> None:
    assert sorted(files(bundle)) == [
        "HOW-TO-VERIFY.txt", "bag-info.txt", "bagit.txt", "custody/checkpoint.json", "custody/custody.jsonl",
        "custody/keys/node.pem", "data/case-uco.jsonld", "data/case.json", "data/exhibits/E0001/derived/report.txt",
        "data/exhibits/E0001/exhibit.json", "data/exhibits/E0001/original/0001.jpeg",
        "data/exhibits/E0002/derived/messages.jsonl", "data/exhibits/E0002/derived/report.txt",
        "data/exhibits/E0002/exhibit.json", "data/exhibits/E0002/original/0001.txt", "data/index.html",
        "manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt",
    ]  # fmt: skip


def test_an_original_is_kept_byte_for_byte_under_a_plain_name(bundle: Path) -> None:
    assert (bundle / "data/exhibits/E0002/original/0001.txt").read_bytes() == CHAT.encode()
    exhibit = msgspec.json.decode((bundle / "data/exhibits/E0002/exhibit.json").read_bytes(), type=Exhibit)
    assert (exhibit.name, exhibit.folder) == ("محادثة واتساب مع ضابط.txt", "handed over")
    assert all(safe_path(name) for name in files(bundle))
    assert not [name for name, data in files(bundle).items() if "واتساب".encode() in data and not name.startswith("data/")]


def test_a_derived_file_says_from_what_and_how_it_was_made(bundle: Path) -> None:
    exhibit = msgspec.json.decode((bundle / "data/exhibits/E0002/exhibit.json").read_bytes(), type=Exhibit)
    messages, report = exhibit.derived
    assert messages.input == report.input == f"sha256:{exhibit.sha256}"
    assert (messages.tool, messages.command) == (DERIVE.tool, DERIVE.command)
    lines = [json.loads(line) for line in (bundle / messages.file).read_bytes().splitlines()]
    assert [line["kind"] for line in lines] == ["message", "message", "skipped", "account"]
    assert (exhibit.messages, exhibit.read, exhibit.missing) == (2, ("lines",), ("media",))
    assert "not understood" in (bundle / report.file).read_text("utf-8").lower()


def test_a_format_without_messages_gets_a_report_and_no_message_file(bundle: Path) -> None:
    exhibit = msgspec.json.decode((bundle / "data/exhibits/E0001/exhibit.json").read_bytes(), type=Exhibit)
    assert [derived.file.rpartition("/")[2] for derived in exhibit.derived] == ["report.txt"]


def test_an_archive_whose_first_member_is_unread_loses_nothing(tmp_path: Path) -> None:
    def archive(source: Source) -> Iterator[Item]:
        yield Account(source="unread", file="a.jpg", bytes=1, messages=0, skipped=1, blank=0, variant={})
        yield Message(source="lines", text="kept")

    received = [Received(BytesSource("a.zip", b"1"))]
    seal(received, FolderTarget(tmp_path / "b"), sealer(), derive=Derive(archive, "x", "y"))
    assert b"kept" in (tmp_path / "b/data/exhibits/E0001/derived/messages.jsonl").read_bytes()


def test_no_path_of_this_machine_is_in_the_bundle(bundle: Path, tmp_path: Path) -> None:
    for name, data in files(bundle).items():
        assert str(tmp_path).encode() not in data, name


def test_the_page_for_people_has_no_script_and_no_link(bundle: Path) -> None:
    page = (bundle / "data/index.html").read_text("utf-8")
    assert not re.search(r"<script|<a |<img|<link|href=|src=|https?:", page)
    assert 'dir="rtl"' in page
    assert 'lang="en"' in page


def test_a_file_name_cannot_turn_the_page_around_or_write_into_it(tmp_path: Path) -> None:
    names = ("x\u202etxt.exe", "<script>alert(1)</script>.html", "a & b")
    received = [Received(BytesSource(name, b"1")) for name in names]
    seal(received, FolderTarget(tmp_path / "bundle"), sealer())
    page = (tmp_path / "bundle/data/index.html").read_text("utf-8")
    assert "\u202e" not in page
    assert "<script>" not in page
    assert verify(tmp_path / "bundle").sound


def test_a_name_that_is_no_text_is_kept_by_its_bytes(tmp_path: Path) -> None:
    source = tmp_path / os.fsdecode(b"caf\xe9.TXT")
    source.write_bytes(b"1")
    received, _ = walk([source])
    (exhibit,) = seal(received, FolderTarget(tmp_path / "bundle"), sealer()).exhibits
    assert (exhibit.name, exhibit.name_bytes) == (r"caf\xe9.TXT", "Y2Fm6S5UWFQ=")
    assert verify(tmp_path / "bundle").sound


def test_the_case_is_kept_and_its_exhibit_recognised_by_hash(tmp_path: Path) -> None:
    digest = __import__("hashlib").sha256(b"bytes").hexdigest()
    text = "longarm: case/1\nreference: XX-1\nexhibits:\n"
    text += f"  - {{id: x1, file: renamed.bin, sha256: {digest}, received_from: school, received_at: 2022-01-04}}\n"
    case = parse_case(text, "case.yaml").case
    (exhibit,) = seal([Received(BytesSource("a.bin", b"bytes"))], FolderTarget(tmp_path / "b"), sealer(), case=case).exhibits
    assert (exhibit.case_exhibit, exhibit.received.from_, exhibit.received.at) == ("x1", "school", "2022-01-04")
    assert parse_case((tmp_path / "b/data/case.json").read_bytes(), "case.json").case == case


def test_a_file_that_is_not_what_the_case_says_is_refused(tmp_path: Path) -> None:
    text = f"longarm: case/1\nreference: XX-1\nexhibits:\n  - {{id: x1, file: chats/a.bin, sha256: {'0' * 64}}}\n"
    case = parse_case(text, "case.yaml").case
    with pytest.raises(BadInput) as refused:
        seal([Received(BytesSource("a.bin", b"bytes"))], FolderTarget(tmp_path / "b"), sealer(), case=case)
    assert refused.value.message == "seal-other-than-in-case"
    assert not list(tmp_path.iterdir())


def test_a_reader_that_breaks_does_not_stop_the_sealing(tmp_path: Path) -> None:
    def breaks(source):  # type: ignore[no-untyped-def]
        yield from DERIVE.read(source)
        raise RecursionError

    received, _ = walk([write_sample(tmp_path)])
    sealed = seal(received, FolderTarget(tmp_path / "b"), sealer(), derive=Derive(breaks, "x", "y"))
    assert sealed.broken == ("E0001", "E0002")
    assert "RecursionError" in (tmp_path / "b/data/exhibits/E0002/derived/report.txt").read_text("utf-8")
    assert verify(tmp_path / "b").sound


def test_the_record_goes_on_from_the_one_before_and_the_new_key_was_introduced(tmp_path: Path) -> None:
    record = CustodyRecord()
    event = Event(at="2026-11-24T08:00:00Z", clock="ntp", actor="user:1", action="received", object="x", tool="longarm")
    record.append(event, OTHER_KEY)
    introduced = msgspec.structs.replace(event, action="key-added", object=KEY.fingerprint)
    record.append(introduced, OTHER_KEY)
    carried = Sealer(key=KEY, clock=lambda: AT, history=record.lines, earlier_keys=(OTHER_KEY.public,))
    sealed = seal([Received(BytesSource("a", b"1"))], FolderTarget(tmp_path / "b"), carried)
    assert sealed.custody_length == 5
    report = verify(tmp_path / "b", node_key=KEY.fingerprint, checkpoint=record.checkpoint(AT, OTHER_KEY))
    assert report.sound
    foreign = Sealer(key=KEY, clock=lambda: AT, history=record.lines[:1], earlier_keys=(OTHER_KEY.public,))
    seal([Received(BytesSource("a", b"1"))], FolderTarget(tmp_path / "c"), foreign)
    assert [check.number for check in verify(tmp_path / "c").failed] == [11], "nobody introduced the second key"


def test_a_bundle_goes_straight_onto_a_stream_that_cannot_seek(tmp_path: Path) -> None:
    class Pipe(RawIOBase):
        """An encrypting vault: takes bytes, in order, and gives none back."""

        taken = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.taken += bytes(data)  # type: ignore[call-overload]
            return len(bytes(data))  # type: ignore[call-overload]

    pipe = Pipe()
    received, _ = walk([write_sample(tmp_path)])
    seal(received, ZipTarget(pipe, "EG-2022-0104"), sealer(), derive=DERIVE)  # type: ignore[arg-type]
    (tmp_path / "out.zip").write_bytes(pipe.taken)
    assert verify(tmp_path / "out.zip", node_key=KEY.fingerprint).sound


def test_each_line_bears_the_time_at_which_it_happened(tmp_path: Path) -> None:
    seconds = count()
    clock = lambda: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=next(seconds))  # noqa: E731
    seal([Received(BytesSource("a", b"1"))], FolderTarget(tmp_path / "b"), sealer(clock=clock), derive=DERIVE)
    lines = [json.loads(line) for line in (tmp_path / "b/custody/custody.jsonl").read_bytes().splitlines()]
    assert [(line["action"], line["at"][-3:]) for line in lines] == [
        ("received", "00Z"), ("hashed", "01Z"), ("parsed", "02Z"), ("sealed", "03Z"),
    ]  # fmt: skip


def test_more_exhibits_than_four_digits_hold(tmp_path: Path) -> None:
    from longarm.evidence.exhibit import exhibit_id

    assert [exhibit_id(number) for number in (1, 9999, 10000)] == ["E0001", "E9999", "E10000"]


def test_what_goes_beside_the_exhibits_is_covered_like_them(tmp_path: Path) -> None:
    received = [Received(BytesSource("a.bin", b"bytes"))]
    beside = {"series.pdf": b"%PDF-", "cases/LY-2022-0602.json": b"{}"}
    seal(received, FolderTarget(tmp_path / "b"), sealer(), beside=beside)
    assert verify(tmp_path / "b").sound
    assert (tmp_path / "b/data/beside/series.pdf").read_bytes() == b"%PDF-"
    (tmp_path / "b/data/beside/cases/LY-2022-0602.json").write_bytes(b"[]")
    failed = [check.name for check in verify(tmp_path / "b").checks if check.state == "failed"]
    assert failed == ["payload-bytes"]


@pytest.mark.parametrize("path", ["../case.json", "../../bag-info.txt", "/etc/passwd"])
def test_nothing_beside_the_exhibits_takes_the_place_of_another_file(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="safe name"):
        seal([Received(BytesSource("a.bin", b"bytes"))], FolderTarget(tmp_path / "b"), sealer(), beside={path: b"x"})
    assert not (tmp_path / "b").exists()
