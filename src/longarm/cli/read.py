"""Reads exports (WhatsApp, Telegram, Messenger, SMS, mail, plain text, archives of them) into messages.

Writes one JSON object a line: messages, what was skipped, and an account of every byte last. Nothing is changed, and
nothing leaves this computer. Files of another kind give an account that names what they look like.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, cast

import msgspec

from longarm.cli import for_terminal
from longarm.cli.telling import language_of
from longarm.cli.terminal import one_line
from longarm.errors import BadInput
from longarm.evidence.importers.contract import Account, Asked, Item, Message, Skipped
from longarm.evidence.importers.sentences import sentence
from longarm.evidence.read import UNREAD, read_source
from longarm.evidence.source import BytesSource, FileSource, Source
from longarm.texts import LANGUAGES, Language, Sentence, say

# One of these a line.
ANSWER: Final = (Message, Skipped, Account)

_STANDARD_INPUT: Final = "-"
_MOST_PIPED: Final = 256 * 1024 * 1024
_AT_ONCE: Final = 512


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="an export, an archive of one, or - for standard input")
    parser.add_argument(
        "--json", action="store_true", help="JSON lines only; without it, a word on each file goes to standard error"
    )
    parser.add_argument("--zone", help="time zone of the phone that wrote the export: Africa/Cairo, +02:00")
    parser.add_argument(
        "--date-order", choices=("dmy", "mdy", "ymd"), help="order of day, month and year where the file does not say"
    )
    parser.add_argument("--lang", choices=LANGUAGES, help="language of what is said on standard error")


def run(options: argparse.Namespace) -> int:
    asked = Asked(date_order=options.date_order, zone=options.zone)
    sources = [_source(file) for file in options.files]
    accounts = [_write(read_source(source, asked)) for source in sources]
    refused = [account for account in accounts if "archive_refused" in account.findings]
    if not options.json:
        _say([account for account in accounts if account not in refused], language_of(options))
    for account in refused:
        member, why = account.variant["member"], Sentence(f"read-finding-{account.findings[-1]}")
        if member:
            raise BadInput("read-archive-refused-at", file=account.file, why=why, member=member)
        raise BadInput("read-archive-refused", file=account.file, why=why)
    return 0


def _source(file: str) -> Source:
    """Raises BadInput for what is no file, cannot be opened, or is empty."""
    path = Path(file)
    if file == _STANDARD_INPUT:
        source: Source = _held("standard-input", sys.stdin.buffer)
    elif path.is_dir():
        raise BadInput("read-folder", file=file)
    elif not path.exists():
        raise BadInput("read-no-such-file", file=file)
    elif path.is_file():
        source = FileSource(path)
    else:  # a pipe: it can be read once only
        with FileSource(path).open() as stream:
            source = _held(path.name, stream)
    with source.open() as stream:
        if not stream.read(1):
            raise BadInput("read-empty", file=file)
    return source


def _held(name: str, stream: BinaryIO) -> BytesSource:
    data = stream.read(_MOST_PIPED + 1)
    if len(data) > _MOST_PIPED:
        raise BadInput("read-input-too-large", limit=_MOST_PIPED // 1024**2)
    return BytesSource(name, data)


def _write(items: Iterator[Item]) -> Account:
    """Writes the items as lines, as they come; returns the last, which is the account of the whole file."""
    encoder = msgspec.json.Encoder()
    last: list[Item] = []
    with _no_search_for_cycles():
        while batch := list(islice(items, _AT_ONCE)):
            sys.stdout.buffer.write(encoder.encode_lines(batch))
            last = batch[-1:]
    return cast(Account, last[0])


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Messages hold no cycles: to look for some among millions would take a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _say(accounts: list[Account], language: Language) -> None:
    """A word for a person on each file: what it is, what it leaves open, what to fetch while the phone still has it."""
    sys.stdout.flush()
    for account in accounts:
        looks = Sentence("terminal-looks", looks=str(account.variant.get("looks_like")))
        facts = {"file": account.file, "source": Sentence(f"desk-source-{account.source}"), "looks": looks}
        counts = {"messages": account.counts.get("messages", 0), "skipped": account.counts.get("skipped", 0)}
        unread = "read-unread" if account.variant.get("looks_like") not in (None, "unknown") else "read-unread-unknown"
        lines = [say(unread if account.source == UNREAD else "read-done", language, **facts, **counts)]
        codes = [*account.findings, *account.missing, *(question.code for question in account.questions)]
        lines += [f"  {sentence(code, language)}" for code in codes if code != "not_read"]
        sys.stderr.writelines(one_line(for_terminal(line, language)) + "\n" for line in lines)
