"""`sms-….xml` and `calls-….xml` of the Android app SMS Backup & Restore: text messages, picture messages, the call log.
Long: one format, all its kinds of entries.

`date` is UTC in milliseconds and counts; `readable_date` is local text and does not. The word `null` stands for nothing.
The file does not say whose phone it was: what the owner sent has no sender and the finding `sent_by_owner`; `chat` is the
other side. Bytes: every `sms`, `mms` and `call` element is `messages`; damaged ones, foreign elements and a DOCTYPE are
`skipped`; the XML declaration, comments, white space and the root's tags are `blank`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from longarm.evidence.importers.contract import Account, Asked, Item, Message, Skipped
from longarm.evidence.parsing.byte_ledger import Ledger
from longarm.evidence.parsing.exact_bytes import exact
from longarm.evidence.parsing.unix_time import utc
from longarm.evidence.parsing.xml_elements import Found, Tag, elements
from longarm.evidence.source import Source

NAME: Final = "sms-backup"
KNOWS: Final = (NAME,)

_HEAD: Final = 64 * 1024
_ROOT: Final = re.compile(rb"<(?:smses|calls)[\s>/]")
_BEFORE_ROOT: Final = re.compile(rb"\s*(?:<\?xml|<!--|<smses|<calls|<!DOCTYPE)", re.IGNORECASE)

# type of an sms, msg_box of an mms: who sent it, and whether it ever left.
_FROM_OWNER: Final = frozenset({"2", "3", "4", "5", "6"})
_NOT_SENT: Final = {"3": "sms_draft", "4": "sms_outbox", "5": "sms_failed", "6": "sms_queued"}
_CALLS: Final = {
    "1": "call_incoming",
    "2": "call_outgoing",
    "3": "call_missed",
    "4": "call_voicemail",
    "5": "call_rejected",
    "6": "call_refused",
}
_SENDER: Final = "137"  # address types of an MMS: PduHeaders FROM 0x89, TO 0x97
_RECIPIENT: Final = "151"
_PLACEHOLDERS: Final = frozenset({"insert-address-token", "(unknown)"})
_TEXT: Final = "text/plain"
_LAYOUT: Final = "application/smil"


def recognises(source: Source) -> bool:
    """XML whose root is `smses` or `calls`."""
    with source.open() as stream:
        head = stream.read(_HEAD).removeprefix(b"\xef\xbb\xbf")
    return bool(_BEFORE_ROOT.match(head) and _ROOT.search(head))


def read(source: Source, asked: Asked) -> Iterator[Item]:
    """Messages and calls in file order, what was skipped, the account."""
    del asked  # times are UTC
    return _Backup(source).items()


class _Backup:
    def __init__(self, source: Source) -> None:
        self.file = source
        self.ledger = Ledger(source.size)
        self.counts: Counter[str] = Counter()
        self.roots: list[str] = []
        self.declared: int | None = None
        self.found = 0
        self.line = 0

    def items(self) -> Iterator[Item]:
        with self.file.open() as stream:
            for found in elements(stream, frozenset({"smses", "calls"}), ("sms", "mms", "call")):
                if found.kind == "element":
                    self.line += 1
                    self.found += 1
                    self.ledger.message(found.start, found.end)
                    yield self._message(found)
                elif found.kind == "root":
                    self._root(found)
                elif found.kind == "cut":
                    self.counts["cut"] += 1
                else:
                    yield self._skipped(found)
        yield self._account()

    def _root(self, found: Found) -> None:
        for tag in found.tags:
            self.roots.append(tag.name)
            count = tag.attributes.get("count", "")
            if count.isascii() and count.isdigit() and len(count) < 12:
                self.declared = (self.declared or 0) + int(count)

    def _message(self, found: Found) -> Message:
        tag = found.tags[0]
        findings = [code for part in found.tags for code in part.findings]
        self.counts["repaired"] += sum(part.joined for part in found.tags)
        number = _named(tag, "number") or _named(tag, "address")
        contact = _named(tag, "contact_name")
        several = number is not None and "~" in number  # a group: the app joins its numbers so
        at = utc(tag.attributes.get("date"), "ms")
        if at is None:
            findings.append("no_time")
        if tag.name == "call":
            sent, text = self._call(tag, findings)
            media: tuple[str, ...] = ()
        else:
            sent, text, media = self._text(tag, found.tags, findings)
            number = (None if sent else _address(found.tags, _SENDER)) or number
        if sent:
            findings.append("sent_by_owner")
        if tag.name == "call" and tag.attributes.get("presentation") not in (None, "1", "null"):
            findings.append("number_withheld")
        kind = tag.name if tag.name == "call" else "messages"
        self.counts[kind] += 1
        self.counts["media"] += len(media)
        return Message(
            source=NAME,
            chat=contact or _named(tag, "address") or number,
            at=at,
            at_certainty="second" if at else "unknown",
            from_=None if sent else (None if several else contact) or number,
            from_id=None if sent else number,
            text=text,
            media=media,
            kind="call" if tag.name == "call" else "message",
            line=self.line,
            raw=exact(found.data),
            findings=tuple(dict.fromkeys(findings)),
        )

    def _call(self, tag: Tag, findings: list[str]) -> tuple[bool, str]:
        kind = tag.attributes.get("type", "")
        code = _CALLS.get(kind, "call_unknown_type")
        findings += [code, "text_composed"]
        seconds = tag.attributes.get("duration", "")
        lasted = f" {seconds} s" if seconds.isascii() and seconds.isdigit() else ""
        return kind == "2", code.removeprefix("call_").replace("_", " ") + lasted

    def _text(self, tag: Tag, tags: tuple[Tag, ...], findings: list[str]) -> tuple[bool, str, tuple[str, ...]]:
        box = tag.attributes.get("type" if tag.name == "sms" else "msg_box", "")
        if tag.name == "mms" and box not in ("1", *_FROM_OWNER):
            box = {"128": "2", "132": "1"}.get(tag.attributes.get("m_type", ""), box)
        if box in _NOT_SENT:
            findings.append(_NOT_SENT[box])
        elif box not in ("1", "2"):
            findings.append("sms_unknown_type")
        if tag.name == "sms":
            return box in _FROM_OWNER, _named(tag, "body") or "", ()
        texts = [text for part in tags if part.attributes.get("ct") == _TEXT and (text := _named(part, "text"))]
        subject = _named(tag, "sub")
        names = [_file(part) for part in tags if part.name == "part" and part.attributes.get("ct") not in (_TEXT, _LAYOUT)]
        return box in _FROM_OWNER, "\n".join([*([subject] if subject else []), *texts]), tuple(names)

    def _skipped(self, found: Found) -> Skipped:
        why = "doctype_refused" if found.kind == "doctype" else "not_xml"
        self.counts["skipped"] += 1
        self.counts[why] += 1
        self.ledger.skip(found.start, found.end)
        return Skipped(source=NAME, line=self.line + 1, offset=found.start, bytes=found.end - found.start, why=why)

    def _account(self) -> Account:
        counts = self.counts
        differs = self.declared is not None and self.declared != self.found
        findings = ["file_cut"] if counts["cut"] or not self.roots else []
        findings += ["count_differs"] if differs else []
        findings += [code for code in ("repaired", "doctype_refused") if counts[code]]
        if self.declared is not None:
            counts["declared"] = self.declared
        return Account(
            source=NAME,
            file=self.file.name,
            bytes=self.ledger.size,
            messages=self.ledger.messages,
            skipped=self.ledger.skipped,
            blank=self.ledger.blank,
            variant={"root": " ".join(dict.fromkeys(self.roots)) or None, "declared": self.declared},
            counts={code: number for code, number in counts.items() if number and code not in ("cut", "not_xml")},
            findings=tuple(findings),
        )


def _named(tag: Tag, name: str) -> str | None:
    """An attribute, or None where it is absent, empty, or the word `null` or `(Unknown)` that the app writes for nothing."""
    value = tag.attributes.get(name, "")
    return None if value in ("", "null") or (name != "body" and value.casefold() in _PLACEHOLDERS) else value


def _address(tags: tuple[Tag, ...], kind: str) -> str | None:
    """The number of that kind in an MMS; several are joined with commas."""
    held = [_named(tag, "address") for tag in tags if tag.name == "addr" and tag.attributes.get("type") == kind]
    return ", ".join(address for address in held if address) or None


def _file(part: Tag) -> str:
    """The name a part of an MMS was sent under, else its kind: the bytes lie inside the backup."""
    return next((name for key in ("cl", "fn", "name") if (name := _named(part, key))), part.attributes.get("ct", "part"))
