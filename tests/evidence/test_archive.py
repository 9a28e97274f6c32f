"""Archives: an export with its media is read; an attack is refused, named, and stays an exhibit."""

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable

import pytest

from longarm.evidence import archive
from longarm.evidence.importers.contract import Account, Item, Message
from longarm.evidence.read import read_source
from longarm.evidence.source import BytesSource

CHAT = (
    "[31/12/2022, 14:17:50] Amal: hello\n"
    "[31/12/2022, 14:17:51] Karim: \u200e<attached: 00000001-PHOTO-2022-12-31-14-17-51.jpg>\n"
    "[31/12/2022, 14:17:59] Karim: \u200e<attached: 00000002-PHOTO-2022-12-31-14-17-59.jpg>\n"
)


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(held, "w", method) as target:
        warnings.simplefilter("ignore")  # duplicate names are wanted here
        for name, data in members:
            target.writestr(name, data)
    return held.getvalue()


def special(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def read(data: bytes, name: str = "WhatsApp Chat - Amal.zip") -> list[Item]:
    items = list(read_source(BytesSource(name, data)))
    for item in items:
        if isinstance(item, Account):
            assert item.messages + item.skipped + item.blank == item.bytes
            assert min(item.messages, item.skipped, item.blank) >= 0
    assert isinstance(items[-1], Account)
    assert items[-1].bytes == len(data)
    return items


def accounts(items: list[Item]) -> list[Account]:
    return [item for item in items if isinstance(item, Account)]


def refusal(data: bytes) -> Account:
    (account,) = read(data)
    assert isinstance(account, Account)
    assert account.source == "unread"
    assert account.skipped == len(data)
    assert "archive_refused" in account.findings
    return account


def test_an_export_with_media_is_read_and_the_lost_picture_named() -> None:
    items = read(
        zipped(("_chat.txt", CHAT.encode()), ("00000001-PHOTO-2022-12-31-14-17-51.jpg", b"\xff\xd8\xff\xe0" + bytes(200)))
    )
    messages = [item for item in items if isinstance(item, Message)]
    assert [message.chat for message in messages] == ["Amal"] * 3
    chat, whole = accounts(items)
    assert (chat.source, chat.file, chat.bytes) == ("whatsapp-ios", "WhatsApp Chat - Amal.zip/_chat.txt", len(CHAT.encode()))
    assert whole.source == "archive"
    assert whole.counts["messages"] == 3
    assert whole.counts["media_not_in_archive"] == 1
    assert (whole.counts["files_read"], whole.counts["files_not_read"]) == (1, 1)
    assert "media_not_in_archive" in whole.missing


def test_a_question_inside_an_archive_is_asked_by_its_last_account() -> None:
    items = read(zipped(("chat.txt", b"03/04/2021, 21:14 - Amal: hello\n")))
    assert [question.code for question in accounts(items)[-1].questions] == ["date_order"]


@pytest.mark.parametrize(
    ("code", "make"),
    [
        ("archive_path_escapes", lambda: zipped(("../../chat.txt", b"x"))),
        ("archive_path_escapes", lambda: zipped(("/etc/chat.txt", b"x"))),
        ("archive_path_escapes", lambda: zipped(("C:/chat.txt", b"x"))),
        ("archive_path_escapes", lambda: zipped(("a\\..\\chat.txt", b"x"))),
        ("archive_link", lambda: zipped((special("chat.txt", stat.S_IFLNK | 0o777), b"/etc/passwd"))),
        ("archive_device", lambda: zipped((special("chat.txt", stat.S_IFCHR | 0o666), b""))),
        ("archive_device", lambda: zipped((special("chat.txt", stat.S_IFIFO | 0o666), b""))),
        ("archive_duplicate_name", lambda: zipped(("chat.txt", b"x"), ("chat.txt", b"y"))),
        ("archive_colliding_names", lambda: zipped(("chat.txt", b"x"), ("CHAT.TXT", b"y"))),
        ("archive_colliding_names", lambda: zipped(("caf\u00e9.txt", b"x"), ("cafe\u0301.txt", b"y"))),
        ("archive_bomb", lambda: zipped(("chat.txt", bytes(2_000_000)))),
        ("archive_damaged", lambda: zipped(("chat.txt", b"x" * 100))[:-30]),
        ("archive_damaged", lambda: b"PK\x03\x04" + bytes(200)),
    ],
)
def test_an_attack_is_refused_by_name_and_kept(code: str, make: Callable[[], bytes]) -> None:
    assert refusal(make()).findings[-1] == code


def test_members_that_share_their_bytes_are_refused() -> None:
    data = bytearray(zipped(("a.txt", b"hello" * 100), ("b.txt", b"hello" * 100), method=zipfile.ZIP_STORED))
    second = data.rfind(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<I", 0)
    assert refusal(bytes(data)).findings[-1] == "archive_overlap"


def test_a_list_of_members_beyond_all_reason_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 5)
    assert refusal(zipped(*((f"{number}.txt", b"x") for number in range(6)))).findings[-1] == "archive_too_many"


def test_a_changed_byte_in_a_member_is_noticed_before_its_messages_are_told() -> None:
    data = bytearray(zipped(("_chat.txt", CHAT.encode()), method=zipfile.ZIP_STORED))
    data[data.find(b"hello")] ^= 1
    items = read(bytes(data))
    assert not [item for item in items if isinstance(item, Message)]
    assert "archive_damaged" in accounts(items)[-1].findings


def test_a_locked_member_is_not_opened() -> None:
    data = bytearray(zipped(("_chat.txt", CHAT.encode())))
    for start in (data.find(b"PK\x03\x04") + 6, data.find(b"PK\x01\x02") + 8):
        data[start] |= 1
    assert "encrypted" in accounts(read(bytes(data)))[-1].findings


def test_an_archive_in_an_archive_is_followed_but_not_for_ever() -> None:
    data = zipped(("_chat.txt", CHAT.encode()))
    assert accounts(read(zipped(("inner.zip", data))))[-1].counts["messages"] == 3
    for level in range(archive.MAX_DEPTH):
        data = zipped((f"{level}.zip", data), method=zipfile.ZIP_STORED)
    assert "archive_too_deep" in accounts(read(data))[-1].findings


def test_a_document_that_happens_to_be_a_zip_is_one_document() -> None:
    (account,) = read(zipped(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")), "letter.docx")
    assert isinstance(account, Account)
    assert (account.source, account.variant["looks_like"]) == ("unread", "office")


def test_every_cut_and_many_changes_of_an_archive_end_in_an_account() -> None:
    data = zipped(
        ("_chat.txt", CHAT.encode()), ("a.jpg", b"\xff\xd8\xff" + bytes(50)), ("deep/inner.zip", zipped(("x.txt", b"y")))
    )
    for end in range(4, len(data), 3):
        read(data[:end])
    for place in range(0, len(data), 2):
        changed = bytearray(data)
        changed[place] ^= 0x55
        read(bytes(changed))
