"""Facebook, Messenger and Instagram chats: `message_1.json` of "Download your information", and the encrypted chats' own file.
Long: one format in two forms.

Both forms hold one thread: `sender_name`/`timestamp_ms`/`content`, newest first, each string's UTF-8 bytes written as
characters (repaired, see `mojibake`); or `senderName`/`timestamp`/`text` in plain UTF-8. Neither holds an account id: a
sender is only the name shown. File order is kept. Bytes: every message object is `messages`; an object that is no
message, an unknown section and what is damaged are `skipped`; brackets, commas, white space, a byte order mark and the
thread's own fields (title, participants, path) are `blank`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from longarm.evidence.importers.contract import Account, Asked, Item, Message, Skipped
from longarm.evidence.importers.messenger.fields import MessengerFields
from longarm.evidence.importers.messenger.thread import DOWNLOAD, ENCRYPTED, PLAN, surveyed
from longarm.evidence.parsing.byte_ledger import Ledger
from longarm.evidence.parsing.exact_bytes import exact
from longarm.evidence.parsing.json_object import ReadObject
from longarm.evidence.parsing.json_walk import Found, walk
from longarm.evidence.parsing.unix_time import utc
from longarm.evidence.source import Source

NAME: Final = DOWNLOAD
KNOWS: Final = (DOWNLOAD, ENCRYPTED)

_HEAD: Final = 256 * 1024
_PARTICIPANTS: Final = re.compile(rb'"participants"\s*:\s*\[')
_SENDER: Final = re.compile(rb'"(sender_name|senderName)"\s*:')
_EMPTY_THREAD: Final = re.compile(rb'"messages"\s*:\s*\[\s*\].*"(thread_path|threadName)"\s*:', re.DOTALL)

# What Meta writes instead of the name of an account that blocked the exporter, or is gone.
_NOBODY: Final = frozenset(
    {"facebook user", "instagram user", "مستخدم فيسبوك", "مستخدم فيس بوك", "utilisateur de facebook", "utilisateur facebook"}
)


def recognises(source: Source) -> bool:
    """A JSON object with `participants` and a sender's key of either form in its first 256 KiB."""
    with source.open() as stream:
        head = stream.read(_HEAD).removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"{") and bool(_PARTICIPANTS.search(head) and (_SENDER.search(head) or _EMPTY_THREAD.search(head)))


def read(source: Source, asked: Asked) -> Iterator[Item]:
    """Messages in file order, a reaction as an item of its own after its message, what was skipped, the account.

    Reads the file twice: the title stands after the messages, and the order of time is that of most of them.
    """
    del asked  # times are UTC and in one order
    return _Thread(source).items()


class _Thread:
    def __init__(self, source: Source) -> None:
        self.file = source
        self.ledger = Ledger(source.size)
        self.counts: Counter[str] = Counter()
        self.line = 0
        self.before: int | None = None

    def items(self) -> Iterator[Item]:
        self.survey = surveyed(self.file)
        with self.file.open() as stream:
            for found in walk(stream, PLAN):
                if found.kind == "item":
                    yield from self._item(found)
                elif found.kind in ("other", "fault"):
                    yield self._skipped(found, "section_not_read" if found.kind == "other" else "not_json")
                elif found.kind == "cut":
                    self.counts["cut"] += 1
        yield self._account()

    def _item(self, found: Found) -> Iterator[Item]:
        value, findings = found.read or ReadObject({}, ())
        if not any(key in value for key in ("sender_name", "senderName", "timestamp_ms", "timestamp")):
            yield self._skipped(found, "not_a_message")
            return
        self.line += 1
        self.ledger.message(found.start, found.end)
        fields = MessengerFields(value, list(findings), self.counts)
        message = self._message(fields, exact(found.data))
        yield message
        yield from self._reactions(fields, message)

    def _message(self, fields: MessengerFields, raw: str | None) -> Message:
        stamp = fields.value.get("timestamp_ms", fields.value.get("timestamp"))
        at = utc(stamp, "ms")
        if at is None:
            fields.findings.append("no_time")
        elif isinstance(stamp, int) and self._turns(stamp):
            fields.findings.append("order_break")
            self.counts["order_break"] += 1
        kind = fields.kind()
        sender = fields.text("sender_name") or fields.text("senderName") or None
        if sender is None or sender.casefold() in _NOBODY:
            fields.findings.append("account_gone")
            self.counts["account_gone"] += 1
        text, media = fields.words(), fields.media()
        self.counts["messages" if kind == "message" else kind] += 1
        self.counts["media"] += len(media)
        return Message(
            source=self.survey.source,
            chat=self.survey.title,
            at=at,
            at_certainty="second" if at else "unknown",
            from_=sender,
            text=text,
            media=media,
            kind=kind,
            line=self.line,
            raw=raw,
            findings=tuple(dict.fromkeys(fields.findings)),
        )

    def _turns(self, stamp: int) -> bool:
        before, self.before = self.before, stamp
        return before is not None and (stamp > before if self.survey.newest_first else stamp < before)

    def _reactions(self, fields: MessengerFields, of: Message) -> Iterator[Message]:
        for reaction in fields.objects("reactions"):
            self.counts["reactions"] += 1
            own = MessengerFields(reaction, [], self.counts)
            at = utc(reaction.get("timestamp"), "s")
            actor, text = own.text("actor") or None, own.text("reaction")
            yield Message(
                source=of.source,
                chat=of.chat,
                at=at,
                at_certainty="second" if at else "unknown",
                from_=actor,
                text=text,
                kind="reaction",
                line=of.line,
                findings=tuple(dict.fromkeys(own.findings)),
            )

    def _skipped(self, found: Found, why: str) -> Skipped:
        self.counts["skipped"] += 1
        self.ledger.skip(found.start, found.end)
        return Skipped(source=self.survey.source, line=self.line + 1, offset=found.start, bytes=found.end - found.start, why=why)

    def _account(self) -> Account:
        survey, counts = self.survey, self.counts
        marks = survey.marks + counts
        findings = ["names_only"] if self.line else []
        findings += ["newest_first"] if survey.newest_first else []
        findings += ["file_cut"] if counts["cut"] else []
        findings += [code for code in ("repaired", "mojibake_damaged", "order_break", "account_gone") if marks[code]]
        missing = [code for code in ("deleted", "placeholder") if counts[code]]
        return Account(
            source=survey.source,
            file=self.file.name,
            bytes=self.ledger.size,
            messages=self.ledger.messages,
            skipped=self.ledger.skipped,
            blank=self.ledger.blank,
            variant={
                "form": "encrypted" if survey.source == ENCRYPTED else "download",
                "decided_by": survey.decided_by,
                "order": "newest_first" if survey.newest_first else "oldest_first",
                "participants": ", ".join(survey.names) or None,
            },
            counts={code: number for code, number in counts.items() if number and code != "cut"},
            findings=tuple(findings),
            missing=tuple({"deleted": "unsent_messages", "placeholder": "placeholders"}[code] for code in missing),
        )
