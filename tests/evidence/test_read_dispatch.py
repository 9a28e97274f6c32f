"""Which file is read by what: by content, never by name; what nobody reads is kept and named."""

import zlib
from pathlib import Path

import msgspec
import pytest

from longarm.errors import BadInput
from longarm.evidence.importers import IMPORTERS, plain_text
from longarm.evidence.importers.contract import Account, Asked, Item, Message
from longarm.evidence.importers.sentences import sentence
from longarm.evidence.read import read_source
from longarm.evidence.source import BytesSource, FileSource
from longarm.texts import LANGUAGES

EXPORTS = Path(__file__).parent / "exports"
FILES = sorted(
    path for path in EXPORTS.rglob("*") if path.is_file() and path.suffix not in (".md", ".jsonl") and path.name[0] != "."
)


def read(data: bytes, name: str = "file", **asked: str) -> list[Item]:
    return list(read_source(BytesSource(name, data), msgspec.convert(asked, Asked)))


def account_of(data: bytes) -> Account:
    account = read(data)[-1]
    assert isinstance(account, Account)
    return account


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_fixture_adds_up_and_every_code_has_its_sentence(path: Path) -> None:
    codes: set[str] = set()
    for item in read_source(FileSource(path)):
        if isinstance(item, Account):
            assert item.messages + item.skipped + item.blank == item.bytes
            codes |= {*item.findings, *item.missing, *(question.code for question in item.questions)}
        elif isinstance(item, Message):
            codes |= {*item.findings}
        else:
            codes.add(item.why)
    for code in codes:
        for language in LANGUAGES:
            assert sentence(code, language)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("pdf", b"%PDF-1.7\n" + b"x" * 100),
        ("image", b"\x89PNG\r\n\x1a\n" + bytes(50)),
        ("image", b"\xff\xd8\xff\xe0" + bytes(50)),
        ("image", b"\x00\x00\x00\x18ftypheic" + bytes(50)),
        ("image", b"BM" + bytes(50)),
        ("video", b"\x00\x00\x00\x18ftypmp42" + bytes(50)),
        ("audio", b"OggS" + bytes(50)),
        ("sqlite", b"SQLite format 3\0" + bytes(100)),
        ("office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50)),
        ("encrypted", b"age-encryption.org/v1\n-> X25519 x\n"),
        ("encrypted", b"Salted__" + bytes(50)),
        (
            "encrypted_or_compressed",
            zlib.compress(bytes(range(256)) * 4000, 9)[:0] + __import__("random").Random(7).randbytes(20_000),
        ),
        ("gzip", b"\x1f\x8b\x08" + bytes(20)),
        ("text_utf16", "\ufeff30/12/2021, 21:14 - A: x".encode("utf-16-le")),
        ("json", b'{"nobody": "knows this"}'),
        ("html", b"<!DOCTYPE html><html></html>"),
        ("xml", b"<?xml version='1.0'?><feed/>"),
        ("web_archive", b"WARC/1.1\r\nWARC-Type: warcinfo\r\n"),
        ("unknown", bytes(500)),
        ("empty", b""),
        ("blank", b"\n \n"),
    ],
)
def test_what_nobody_reads_is_kept_and_named(kind: str, data: bytes) -> None:
    (account,) = read(data)
    assert isinstance(account, Account)
    assert (account.source, account.variant["looks_like"], account.skipped) == ("unread", kind, len(data))
    assert account.findings == ("not_read",)


def test_a_database_says_whose_it_is() -> None:
    assert account_of(b"SQLite format 3\0" + bytes(84) + b"CREATE TABLE ZWAMESSAGE (Z_PK)").variant["app"] == "whatsapp-ios"


def test_the_name_of_a_file_decides_nothing() -> None:
    chat = b"30/12/2021, 21:14 - Amal: hello\n30/12/2021, 21:15 - Karim: you\n"
    for name in ("picture.jpg", "chat.json", "ملف"):
        assert read(chat, name)[-1] == msgspec.structs.replace(read(chat, "x")[-1], file=name)


def test_a_text_that_is_no_chat_is_read_line_by_line() -> None:
    items = read("ملاحظات\n\n+218 91 000 0017\nbad: \udcff\n".encode("utf-8", "surrogateescape"))
    messages = [item for item in items if isinstance(item, Message)]
    assert [(message.line, message.text) for message in messages] == [(1, "ملاحظات"), (3, "+218 91 000 0017"), (4, "bad: \ufffd")]
    assert messages[2].findings == ("bad_utf8",)
    assert all(message.at is None and message.from_ is None for message in messages)
    assert account_of(b"one header\n30/12/2021, 21:14 - Amal: hello\nis no chat\n").source == "text"


def test_a_line_of_a_megabyte_is_skipped_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_text, "_LONGEST", 100)
    items = read(b"short\n" + b"x" * 250 + b"\nlast\n")
    assert [type(item).__name__ for item in items] == ["Message", "Skipped", "Message", "Account"]
    account = items[-1]
    assert isinstance(account, Account)
    assert (account.messages, account.skipped) == (11, 251)


@pytest.mark.parametrize(
    ("zone", "local", "at", "findings"),
    [
        ("Europe/Berlin", "30/12/2021, 21:14", "2021-12-30T21:14:00+01:00", ()),
        ("+02:00", "30/12/2021, 21:14", "2021-12-30T21:14:00+02:00", ()),
        ("Europe/Berlin", "28/03/2021, 02:30", "2021-03-28T02:30:00+01:00", ("dst_gap",)),
        ("Europe/Berlin", "31/10/2021, 02:30", "2021-10-31T02:30:00+02:00", ("dst_repeat",)),
    ],
)
def test_a_zone_is_used_only_when_it_was_named(zone: str, local: str, at: str, findings: tuple[str, ...]) -> None:
    data = f"{local} - Amal: hello\n".encode()
    named, unnamed = read(data, zone=zone)[0], read(data)[0]
    assert isinstance(named, Message)
    assert isinstance(unnamed, Message)
    assert (named.at, named.findings) == (at, findings)
    assert unnamed.at == at[:19]


def test_a_zone_that_does_not_exist_is_refused() -> None:
    with pytest.raises(BadInput):
        read(b"30/12/2021, 21:14 - Amal: hello\n", zone="Mars/Base")


@pytest.mark.parametrize(("count", "flagged"), [(9_899, True), (10_000, True), (11_000, False), (40_000, True), (45_000, False)])
def test_a_chat_as_long_as_an_export_may_be_was_probably_cut(count: int, flagged: bool) -> None:
    data = b"".join(b"30/12/2021, 21:14 - Amal: message\n" for _ in range(count))
    assert ("probably_truncated_at_start" in account_of(data).findings) is flagged


def test_importers_have_names_of_their_own() -> None:
    assert len({importer.NAME for importer in IMPORTERS}) == len(IMPORTERS)
