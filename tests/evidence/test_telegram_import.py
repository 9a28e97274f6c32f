"""Telegram Desktop's result.json: a writer's own slips repaired and counted, times that are sure, parts joined."""

from pathlib import Path

import pytest

from longarm.errors import BadInput
from longarm.evidence.importers import telegram
from longarm.evidence.importers.contract import Account, Asked, Message, Skipped
from longarm.evidence.source import FileSource

EXPORTS = Path(__file__).parent / "exports" / "telegram"


def read(name: str, zone: str | None = None) -> tuple[list[Message], list[Skipped], Account]:
    *items, account = telegram.read(FileSource(EXPORTS / name), Asked(zone=zone))
    assert isinstance(account, Account)
    return [i for i in items if isinstance(i, Message)], [i for i in items if isinstance(i, Skipped)], account


def test_a_control_character_written_against_json_is_repaired_and_counted() -> None:
    messages, skipped, account = read("control_character.json")
    assert messages[0].text == "a\x0bb"
    assert messages[1].text == "c\\x0Bd is text", "an escaped backslash is text, not a slip"
    assert (skipped, account.counts["repaired"]) == ([], 1)
    assert ("repaired" in messages[0].findings, "repaired" in messages[1].findings) == (True, False)


def test_parts_of_a_text_are_joined_without_spaces() -> None:
    messages, _, _ = read("chat.json")
    assert messages[1].text == "pay to +201000000017 now"


def test_a_chat_with_a_call_a_card_media_an_edit_a_reaction_and_an_account_that_is_gone() -> None:
    messages, _, account = read("chat.json")
    assert [m.kind for m in messages] == ["call", "message", "message", "message", "message", "edited", "reaction", "message"]
    assert messages[0].text == "phone_call discard_reason=missed"
    assert messages[2].text == "Samir +201100000017"
    assert messages[3].media == ("photos/photo_1@30-12-2021_21-14-20.jpg",)
    assert (messages[4].media, messages[4].findings) == ((), ("media_not_included",))
    assert (messages[7].from_, messages[7].from_id, messages[7].findings) == (None, "user4817000017", ("account_gone",))
    assert messages[1].at == "2021-12-30T19:14:00Z"
    assert account.missing == ("media_not_included", "secret_chats")


def test_what_the_program_could_not_write_is_reported_as_skipped() -> None:
    messages, skipped, account = read("unsupported.json")
    assert [m.line for m in messages] == [1, 3]
    assert [(s.line, s.why, s.bytes) for s in skipped] == [(2, "unsupported", account.skipped)]


def test_an_old_export_keeps_local_time_without_zone_until_somebody_names_it() -> None:
    assert read("no_unixtime.json")[0][0].at == "2021-12-30T21:14:00"
    assert read("no_unixtime.json", "Africa/Cairo")[0][0].at == "2021-12-30T21:14:00+02:00"
    assert read("no_unixtime.json", "-03:30")[0][0].at == "2021-12-30T21:14:00-03:30"
    with pytest.raises(BadInput) as refused:
        read("no_unixtime.json", "../etc/localtime")
    assert refused.value.message == "import-no-such-zone"


def test_hours_the_clock_skipped_or_repeated_are_flagged() -> None:
    gap, repeat = read("clock_changed.json", "Europe/Berlin")[0]
    assert (gap.findings, repeat.findings) == (("dst_gap",), ("dst_repeat",))


def test_an_account_gives_every_chat_its_name_and_says_what_it_did_not_read() -> None:
    messages, skipped, account = read("account.json")
    assert [m.chat for m in messages] == ["Karim", "Karim", "saved_messages", "Old group"]
    assert [s.why for s in skipped] == ["section_not_read", "section_not_read"]
    assert account.variant == {"form": "account", "chats": 4}


def test_after_damage_across_chats_no_chat_is_guessed() -> None:
    messages, _, account = read("damaged_between_chats.json")
    assert [(m.text, m.chat) for m in messages] == [("one", "Karim"), ("to myself", None), ("bye", None)]
    assert "chat_unknown" in account.findings


def test_a_clock_that_goes_back_is_kept_in_place_and_flagged() -> None:
    messages, _, _ = read("clock_goes_back.json")
    assert [(m.text, m.findings) for m in messages] == [("a", ()), ("b", ("order_break",)), ("c", ())]
