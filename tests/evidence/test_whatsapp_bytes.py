"""Every byte of a WhatsApp export is accounted for, whatever is done to the file and in whatever pieces it is read."""

import base64
import os
import random
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.evidence.importers import whatsapp
from longarm.evidence.importers.contract import Account, Asked, Item, Message, Skipped
from longarm.evidence.importers.whatsapp import cutting
from longarm.evidence.source import BytesSource

FILES = sorted((Path(__file__).parent / "exports" / "whatsapp").glob("*.txt"))
# `LONGARM_MUTATIONS=10000` is the full soak.
MUTATIONS = int(os.environ.get("LONGARM_MUTATIONS", "60"))

BITS = (
    b"\n", b"\r\n", b"\0", b"\xff", b": ", b" - ", b"[", b"] ", "\u200f".encode(), "،".encode(), b"\xef\xbb\xbf", b"~",
    b"30/12/2021, 21:14 - ", b"[12/31/21, 9:15:06 PM] Z: ", b"99/99/9999, 99:99 - Q: ", b"1/2/3", "م".encode(),
    b"<Media omitted>",
)  # fmt: skip


def mutated(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 5)):
        at = rng.randrange(len(changed) + 1)
        kind = rng.randrange(5)
        if kind == 0 and changed:
            changed[at % len(changed)] = rng.randrange(256)
        elif kind == 1:
            changed[at:at] = rng.choice(BITS)
        elif kind == 2:
            del changed[at : at + rng.randint(1, 30)]
        elif kind == 3:
            start = rng.randrange(len(changed) + 1)
            changed[at:at] = changed[start : start + rng.randint(1, 200)]
        elif rng.random() < 0.2:
            del changed[at:]
    return bytes(changed)


def read(data: bytes, asked: Asked = Asked()) -> list[Item]:  # noqa: B008
    """Reads `data` and checks the promise: numbers that add up, every message where it says it stands."""
    items = list(whatsapp.read(BytesSource("chat.txt", data), asked))
    account = items[-1]
    assert isinstance(account, Account)
    assert account.messages + account.skipped + account.blank == account.bytes == len(data)
    assert min(account.messages, account.skipped, account.blank) >= 0
    assert sum(item.bytes for item in items if isinstance(item, Skipped)) == account.skipped
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    cut = any(isinstance(item, Skipped) and item.why == "message_too_long" for item in items)
    for item in items:
        if isinstance(item, Message):
            assert item.raw is not None
            raw = base64.b64decode(item.raw) if "bad_utf8" in item.findings else item.raw.encode()
            there = b"\n".join(lines[item.line - 1 : item.line + raw.count(b"\n")])
            assert there.startswith(raw) if cut else there == raw
    msgspec.json.encode(items)
    return items


def comparable(items: list[Item]) -> list[dict[str, Any]]:
    """Skipped lines next to each other may come as one part or as several."""
    told: list[dict[str, Any]] = []
    for item in items:
        facts = msgspec.to_builtins(item)
        before = told[-1] if told else {}
        if facts["kind"] == "account":
            facts["counts"].pop("skipped", None)
        if facts["kind"] == before.get("kind") == "skipped" and before["offset"] + before["bytes"] == facts["offset"]:
            before["bytes"] += facts["bytes"]
        else:
            told.append(facts)
    return told


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_cut_of_a_fixture_adds_up(path: Path) -> None:
    data = path.read_bytes()
    for end in range(0, len(data), 7):
        read(data[:end])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_mutations_add_up_and_read_the_same_in_small_pieces(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(path.name)
    for number in range(MUTATIONS):
        data = mutated(path.read_bytes(), rng)
        asked = Asked(zone="Africa/Cairo") if number % 3 == 0 else Asked()
        monkeypatch.setattr(cutting, "PIECE", 192 * 1024)
        whole = comparable(read(data, asked))
        monkeypatch.setattr(cutting, "PIECE", rng.choice((16, 33, 64, 200)))
        assert comparable(read(data, asked)) == whole, data


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from([*BITS, b"Shorouk: pay", b"x" * 40, "سلام".encode(), b" "]), max_size=40).map(b"".join))
def test_anything_built_from_pieces_of_exports_adds_up(data: bytes) -> None:
    read(data)


def test_a_message_beyond_all_reason_is_cut_and_the_rest_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "LONGEST_MESSAGE", 1000)
    monkeypatch.setattr(cutting, "PIECE", 300)
    for filler in (b"word " * 2000, b"word\n" * 2000):
        data = b"30/12/2021, 21:14 - A: one\n30/12/2021, 21:15 - B: " + filler + b"\n30/12/2021, 21:16 - A: last\n"
        items = read(data)
        texts = [item.text for item in items if isinstance(item, Message)]
        assert (texts[0], texts[-1], len(texts)) == ("one", "last", 3)
        assert {item.why for item in items if isinstance(item, Skipped)} == {"message_too_long"}
