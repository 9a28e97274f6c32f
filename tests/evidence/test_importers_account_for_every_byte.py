"""What every importer owes: nothing dropped in silence, nothing counted twice, whatever is done to the file."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest

from longarm.evidence import importers
from longarm.evidence.importers import eml, messenger, sms_backup, telegram
from longarm.evidence.importers.contract import Account, Asked, Item, Message, Skipped
from longarm.evidence.source import BytesSource
from longarm.texts import LANGUAGES, say

EXPORTS = Path(__file__).parent / "exports"
OURS: dict[str, Any] = {"messenger": messenger, "telegram": telegram, "sms_backup": sms_backup, "eml": eml}
EVERY: list[Any] = list({id(module): module for module in (*getattr(importers, "IMPORTERS", ()), *OURS.values())}.values())
MUTATIONS = 200

FOREIGN = {
    "empty": b"",
    "one byte": b"\xff",
    "text": "سلام\nhello\n".encode() * 50,
    "json of something else": b'{"a": [1, {"b": "c"}], "d": null}',
    "json list": b"[" * 5000,
    "xml of something else": b"<?xml version='1.0'?><rss><channel><title>x</title></channel></rss>",
    "zeros": bytes(5000),
    "noise": random.Random(17).randbytes(5000),
}
INSERTED = (
    b'"', b"{", b"<!--", b"<!DOCTYPE a [",
     b"}", b"[", b"]", b",", b":", b"\\", b"<", b">", b"&", b"\x00", b"\xff", b"\n", b'"messages":[', b"\\x0B", b"\\ud83d",
    b'{"id":1,"type":"message"', b'{"sender_name":"x"', b"<sms ", b"</mms>", b"--limit", b"&#55357;",
)  # fmt: skip


def fixtures(name: str) -> list[Path]:
    return sorted((EXPORTS / name).iterdir())


def checked(module: Any, data: bytes, name: str = "file") -> list[Item]:
    """Reads `data` and checks the promise: the numbers add up, the account comes last, all of it can be written as JSON."""
    items = list(module.read(BytesSource(name, data), Asked(zone="Europe/Berlin")))
    account = items[-1]
    assert isinstance(account, Account)
    assert sum(isinstance(item, Account) for item in items) == 1
    assert account.bytes == len(data)
    assert account.messages + account.skipped + account.blank == len(data)
    assert min(account.messages, account.skipped, account.blank) >= 0
    skipped = [item for item in items if isinstance(item, Skipped)]
    assert sum(item.bytes for item in skipped) == account.skipped
    for before, after in pairwise(skipped):
        assert before.offset + before.bytes <= after.offset
    msgspec.json.encode(items)
    return items


def codes(items: list[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Skipped):
            yield item.why
        else:
            yield from item.findings
            yield from item.missing if isinstance(item, Account) else ()


def mutated(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(changed) + 1)
        kind = rng.randrange(5)
        if kind == 0 and changed:
            changed[at % len(changed)] = rng.randrange(256)
        elif kind == 1:
            changed[at:at] = rng.choice(INSERTED)
        elif kind == 2:
            del changed[at : at + rng.randint(1, 40)]
        elif kind == 3:
            start = rng.randrange(len(changed) + 1)
            changed[at:at] = changed[start : start + rng.randint(1, 300)]
        elif rng.random() < 0.3:
            del changed[at:]
    return bytes(changed)


@pytest.mark.parametrize("name", OURS)
def test_each_fixture_is_recognised_by_its_importer_and_by_no_other(name: str) -> None:
    for path in fixtures(name):
        source = BytesSource("renamed", path.read_bytes())
        assert [module.NAME for module in OURS.values() if module.recognises(source)] == [OURS[name].NAME], path.name


@pytest.mark.parametrize("name", OURS)
def test_fixtures_add_up_and_every_code_has_its_sentence(name: str) -> None:
    for path in fixtures(name):
        for code in codes(checked(OURS[name], path.read_bytes(), path.name)):
            for language in LANGUAGES:
                assert say(f"import-finding-{code}", language)


@pytest.mark.parametrize("module", EVERY, ids=lambda module: module.NAME)
@pytest.mark.parametrize("kind", FOREIGN)
def test_a_foreign_file_is_not_recognised_and_adds_up_all_the_same(module: Any, kind: str) -> None:
    assert module.recognises(BytesSource("x", FOREIGN[kind])) == (module.NAME == kind == "text")
    checked(module, FOREIGN[kind])


@pytest.mark.parametrize("name", OURS)
def test_every_cut_of_every_fixture_adds_up(name: str) -> None:
    for path in fixtures(name):
        data = path.read_bytes()
        for end in range(0, len(data), 97):
            checked(OURS[name], data[:end])


@pytest.mark.parametrize("name", OURS)
def test_whatever_is_done_to_a_file_it_adds_up(name: str) -> None:
    rng = random.Random(17)
    for path in fixtures(name):
        data = path.read_bytes()
        for _ in range(MUTATIONS):
            checked(OURS[name], mutated(data, rng))


@pytest.mark.parametrize("name", ["messenger", "telegram", "sms_backup"])
def test_small_windows_see_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message that lies across two readings of the file is read like any other."""
    from longarm.evidence.parsing import byte_window

    whole = [checked(OURS[name], path.read_bytes()) for path in fixtures(name)]
    for chunk in (1, 7, 64):
        monkeypatch.setattr(byte_window.Window.__init__, "__defaults__", (chunk,))
        assert [checked(OURS[name], path.read_bytes()) for path in fixtures(name)] == whole


def test_reading_a_file_twice_gives_the_same() -> None:
    for name, module in OURS.items():
        for path in fixtures(name):
            assert checked(module, path.read_bytes()) == checked(module, path.read_bytes())


def test_a_message_is_told_apart_from_what_was_skipped() -> None:
    items = checked(telegram, (EXPORTS / "telegram" / "unsupported.json").read_bytes())
    assert [type(item) for item in items] == [Message, Skipped, Message, Account]
