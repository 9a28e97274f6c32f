"""The door of reading: what a file is, decided by its content, and its messages; archives looked into, the rest named.
Long: each kind of file takes its own way through one account.

Nothing is changed or unpacked to disk. Whatever cannot be read is still an exhibit, and its account says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from longarm.evidence import archive
from longarm.evidence.importers import IMPORTERS
from longarm.evidence.importers.contract import Account, Asked, Item, Message, Question
from longarm.evidence.looks_like import WORDLESS, looks_like
from longarm.evidence.received import as_text
from longarm.evidence.source import NamedSource, Source

UNREAD: Final = "unread"
ARCHIVE: Final = "archive"

# Zips that are one document, not an export: by a member's name.
_DOCUMENTS: Final = (("word/", "office"), ("xl/", "office"), ("ppt/", "office"), ("META-INF/manifest.xml", "office"),
                     ("datapackage.json", "web_archive"), ("AndroidManifest.xml", "program"))  # fmt: skip


_NOTHING_ASKED: Final = Asked()


def read_source(source: Source, asked: Asked = _NOTHING_ASKED) -> Iterator[Item]:
    """The messages of `source`, in its order, what was skipped, and an account last.

    Each file that is read in an archive ends in its own account; the archive's own, with the sums of theirs, comes last.
    A file that no importer knows gives one account, `source: unread`, whose `variant` tells what it looks like. Raises
    BadInput when `source` cannot be opened or the zone in `asked` does not exist.
    """
    if (name := as_text(source.name)) != source.name:
        source = NamedSource(name, source)
    return _read(source, asked, 0)


def _read(source: Source, asked: Asked, depth: int) -> Iterator[Item]:
    if archive.is_zip(source):
        yield from _read_archive(source, asked, depth)
        return
    if account := without_words(source):
        yield account
        return
    for importer in IMPORTERS:
        if importer.recognises(source):
            yield from importer.read(source, asked)
            return
    yield unread(source, looks_like(source))


def without_words(source: Source) -> Account | None:
    """The account of a picture, sound or film, which no importer is asked about, whatever else its bytes spell; else None."""
    seen = looks_like(source)
    return unread(source, seen) if seen["looks_like"] in WORDLESS else None


def unread(source: Source, variant: dict[str, str | int | None], *findings: str) -> Account:
    """The account of a file that is kept and not read."""
    size = source.size
    return Account(
        source=UNREAD,
        file=source.name,
        bytes=size,
        messages=0,
        skipped=size,
        blank=0,
        variant=variant,
        findings=("not_read", *findings),
    )


def _read_archive(source: Source, asked: Asked, depth: int) -> Iterator[Item]:
    if depth >= archive.MAX_DEPTH:
        yield unread(source, {"looks_like": "zip"}, "archive_too_deep")
        return
    try:
        members = archive.members(source)
    except archive.Refused as refused:
        yield _refused(source, refused)
        return
    if document := _document(members):
        yield unread(source, {"looks_like": document})
        return
    whole = _Whole(source)
    for member in members:
        last = None
        for item in _read_member(member, asked, depth):
            if isinstance(item, Message):
                whole.media.update(item.media)
            elif isinstance(item, Account):
                last = item
                if item.source == UNREAD and "refused_because" not in item.variant:
                    continue  # pictures by the thousand: counted in the archive's account
            yield item
        if last:
            whole.add(member, last)
    yield whole.account()


def _read_member(member: archive.Member, asked: Asked, depth: int) -> Iterator[Item]:
    if member.fault or not member.whole():
        fault = member.fault or "archive_damaged"
        yield unread(member, {"looks_like": "encrypted" if fault == "encrypted" else "unknown"}, fault)
        return
    if archive.is_zip(member):
        held = archive.inner(member)
        if held is None:
            yield unread(member, {"looks_like": "zip"}, "archive_inner_too_large")
            return
        yield from _read(held, asked, depth + 1)
        return
    yield from _read(member, asked, depth)


def _refused(source: Source, refused: archive.Refused) -> Account:
    variant: dict[str, str | int | None] = {"looks_like": "zip", "refused_because": refused.code, "member": refused.member}
    return unread(source, variant, "archive_refused", refused.code)


def _document(members: list[archive.Member]) -> str | None:
    names = [member.info.filename for member in members]
    for start, kind in _DOCUMENTS:
        if any(name.startswith(start) for name in names):
            return kind
    return None


class _Whole:
    """The archive's own account: packed bytes of what was read, of what was not, and the frame around them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.read = self.unread = 0
        self.counts: Counter[str] = Counter()
        self.findings: dict[str, None] = {}
        self.missing: dict[str, None] = {}
        self.questions: dict[str, Question] = {}
        self.media: set[str] = set()
        self.files: set[str] = set()

    def add(self, member: archive.Member, account: Account) -> None:
        """`account` is the last word on `member`: if that is an archive itself, it has the sums of its files."""
        self.files.add(member.info.filename.rpartition("/")[2])
        if account.source == UNREAD:
            self.unread += member.packed
            self.counts["files_not_read"] += 1
        else:
            self.read += member.packed
            self.counts["files_read"] += account.source != ARCHIVE
        self.counts.update(account.counts)
        self.findings.update(dict.fromkeys(code for code in account.findings if code != "not_read"))
        self.missing.update(dict.fromkeys(account.missing))
        self.questions.update({question.code: question for question in account.questions})

    def account(self) -> Account:
        lost = len(self.media - self.files)
        if lost:
            self.counts["media_not_in_archive"] = lost
            self.missing["media_not_in_archive"] = None
        return Account(
            source=ARCHIVE,
            file=self.source.name,
            bytes=self.source.size,
            messages=self.read,
            skipped=self.unread,
            blank=self.source.size - self.read - self.unread,
            variant={"looks_like": "zip"},
            counts=dict(self.counts),
            findings=tuple(self.findings),
            missing=tuple(self.missing),
            questions=tuple(self.questions.values()),
        )
