"""E-mails: the header block kept whole, the route named, attached mails read, hostile ones survived."""

import base64
import time
from pathlib import Path

import pytest

from longarm.evidence.importers import eml
from longarm.evidence.importers.contract import Account, Asked, Message, Skipped
from longarm.evidence.source import BytesSource, FileSource, Source

EXPORTS = Path(__file__).parent / "exports" / "eml"


def read(source: str | Source, zone: str | None = None) -> tuple[list[Message], list[Skipped], Account]:
    given = FileSource(EXPORTS / source) if isinstance(source, str) else source
    *items, account = eml.read(given, Asked(zone=zone))
    assert isinstance(account, Account)
    return [i for i in items if isinstance(i, Message)], [i for i in items if isinstance(i, Skipped)], account


def test_a_letter_with_an_attachment_shows_sender_time_words_and_route() -> None:
    (mail,), _, account = read("letter.eml")
    assert (mail.from_, mail.from_id) == ("صوت الحقيقة", "sawt.alhaqiqa@example.com")
    assert mail.at == "2021-07-10T07:14:02+02:00"
    assert (mail.chat, mail.text, mail.media) == ("إلى إدارة المدرسة", "خطاب إلى المدرسة", ("خطاب.pdf",))
    assert mail.raw is not None
    assert mail.raw.count("Received: ") == 2
    assert account.variant["originating_ip"] == "192.0.2.17"
    assert account.variant["message_id"] == "<20210710051402.17@mail.example.com>"
    assert "dkim=pass" in str(account.variant["authentication_results"])


def test_a_mail_forwarded_as_attachment_is_read_with_its_own_headers() -> None:
    messages, _, _ = read("forwarded_as_attachment.eml")
    assert [(m.line, m.from_id) for m in messages] == [(1, "office@school.example"), (2, "sawt.alhaqiqa@example.com")]


def test_a_page_is_shown_as_its_words() -> None:
    (mail,), _, _ = read("html_only.eml")
    assert mail.text == "First & second\nThird\nline"
    assert "html_stripped" in mail.findings


def test_a_mail_that_lost_its_route_and_answers_elsewhere_is_flagged() -> None:
    (mail,), _, account = read("without_route.eml")
    assert mail.findings == ("time_without_zone", "reply_to_differs", "mail_without_route")
    assert account.missing == ("mail_route",)
    assert read("without_route.eml", "Asia/Dubai")[0][0].at == "2021-07-11T10:00:00+04:00"


@pytest.mark.parametrize(("name", "finding"), [("cut.eml", "mail_cut"), ("charset_lies.eml", "bad_utf8")])
def test_damage_is_a_finding_not_a_crash(name: str, finding: str) -> None:
    assert finding in read(name)[0][0].findings


def test_a_line_of_the_mail_store_before_the_headers_is_no_part_of_the_mail() -> None:
    messages, _, account = read("from_line_before.eml")
    assert messages[0].chat == "إلى إدارة المدرسة"
    assert account.blank == len("From MAILER-DAEMON Sat Jul 10 05:14:02 2021\n")


def test_a_store_of_many_mails_gives_each_its_own_and_splits_no_sentence() -> None:
    messages, skipped, account = read("three_mails.mbox")
    assert [(m.from_id, m.text.strip()) for m in messages] == [
        ("a@x.example", "First.\n\nFrom here on it gets worse."),
        ("b@x.example", "Second\n>From quoted 2021"),
    ]
    assert [s.why for s in skipped] == ["not_mail"]
    assert (account.source, account.variant) == ("mbox", {"mails": 3})


def test_headers_in_a_code_page_are_kept_as_base64_and_flagged() -> None:
    data = b"From: Ren\xe9 <rene@x.example>\nDate: Sat, 10 Jul 2021 07:14:02 +0200\nSubject: x\nTo: y\n\nbody\n"
    (mail,), _, _ = read(BytesSource("old.eml", data))
    assert mail.raw is not None
    assert base64.b64decode(mail.raw).startswith(b"From: Ren\xe9")
    assert "bad_utf8" in mail.findings


def test_a_byte_order_mark_hides_no_header() -> None:
    data = b"\xef\xbb\xbf" + (EXPORTS / "without_route.eml").read_bytes()
    messages, _, account = read(BytesSource("bom.eml", data))
    assert (messages[0].from_id, account.blank) == ("friend@example.org", 3)


def test_a_page_saved_as_mhtml_is_not_taken_for_a_mail() -> None:
    page = b"From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example/\nSubject: x\nDate: x\nMIME-Version: 1.0\n\n"
    assert not eml.recognises(BytesSource("page.mhtml", page))


def nested(depth: int) -> bytes:
    head = b"From: a@x.example\nDate: Sat, 10 Jul 2021 07:14:02 +0200\nSubject: deep\n"
    opened = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(depth))
    return head + opened + b"Content-Type: text/plain\n\nend\n"


@pytest.mark.parametrize("depth", [30, 400, 5000])
def test_parts_inside_parts_without_end_are_given_up(depth: int) -> None:
    started = time.process_time()
    messages, skipped, account = read(BytesSource("deep.eml", nested(depth)))
    assert "too_many_parts" in account.findings or [s.why for s in skipped] == ["too_many_parts"]
    assert len(messages) + len(skipped) == 1
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "header",
    [
        b"From: " + b"(" * 200_000,
        b"Subject: " + b"=?utf-8?q?" * 30_000,
        b"From: " + b"a," * 100_000,
        b"X: =?idna?q?" + b"x" * 99999,
    ],
)
def test_a_hostile_header_takes_no_time(header: bytes) -> None:
    started = time.process_time()
    read(BytesSource("h.eml", header + b"\nDate: x\nTo: y\n\nbody"))
    assert time.process_time() - started < 3
