"""What is made from an exhibit: `derived/messages.jsonl` and `derived/report.txt`, streamed while the exhibit is read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Final

import msgspec

from longarm.errors import LongarmError
from longarm.evidence.bag import BagWriter
from longarm.evidence.importers.contract import Account, Item, Message, Skipped
from longarm.evidence.importers.sentences import sentence
from longarm.evidence.source import Source
from longarm.texts import LANGUAGES, Language, TextMissing, say

# The report lists so many unread places and then says how many more there are; all of them stand in messages.jsonl.
_PLACES: Final = 20
UNREAD: Final = "unread"


@dataclass(frozen=True, slots=True)
class Derive:
    """How messages are read out of an exhibit. `command` is what a third party would run to get the same."""

    read: Callable[[Source], Iterator[Item]]
    command: str
    tool: str


@dataclass(slots=True)
class Outcome:
    """What the reader gave. `failure` says why it stopped early, in English; the exhibit is sealed all the same."""

    accounts: list[Account] = field(default_factory=list)
    messages: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    more_skipped: int = 0
    failure: LongarmError | str | None = None
    files: list[str] = field(default_factory=list)

    def note(self, item: Item) -> None:
        if isinstance(item, Message):
            self.messages += 1
        elif isinstance(item, Account):
            self.accounts.append(item)
        elif len(self.skipped) < _PLACES:
            self.skipped.append(item)
        else:
            self.more_skipped += 1


def derive_into(bag: BagWriter, folder: str, source: Source, derive: Derive, input_digest: str) -> Outcome:
    """Read `source` and add what comes of it under `folder`. Raises OSError when the bag cannot take it."""
    outcome = Outcome()
    items = _guarded(derive.read(source), outcome)
    first = list(islice(items, 2))
    if len(first) == 1 and isinstance(first[0], Account) and first[0].source == UNREAD:
        outcome.note(first[0])  # a format without messages: a file of them would say nothing that the report does not
    elif first:
        path = f"{folder}/messages.jsonl"
        with bag.stream(path) as writer:
            encoder = msgspec.json.Encoder()
            for item in chain(first, items):
                outcome.note(item)
                writer.write(encoder.encode(item) + b"\n")
        outcome.files.append(path)
    path = f"{folder}/report.txt"
    bag.add(path, "\n".join(_report(outcome, derive, input_digest, language) for language in LANGUAGES).encode("utf-8"))
    outcome.files.append(path)
    return outcome


def _guarded(items: Iterator[Item], outcome: Outcome) -> Iterator[Item]:
    """What the reader yields until it ends or breaks.

    Any error counts: a file that breaks a reader is still evidence and is sealed; the report names the error.
    """
    try:
        yield from items
    except LongarmError as fault:
        outcome.failure = fault
    except Exception as fault:
        outcome.failure = type(fault).__name__


def _report(outcome: Outcome, derive: Derive, input_digest: str, language: Language) -> str:
    def line(message: str, **facts: object) -> str:
        return say(message, language, **facts)

    lines = [line("seal-report-head", tool=derive.tool, command=derive.command, digest=input_digest)]
    for account in outcome.accounts:
        if account.source == UNREAD:
            lines.append(line("seal-report-unread", file=account.file, bytes=account.bytes))
            lines += [line("seal-report-variant", name=name, value=value) for name, value in _known(account)]
            continue
        lines.append(
            line(
                "seal-report-account",
                file=account.file,
                source=account.source,
                bytes=account.bytes,
                messages=account.messages,
                skipped=account.skipped,
                blank=account.blank,
            )
        )
        lines += [line("seal-report-variant", name=name, value=value) for name, value in _known(account)]
        lines += [line("seal-report-finding", what=_told(code, language)) for code in account.findings]
        lines += [line("seal-report-missing", what=_told(what, language)) for what in account.missing]
        lines += [line("seal-report-question", what=_told(one.code, language), flag=one.flag) for one in account.questions]
    lines.append(line("seal-report-count", count=outcome.messages))
    lines += [
        line("seal-report-skipped", line=part.line, bytes=part.bytes, why=_told(part.why, language)) for part in outcome.skipped
    ]
    if outcome.more_skipped:
        lines.append(line("seal-report-more-skipped", count=outcome.more_skipped))
    if outcome.failure:
        why = outcome.failure.in_language(language) if isinstance(outcome.failure, LongarmError) else outcome.failure
        lines.append(line("seal-report-failed", why=why))
    return "\n".join(lines) + "\n"


def _known(account: Account) -> list[tuple[str, str | int]]:
    return [(name, value) for name, value in account.variant.items() if value is not None]


def _told(code: str, language: Language) -> str:
    """The sentence of a finding's code; a code that has none speaks for itself."""
    try:
        return sentence(code, language)
    except TextMissing:
        return code
