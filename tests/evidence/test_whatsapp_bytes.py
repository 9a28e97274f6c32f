"""Every byte of a WhatsApp export is accounted for, whatever is done to the file and in whatever pieces it is read."""

import base64
import os
import random
from datetime import datetime, timedelta
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
        for limit in ("PIECE", "_FIRST"):
            monkeypatch.setattr(cutting, limit, 192 * 1024)
        whole = comparable(read(data, asked))
        for limit in ("PIECE", "_FIRST"):
            monkeypatch.setattr(cutting, limit, rng.choice((16, 33, 64, 200)))
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


def long_chat(order: str, rng: random.Random) -> bytes:
    """Fourteen months, five senders, lists, pictures, a pasted chat now and then."""
    lines, at = [], datetime(2021, 1, 1, 8, 0)  # noqa: DTZ001
    written = {"dmy": "%d/%m/%Y, %H:%M", "mdy": "%m/%d/%Y, %H:%M"}[order]
    for number in range(900):
        at += timedelta(minutes=rng.choice((0, 1, 1400)))
        text = rng.choice(
            ("pay", "لا", "1. one\n2. two\n1.2.3", "IMG-20210101-WA0001.jpg (file attached)", "<Media omitted>", "x: y")
        )
        if number % 97 == 0:
            text = f"he wrote:\n{at - timedelta(days=3):{written}} - Captain Sami: pay"
        lines.append(f"{at:{written}} - {rng.choice(('شروق', 'Amal', 'Omar: work', '+218 91 000 0017', 'Karim'))}: {text}\n")
    return "".join(lines).encode()


@pytest.mark.parametrize("orders", [("dmy",), ("mdy",), ("dmy", "mdy")])
def test_a_long_chat_reads_the_same_in_pieces_of_any_size(orders: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(str(orders))
    data = b"".join(long_chat(order, rng) for order in orders)
    told = []
    for size in (4 * 1024**2, 5000, 700):
        for limit in ("PIECE", "_FIRST"):
            monkeypatch.setattr(cutting, limit, size)
        told.append(comparable(read(data)))
    assert all(other == told[0] for other in told)
    messages = [facts for facts in told[0] if facts["kind"] != "account"]
    assert sum("ambiguous_header" in facts["findings"] for facts in messages) >= 9 * len(orders)
    if len(orders) == 1:  # where two exports meet, a quotation may come to stand at the seam
        assert {facts["from"] for facts in messages} == {"شروق", "Amal", "Omar: work", "+218 91 000 0017", "Karim"}
        assert all(facts["at"] for facts in messages)
