"""Every WhatsApp export with one fault says exactly what its golden file says."""

import os
from pathlib import Path

import msgspec
import pytest

from longarm.evidence.importers.contract import Account, Asked, Item, Message
from longarm.evidence.read import read_source
from longarm.evidence.source import FileSource

EXPORTS = Path(__file__).parent / "exports" / "whatsapp"
FILES = sorted(EXPORTS.glob("*.txt"))


def read(name: str, **asked: str) -> tuple[list[Message], Account]:
    path = next(EXPORTS.glob(f"{name}*.txt"))
    items: list[Item] = list(read_source(FileSource(path), msgspec.convert(asked, Asked)))
    account = items[-1]
    assert isinstance(account, Account)
    return [item for item in items if isinstance(item, Message)], account


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_is_read_as_the_golden_file_says(path: Path) -> None:
    got = msgspec.json.Encoder().encode_lines(list(read_source(FileSource(path))))
    expected = path.with_suffix(".expect.jsonl")
    if os.environ.get("LONGARM_WRITE_GOLDEN"):
        expected.write_bytes(got)
    assert got.decode() == expected.read_text("utf-8")


def test_a_date_that_may_be_two_days_is_asked_and_not_guessed() -> None:
    messages, account = read("01")
    assert [message.at for message in messages] == [None, None]
    assert messages[0].at_candidates == ("2021-04-03T21:14:00", "2021-03-04T21:14:00")
    assert [(q.flag, q.choices) for q in account.questions] == [("--date-order", ("dmy", "mdy"))]


@pytest.mark.parametrize(("order", "day"), [("dmy", "2021-04-03"), ("mdy", "2021-03-04")])
def test_the_answer_settles_it(order: str, day: str) -> None:
    messages, account = read("01", date_order=order)
    assert [message.at for message in messages] == [f"{day}T21:14:00", f"{day}T21:15:00"]
    assert not account.questions
    assert account.variant["date_order_by"] == "asked"


def test_an_answer_that_the_file_rules_out_is_not_followed() -> None:
    messages, account = read("03", date_order="mdy")
    assert messages[0].at == "2021-12-30T21:14:00"
    assert "date_order_contradicted" in account.findings


def test_silence_does_not_mean_day_first() -> None:
    messages, account = read("02")
    assert all(message.at is None and len(message.at_candidates) == 2 for message in messages)
    assert len(account.questions) == 1


def test_nine_in_the_evening_in_arabic_is_not_nine_in_the_morning() -> None:
    messages, account = read("03")
    assert [message.at for message in messages] == ["2021-12-30T21:14:00", "2021-12-31T00:05:00"]
    assert (account.variant["digits"], account.variant["clock"]) == ("arab", "12")


def test_marks_before_and_inside_the_bracket_hide_no_message() -> None:
    messages, account = read("04")
    assert [message.from_ for message in messages] == ["دانة", "دانة", "~\u00a0سامي"]
    assert messages[2].media == ("00000003-PHOTO-2026-09-15-20-48-00.jpg",)
    assert account.source == "whatsapp-ios"
    assert "self_chosen_name" in account.findings


def test_an_unsaved_number_is_kept_as_a_phone() -> None:
    messages, _ = read("05")
    assert (messages[0].from_, messages[0].from_id) == ("+212 600-000000", "+212600000000")


@pytest.mark.parametrize("name", ["06a", "06b", "06c"])
def test_every_message_of_other_alphabets_of_time_is_read(name: str) -> None:
    messages, account = read(name)
    assert all(message.at for message in messages)
    assert account.messages == account.bytes


def test_the_first_message_behind_a_byte_order_mark_is_kept() -> None:
    messages, account = read("07")
    assert [message.text for message in messages] == ["first", "two\nlines", "last"]
    assert account.blank == 3


def test_one_bad_byte_spoils_one_line() -> None:
    messages, _ = read("08")
    assert [message.findings for message in messages] == [(), ("bad_utf8",), ()]


def test_blank_lines_inside_a_message_are_its_own() -> None:
    messages, _ = read("09")
    assert messages[0].text == "listen\n\n\n1. pay\n2. be silent"


def test_a_pasted_header_makes_no_new_sender() -> None:
    for name in ("10", "25"):
        messages, _ = read(name)
        assert "Captain Sami" not in {message.from_ for message in messages}
        assert messages[0].findings == ("ambiguous_header",)
        assert "Captain Sami: pay" in messages[0].text


def test_a_group_renamed_to_x_colon_y_is_a_system_line() -> None:
    messages, _ = read("11")
    assert [message.from_ for message in messages] == [None, None, "Amal", None, "Karim"]
    assert {message.kind for message in messages if message.from_ is None} == {"system"}


def test_a_name_that_holds_a_colon_is_one_name() -> None:
    messages, _ = read("12")
    assert [message.from_ for message in messages] == ["Omar: work", "Amal", "Omar: work", "Amal"]


def test_five_past_twelve_at_night_is_five_past_zero() -> None:
    messages, _ = read("13")
    assert [message.at for message in messages] == ["2021-12-30T00:05:00", "2021-12-30T12:05:00"]


def test_two_exports_in_one_file_are_both_read_and_the_seam_is_told() -> None:
    messages, account = read("14")
    assert [message.at for message in messages][2:] == ["2021-12-30T21:14:05", "2021-12-31T21:15:06"]
    assert account.variant["split_at_line"] == 3
    assert "mixed_formats" in account.findings


def test_between_two_orders_the_days_stay_open() -> None:
    messages, account = read("23")
    assert [message.at is None for message in messages] == [False, False, True, False, False]
    assert account.questions


def test_a_clock_going_back_changes_no_order() -> None:
    messages, account = read("15")
    assert [message.text for message in messages] == ["one", "two", "three", "four"]
    assert [bool(message.findings) for message in messages] == [False, False, True, False]
    assert "order_break" in account.findings


def test_a_hijri_date_is_kept_as_text_and_not_converted() -> None:
    messages, account = read("16")
    assert messages[0].at is None
    assert messages[0].raw is not None
    assert messages[0].raw.startswith("١٢/٩/١٤٤٤ هـ")
    assert account.variant["calendar"] == "hijri"


def test_what_the_export_left_out_is_listed() -> None:
    messages, account = read("24")
    assert set(account.missing) >= {"media_omitted", "deleted", "edited", "empty_body", "disappearing", "number_behind_name"}
    assert [message.kind for message in messages].count("deleted") == 3
    assert [message.kind for message in messages].count("call") == 2
    assert ("IMG-20211230-WA0007.jpg",) in [message.media for message in messages]
