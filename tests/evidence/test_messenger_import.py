"""Messenger and Instagram threads: letters put together again per string, order kept, damage named with its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.evidence.importers import messenger
from longarm.evidence.importers.contract import Account, Asked, Message, Skipped
from longarm.evidence.parsing.mojibake import repair
from longarm.evidence.source import BytesSource, FileSource

EXPORTS = Path(__file__).parent / "exports" / "messenger"


def read(name: str) -> tuple[list[Message], list[Skipped], Account]:
    *items, account = messenger.read(FileSource(EXPORTS / name), Asked())
    assert isinstance(account, Account)
    return [i for i in items if isinstance(i, Message)], [i for i in items if isinstance(i, Skipped)], account


def test_a_downloaded_thread_is_read_in_the_order_of_the_file_its_letters_repaired() -> None:
    messages, skipped, account = read("download.json")
    assert not skipped
    assert [(m.kind, m.text, m.from_) for m in messages] == [
        ("message", "ادفعي قبل بكرة… 😡", "أحمد المثال"),
        ("reaction", "😢", "شروق"),
        ("message", "", "شروق"),
        ("message", "معاكي من المباحث\nhttps://www.facebook.com/profile.php?id=100009000000038", "أحمد المثال"),
        ("call", "", "أحمد المثال"),
        ("deleted", "", "أحمد المثال"),
    ]
    assert messages[0].at == "2021-12-30T19:16:00.500Z"
    assert messages[2].media == ("messages/inbox/ahmed_17/photos/صورة_1.jpg",)
    assert {m.chat for m in messages} == {"أحمد المثال"}
    assert "newest_first" in account.findings
    assert "names_only" in account.findings
    assert account.counts["repaired"] == 10
    assert account.missing == ("unsent_messages",)
    assert "call_missed" in messages[4].findings


def test_both_forms_in_one_archive_are_each_read_as_they_are(tmp_path: Path) -> None:
    import zipfile

    from longarm.evidence.read import read_source

    both = tmp_path / "both.zip"
    with zipfile.ZipFile(both, "w") as archive:
        archive.write(EXPORTS / "download.json", "messages/inbox/ahmed_17/message_1.json")
        archive.write(EXPORTS / "encrypted.json", "messages/ahmed_3.json")
    texts = {item.text for item in read_source(FileSource(both)) if isinstance(item, Message)}
    assert {"ادفعي قبل بكرة… 😡", "مين معايا؟ café"} <= texts


def test_the_exact_bytes_of_a_message_stay_with_it() -> None:
    messages, _, _ = read("download.json")
    assert messages[0].raw is not None
    assert "\\u00d8\\u00a7\\u00d8\\u00af" in messages[0].raw


def test_an_encrypted_chat_is_left_as_it_is() -> None:
    messages, _, account = read("encrypted.json")
    assert messages[0].text == "مين معايا؟ café"
    assert messages[1].media == ("./media/0b7c0c8e-0000-4000-8000-000000000017.jpeg",)
    assert messages[-1].findings == ("placeholder",)
    assert account.source == "messenger-encrypted"
    assert "repaired" not in account.findings
    assert account.missing == ("placeholders",)


def test_letters_an_editor_has_damaged_are_shown_as_they_are_and_said() -> None:
    messages, _, account = read("resaved_by_an_editor.json")
    assert "mojibake_damaged" in messages[0].findings
    assert messages[0].text == "Ø£Ø\u00adÙ…Ø¯"
    assert messages[1].text == "سليمة"
    assert "mojibake_damaged" in account.findings


def test_a_thread_cut_in_the_middle_gives_what_could_be_read_and_the_rest_with_its_place() -> None:
    messages, skipped, account = read("cut.json")
    assert len([m for m in messages if m.kind == "message"]) == 2
    assert [s.why for s in skipped] == ["not_json"]
    assert skipped[0].offset + skipped[0].bytes == account.bytes
    assert "file_cut" in account.findings


def test_one_lost_bracket_costs_one_message() -> None:
    messages, skipped, _ = read("lost_bracket.json")
    assert [m.kind for m in messages] == ["message", "reaction", "message", "call", "deleted"]
    assert len(skipped) == 1


@pytest.mark.parametrize(
    ("name", "finding", "text"),
    [
        ("one_byte_not_utf8.json", "bad_utf8", "b\ufffdd"),
        ("half_an_emoji.json", "bad_unicode", "b\ufffdd"),
        ("repeated_key.json", "repeated_key", "second"),
        ("account_gone.json", "account_gone", "see you"),
    ],
)
def test_one_fault_is_flagged_on_its_message_only(name: str, finding: str, text: str) -> None:
    messages, skipped, _ = read(name)
    assert not skipped
    assert [(m.text) for m in messages if finding in m.findings] == [text]


def test_a_clock_that_turns_is_flagged_where_it_turns() -> None:
    messages, _, _ = read("clock_turns.json")
    assert [m.line for m in messages if "order_break" in m.findings] == [3]


def test_a_thread_without_messages_is_still_a_thread() -> None:
    assert messenger.recognises(FileSource(EXPORTS / "no_messages.json"))
    messages, skipped, account = read("no_messages.json")
    assert (messages, skipped, account.blank) == ([], [], account.bytes)


@given(st.text(max_size=60))
def test_any_text_written_as_meta_writes_it_comes_back_whole_and_is_never_repaired_twice(text: str) -> None:
    written = text.encode("utf-8").decode("latin-1")
    back = repair(written)
    assert back.text == text
    assert back.outcome == ("untouched" if text.isascii() else "repaired")


@pytest.mark.parametrize("text", ["un été… «café»", "«é»…", "où ça‽ à… demain", "Straße – Köln"])
def test_plain_european_text_is_not_taken_for_damage(text: str) -> None:
    assert repair(text) == (text, "untouched")


@pytest.mark.parametrize("word", ["لم", "مال", "نشر"])
def test_a_word_saved_through_windows_1252_is_seen_as_damaged(word: str) -> None:
    seen = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in word.encode())
    assert repair(seen).outcome == "damaged"


@given(st.text(alphabet=st.characters(min_codepoint=0x0600, max_codepoint=0x06FF), min_size=1))
def test_real_arabic_is_left_alone(text: str) -> None:
    assert repair(text) == (text, "untouched")


def test_a_damaged_list_does_not_take_a_name_from_another_place() -> None:
    data = (EXPORTS / "download.json").read_bytes().replace(b'"messages": [', b'"messages": oops [', 1)
    items = list(messenger.read(BytesSource("x.json", data), Asked()))
    assert [i.text for i in items if isinstance(i, Message) and i.kind == "message"][-1].startswith("معاكي")
    assert items[-1].messages + items[-1].skipped + items[-1].blank == len(data)
