"""SMS Backup & Restore: streamed, nothing expanded, emoji in two halves joined, `null` is nothing, the count checked."""

import tracemalloc
from pathlib import Path

from longarm.evidence.importers import sms_backup
from longarm.evidence.importers.contract import Account, Asked, Message, Skipped
from longarm.evidence.source import BytesSource, FileSource

EXPORTS = Path(__file__).parent / "exports" / "sms_backup"


def read(name: str) -> tuple[list[Message], list[Skipped], Account]:
    *items, account = sms_backup.read(FileSource(EXPORTS / name), Asked())
    assert isinstance(account, Account)
    return [i for i in items if isinstance(i, Message)], [i for i in items if isinstance(i, Skipped)], account


def test_messages_received_sent_drafted_failed_and_with_pictures() -> None:
    messages, skipped, account = read("messages.xml")
    assert not skipped
    assert [(m.from_id, m.text, m.findings) for m in messages] == [
        ("+218910000017", "ادفعي & إلا أنشر\nآخر كلام", ()),
        (None, "", ("sent_by_owner",)),
        (None, "draft <3", ("sms_draft", "sent_by_owner")),
        (None, "never arrived", ("sms_failed", "sent_by_owner")),
        ("+218910000018", "شوفي الصورة", ()),
    ]
    assert messages[4].media == ("1000017.jpg",)
    assert messages[0].at == "2021-12-30T19:14:00Z"
    assert account.findings == ()


def test_an_emoji_in_two_halves_is_joined_and_counted_and_half_a_one_is_flagged() -> None:
    messages, _, account = read("emoji_in_two_halves.xml")
    assert [m.text for m in messages] == ["look 😀 and 😡", "half \ufffd only"]
    assert messages[1].findings == ("bad_unicode",)
    assert account.counts["repaired"] == 2


def test_the_word_null_is_nothing() -> None:
    messages, _, _ = read("nothing_but_null.xml")
    assert (messages[0].text, messages[0].from_, messages[0].at) == ("", "+218910000017", None)


def test_a_count_that_differs_is_a_finding() -> None:
    account = read("count_is_wrong.xml")[2]
    assert account.findings == ("count_differs",)
    assert (account.counts["declared"], account.counts["messages"]) == (5, 2)


def test_calls_keep_their_kind_and_a_withheld_number_is_said() -> None:
    messages, _, _ = read("calls.xml")
    assert [m.text for m in messages] == ["missed 0 s", "incoming 62 s", "outgoing 5 s", "rejected 0 s"]
    assert "number_withheld" in messages[3].findings
    assert {m.kind for m in messages} == {"call"}


def test_a_document_type_is_refused_and_nothing_is_expanded() -> None:
    messages, skipped, account = read("document_type.xml")
    assert [s.why for s in skipped] == ["doctype_refused"]
    assert messages[0].text == "entity &b; stays"
    assert "doctype_refused" in account.findings


def test_a_lost_quotation_mark_costs_one_message() -> None:
    messages, skipped, _ = read("lost_quote.xml")
    assert [m.text for m in messages] == ["one", "three"]
    assert len(skipped) == 1


def test_a_message_put_into_a_comment_is_reported_not_passed_over() -> None:
    data = b'<smses count="1"><!-- <sms address="1" date="1640891640000" type="1" body="hidden"/> --></smses>'
    items = list(sms_backup.read(BytesSource("sms.xml", data), Asked()))
    assert [item.why for item in items if isinstance(item, Skipped)] == ["not_xml"]


def test_a_cut_file_says_so() -> None:
    _, skipped, account = read("cut.xml")
    assert {s.why for s in skipped} == {"not_xml"}
    assert "file_cut" in account.findings


def test_a_large_backup_is_read_in_little_memory() -> None:
    sms = b'<sms address="+218910000017" date="1640891640000" type="1" body="%s" contact_name="null" />\n' % (b"again " * 1000)
    data = b'<smses count="2000">' + sms * 2000 + b"</smses>"
    tracemalloc.start()
    read_messages = sum(isinstance(item, Message) for item in sms_backup.read(BytesSource("sms.xml", data), Asked()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert read_messages == 2000
    assert peak < len(data) // 6
