"""Seals files and folders into a bundle that anybody can verify, with or without longarm.

BUNDLE is a new folder, or with --zip a new ZIP file. Without --tsa nothing is sent anywhere; the bundle is then sealed
and not yet time-stamped (`longarm stamp` does that later). Without --key the bundle gets a key of its own, forgotten
afterwards.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from longarm.cli import for_terminal
from longarm.cli.given_path import given_path
from longarm.cli.language import spoken
from longarm.cli.stamp import Stamp
from longarm.cli.terminal import one_line
from longarm.texts import say, wording

if TYPE_CHECKING:
    from longarm.evidence.derivation import Derive
    from longarm.evidence.seal import Sealed
    from longarm.keys.node import NodeKey


class SealedExhibit(msgspec.Struct, frozen=True, kw_only=True):
    """One exhibit as sealed. `read` are the formats it was read as, none where longarm knows none."""

    id: str
    name: str
    file: str
    size: int
    sha256: str
    sha512: str
    read: tuple[str, ...]
    messages: int


class SealAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What `longarm seal --json` answers. `notes` are sentences a person should read, in three languages."""

    bundle: str
    sealed_at: str
    exhibits: tuple[SealedExhibit, ...]
    payload_oxum: str
    custody_length: int
    custody_head: str
    node_key: str
    node_key_kept: Literal["file", "forgotten"]
    stamped: Literal["yes", "pending"]
    stamps: tuple[Stamp, ...]
    zip_sha256: str | None
    notes: tuple[dict[str, str], ...]


ANSWER = SealAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=given_path, metavar="PATH", help="a file, or a folder with everything below it")
    parser.add_argument("--out", type=given_path, required=True, metavar="BUNDLE", help="the bundle to make; must not exist yet")
    parser.add_argument("--case", type=given_path, metavar="FILE", help="the case it belongs to, kept inside as case.json")
    parser.add_argument("--tsa", action="append", default=[], metavar="URL", help="time-stamping authority; give two if you can")
    parser.add_argument(
        "--tsa-root", type=given_path, metavar="PEM", help="root certificate the stamp must lead to; kept beside it"
    )
    parser.add_argument("--key", type=given_path, metavar="FILE", help="Ed25519 key to sign with (PEM); made if there is none")
    parser.add_argument("--zip", action="store_true", help="make one uncompressed ZIP instead of a folder")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def run(options: argparse.Namespace) -> int:
    from longarm.case.file import read_case
    from longarm.cli.stamp import beside, stamp_all
    from longarm.evidence.received import walk
    from longarm.evidence.seal import Sealer, seal
    from longarm.evidence.target import FolderTarget, ZipFileTarget, remove_leftovers
    from longarm.transport.tsa import check_url

    notes: list[dict[str, str]] = []
    case = read_case(options.case) if options.case else None
    notes += [wording(warned.message, **warned.facts) for warned in (case.warnings if case else ())]
    for url in options.tsa:
        check_url(url)
    kept = beside(options.tsa_root)
    notes += [wording("seal-leftover", file=name) for name in remove_leftovers(options.out)]
    received, left_out = walk(options.paths)
    notes += [wording(f"seal-left-out-{one.why}", file=one.path) for one in left_out]
    key = _key(options.key, notes)
    target = ZipFileTarget(options.out) if options.zip else FolderTarget(options.out)
    sealer = Sealer(key=key, clock=lambda: datetime.now(UTC))
    sealed = seal(received, target, sealer, case=case.case if case else None, derive=_derive(), left_out=left_out)
    notes += [wording("seal-reader-broke", exhibit=exhibit) for exhibit in sealed.broken]
    stamps, missed = stamp_all(options.out, options.tsa, kept)
    notes += missed
    if not stamps:
        notes.append(wording("seal-not-stamped", at=sealed.sealed_at, bundle=str(options.out)))
    answer = _answer(options, sealed, tuple(stamps), notes)
    if options.json:
        from longarm.cli.output import write_json

        write_json(answer)
    else:
        _print(answer)
    return 0


def _key(path: Path | None, notes: list[dict[str, str]]) -> NodeKey:
    from longarm.keys import node

    if path is None:
        notes.append(wording("seal-key-ephemeral"))
        return node.create()
    key, made = node.load_or_create(path)
    if made:
        notes.append(wording("seal-key-made", file=str(path)))
    return key


def _derive() -> Derive:
    from longarm import __version__
    from longarm.evidence.derivation import Derive
    from longarm.evidence.read import read_source

    return Derive(read_source, "longarm read --json FILE", f"longarm {__version__}")


def _answer(options: argparse.Namespace, sealed: Sealed, stamps: tuple[Stamp, ...], notes: list[dict[str, str]]) -> SealAnswer:
    return SealAnswer(
        bundle=str(options.out), sealed_at=sealed.sealed_at,
        exhibits=tuple(
            SealedExhibit(
                id=one.id, name=one.name, file=one.file, size=one.size, sha256=one.sha256, sha512=one.sha512,
                read=one.read, messages=one.messages,
            )
            for one in sealed.exhibits
        ),
        payload_oxum=sealed.oxum, custody_length=sealed.custody_length, custody_head=sealed.custody_head,
        node_key=sealed.fingerprint, node_key_kept="file" if options.key else "forgotten",
        stamped="yes" if stamps else "pending", stamps=stamps,
        zip_sha256=_hash_of(options.out) if options.zip else None, notes=tuple(notes),
    )  # fmt: skip


def _hash_of(path: Path) -> str:
    """The ZIP as it is handed over: with its stamps, which were added after sealing."""
    from longarm.evidence.hashing import sha256_of

    with path.open("rb") as reader:
        return sha256_of(reader)[1]


def _print(answer: SealAnswer) -> None:
    language = spoken()

    def line(message: str, **facts: object) -> None:
        sys.stdout.write(one_line(for_terminal(say(message, language, **facts), language)) + "\n")

    line("seal-done", count=len(answer.exhibits), bundle=answer.bundle)
    for one in answer.exhibits:
        line("seal-exhibit", id=one.id, name=one.name, size=one.size, sha256=one.sha256)
    line("seal-key-is", fingerprint=_spoken(answer.node_key))
    line("seal-custody-is", length=answer.custody_length, head=answer.custody_head)
    for stamp in answer.stamps:
        line("seal-stamped", tsa=stamp.tsa, at=stamp.at)
    if answer.zip_sha256:
        line("seal-zip-is", sha256=answer.zip_sha256)
    for note in answer.notes:
        sys.stdout.write(one_line(for_terminal(note[language], language)) + "\n")


def _spoken(fingerprint: str) -> str:
    from longarm.keys.node import spoken

    return spoken(fingerprint)
