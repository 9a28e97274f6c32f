"""Telegram Desktop's `result.json`: one chat, or the whole account with its list of chats.
Long: one format, all its kinds of entries.

The writer puts control characters as `\\x0B`, which is not JSON: repaired in a derived copy and counted. `date` is the
local time of the exporting computer without zone, so `date_unixtime` (UTC) is used where it is; older exports have none
and their times stay without zone unless the person names it. Secret chats are never exported, deleted messages are gone.
Bytes: every message object is `messages`; `unsupported` objects, sections that are no chats (contacts, sessions …) and
what is damaged are `skipped`; brackets, commas, white space and each chat's own name, type and id are `blank`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from longarm.evidence.importers.contract import Account, Asked, AtCertainty, Item, Message, Skipped
from longarm.evidence.importers.telegram.words import field_text, joined, kind_of, objects, optional, service_text
from longarm.evidence.parsing.byte_ledger import Ledger
from longarm.evidence.parsing.exact_bytes import exact
from longarm.evidence.parsing.json_object import ReadObject, read_object
from longarm.evidence.parsing.json_walk import LOST, Found, Part, Path, Plan, walk
from longarm.evidence.parsing.local_time import in_zone
from longarm.evidence.parsing.unix_time import utc
from longarm.evidence.source import Source

NAME: Final = "telegram"
KNOWS: Final = (NAME,)

_HEAD: Final = 256 * 1024
_CHAT: Final = re.compile(
    rb'"type"\s*:\s*"(?:saved_messages|replies|verification_codes|personal_chat|bot_chat|private_group|private_supergroup'
    rb'|public_supergroup|private_channel|public_channel)"'
)
_ACCOUNT: Final = re.compile(rb'"personal_information"\s*:\s*\{|"(?:chats|left_chats)"\s*:\s*\{\s*"about"\s*:')
_FOREIGN: Final = re.compile(rb'"participants"\s*:')
_START: Final = re.compile(
    rb'\{\s{0,40}"id"\s{0,40}:\s{0,40}-?\d{1,20}\s{0,40},\s{0,40}"type"\s{0,40}:\s{0,40}"(?:message|service|unsupported)"'
)
_CONTROL: Final = re.compile(rb"(\\\\)|\\x([0-9A-Fa-f]{2})")
_LOCAL: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)")

_CHAT_LISTS: Final = ("chats", "left_chats")
_FILES: Final = ("photo", "file", "contact_vcard")
_COUNTED: Final = ("order_break", "account_gone", "chat_unknown", "no_time", "time_without_zone")
# "(File not included. Change data exporting settings to download.)", "(File exceeds maximum size …)": no path looks so.
_MISSING: Final = re.compile(r"\([^/\\]*\)", re.DOTALL)


def recognises(source: Source) -> bool:
    """A JSON object that is a chat with one of Telegram's chat types, or an account's export."""
    with source.open() as stream:
        head = stream.read(_HEAD).removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"{") or _FOREIGN.search(head):
        return False
    return bool((_CHAT.search(head) and b'"messages"' in head) or _ACCOUNT.search(head))


def read(source: Source, asked: Asked) -> Iterator[Item]:
    """Messages in file order, reactions after their message, what was skipped, the account."""
    return _Export(source, asked).items()


def _part_of(path: Path) -> Part:
    chat = path[3:] if path[:1] and path[0] in _CHAT_LISTS else path
    if chat is not path and len(path) <= 3:
        return _part_of_list(path)
    if chat in ((), ("messages",)):
        return "descend"
    if len(chat) == 2 and chat[0] == "messages":
        return "item"
    return "frame" if len(chat) == 1 and chat[0] in ("name", "type", "id", "about") else "other"


def _part_of_list(path: Path) -> Part:
    if path[1:] == ("about",):
        return "frame"
    return "descend" if path[1:2] in ((), ("list",)) else "other"


class _Repairs:
    """Counts the control characters that were written as `\\xHH`."""

    def __init__(self) -> None:
        self.count = 0

    def read(self, data: bytes) -> ReadObject | None:
        found = 0

        def json_escape(match: re.Match[bytes]) -> bytes:
            nonlocal found
            if match[1]:
                return match[1]
            found += 1
            return b"\\u00" + match[2]

        repaired = _CONTROL.sub(json_escape, data) if b"\\x" in data else data
        read = read_object(repaired)
        if read is None or not found:
            return read
        self.count += found
        return ReadObject(read.value, (*read.findings, "repaired"))


class _Export:
    def __init__(self, source: Source, asked: Asked) -> None:
        self.file = source
        self.asked = asked
        self.ledger = Ledger(source.size)
        self.repairs = _Repairs()
        self.chats: dict[Path, dict[str, str]] = {}
        self.counts: Counter[str] = Counter()
        self.line = 0
        self.before: tuple[Path, str] | None = None

    def items(self) -> Iterator[Item]:
        with self.file.open() as stream:
            for found in walk(stream, Plan(_part_of, _START, read=self.repairs.read)):
                if found.kind == "item":
                    yield from self._item(found)
                elif found.kind == "frame":
                    self._note_chat(found)
                elif found.kind == "cut":
                    self.counts["cut"] += 1
                else:
                    yield self._skipped(found, "section_not_read" if found.kind == "other" else "not_json")
        yield self._account()

    def _note_chat(self, found: Found) -> None:
        read = read_object(b'{"value":' + found.data + b"}")
        value = read.value["value"] if read else None
        if value is not None:
            self.chats.setdefault(found.path[:-1], {})[str(found.path[-1])] = str(value)

    def _item(self, found: Found) -> Iterator[Item]:
        value = found.read.value if found.read else {}
        self.line += 1
        if value.get("type") not in ("message", "service"):
            yield self._skipped(found, "unsupported" if value.get("type") == "unsupported" else "not_a_message")
            return
        self.ledger.message(found.start, found.end)
        message = self._message(value, found)
        yield message
        yield from self._reactions(value, message)

    def _message(self, value: dict[str, Any], found: Found) -> Message:
        findings = list(found.read.findings) if found.read else []
        at, certainty = self._time(value, "date_unixtime", "date", findings)
        if found.path == LOST:
            findings.append("chat_unknown")
        elif self._turns(found.path[:-1], at):
            findings.append("order_break")
        service = value.get("type") == "service"
        name, identity = ("actor", "actor_id") if service else ("from", "from_id")
        if value.get(name) is None and value.get(identity) is not None:
            findings.append("account_gone")
        text = joined(value.get("text")) or joined(value.get("text_entities"))
        media = self._media(value, findings)
        if not text and (composed := service_text(value) if service else field_text(value)):
            text = composed
            findings.append("text_composed")
        if value.get("forwarded_from") is not None:
            findings.append("forwarded")
        kind = kind_of(value)
        self.counts["messages" if kind == "message" else kind] += 1
        self.counts.update(code for code in _COUNTED if code in findings)
        return Message(
            source=NAME,
            chat=self._chat(found.path),
            at=at,
            at_certainty=certainty,
            from_=optional(value.get(name)),
            from_id=optional(value.get(identity)),
            text=text,
            media=media,
            kind=kind,
            line=self.line,
            raw=exact(found.data),
            findings=tuple(findings),
        )

    def _time(self, value: dict[str, Any], exact_key: str, local_key: str, findings: list[str]) -> tuple[str | None, AtCertainty]:
        if at := utc(value.get(exact_key), "s"):
            return at, "second"
        local = value.get(local_key)
        if isinstance(local, str) and _LOCAL.fullmatch(local):
            placed = in_zone(local, self.asked.zone)
            if placed is not None:
                findings.extend(placed.findings if self.asked.zone else ("time_without_zone",))
                return placed.at, "second"
        findings.append("no_time")
        return None, "unknown"

    def _turns(self, chat: Path, at: str | None) -> bool:
        """A clock going back inside one chat; texts of one form compare as times do."""
        before = self.before
        if at is None:
            return False
        self.before = (chat, at)
        return before is not None and before[0] == chat and before[1][-1:] == at[-1:] == "Z" and at < before[1]

    def _chat(self, path: Path) -> str | None:
        known = self.chats.get(path[:-2], {}) if path != LOST else {}
        return known.get("name") or known.get("type" if known.get("type") == "saved_messages" else "id")

    def _media(self, value: dict[str, Any], findings: list[str]) -> tuple[str, ...]:
        names: list[str] = []
        for key in _FILES:
            name = value.get(key)
            if isinstance(name, str) and _MISSING.fullmatch(name):
                findings.append("media_not_included")
                self.counts["media_not_included"] += 1
            elif isinstance(name, str) and name:
                names.append(name)
        self.counts["media"] += len(names)
        return tuple(names)

    def _reactions(self, value: dict[str, Any], of: Message) -> Iterator[Message]:
        for reaction in objects(value.get("reactions")):
            for who in objects(reaction.get("recent")) or [{}]:
                self.counts["reactions"] += 1
                findings: list[str] = []
                at, certainty = self._time(who, "date_unixtime", "date", findings) if who else (None, "unknown")
                yield Message(
                    source=NAME,
                    chat=of.chat,
                    at=at,
                    at_certainty=certainty,
                    from_=optional(who.get("from")),
                    from_id=optional(who.get("from_id")),
                    text=optional(reaction.get("emoji")) or optional(reaction.get("type")) or "",
                    kind="reaction",
                    line=of.line,
                    findings=tuple(code for code in findings if code != "no_time"),
                )

    def _skipped(self, found: Found, why: str) -> Skipped:
        self.counts["skipped"] += 1
        self.counts[why] += 1
        self.ledger.skip(found.start, found.end)
        line = self.line if found.kind == "item" else self.line + 1
        return Skipped(source=NAME, line=line, offset=found.start, bytes=found.end - found.start, why=why)

    def _account(self) -> Account:
        counts = self.counts
        whole = any(path[:1] and path[0] in _CHAT_LISTS for path in self.chats)
        findings = ["file_cut"] if counts["cut"] else []
        findings += ["repaired"] if self.repairs.count else []
        findings += [code for code in _COUNTED if counts[code]]
        missing = [code for code in ("media_not_included", "unsupported") if counts[code]]
        if self.repairs.count:
            counts["repaired"] = self.repairs.count
        return Account(
            source=NAME,
            file=self.file.name,
            bytes=self.ledger.size,
            messages=self.ledger.messages,
            skipped=self.ledger.skipped,
            blank=self.ledger.blank,
            variant={"form": "account" if whole else "chat", "chats": sum("id" in chat for chat in self.chats.values())},
            counts={code: number for code, number in counts.items() if number and code != "cut"},
            findings=tuple(findings),
            missing=(*missing, "secret_chats"),
        )
