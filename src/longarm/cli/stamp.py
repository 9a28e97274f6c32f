"""Adds a time-stamp (RFC 3161) to a bundle that is sealed already.

Only a hash goes to the authority; it learns an address and an hour. The stamp, the query and the certificates are kept
in the bundle's anchors/, and nothing else in it changes. Two independent authorities are better than one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from longarm.cli import for_terminal
from longarm.cli.given_path import given_path
from longarm.cli.language import spoken
from longarm.cli.terminal import one_line
from longarm.errors import BadInput, Unsound
from longarm.texts import LANGUAGES, say, wording

if TYPE_CHECKING:
    from longarm.evidence.certificates import Certificate
    from longarm.evidence.stamping import Beside, Kept

_MAX_LIST: Final = 1 << 20


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """A time-stamp that was obtained: from where, who signed it, what time it proves, and where it is kept."""

    tsa: str
    url: str
    at: str
    serial: str
    authority: str
    files: tuple[str, ...]
    marks: tuple[dict[str, str], ...] = ()


class StampAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What `longarm stamp --json` answers: the stamps added, and a sentence for each authority that gave none."""

    bundle: str
    stamps: tuple[Stamp, ...]
    notes: tuple[dict[str, str], ...]


ANSWER = StampAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bundle", type=given_path, metavar="BUNDLE", help="the bundle, folder or ZIP")
    parser.add_argument(
        "--tsa", action="append", required=True, metavar="URL", help="time-stamping authority; give two if you can"
    )
    parser.add_argument(
        "--tsa-root", type=given_path, metavar="PEM", help="root certificate the stamp must lead to; kept beside it"
    )
    parser.add_argument(
        "--crl", type=given_path, metavar="DER", help="the authority's revocation list of today, kept beside the stamp"
    )
    parser.add_argument("--ocsp", type=given_path, metavar="DER", help="an OCSP answer of today, kept beside the stamp")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def run(options: argparse.Namespace) -> int:
    kept = beside(options.tsa_root, options.crl, options.ocsp)
    stamps, missed = stamp_all(options.bundle, options.tsa, kept)
    if options.json:
        from longarm.cli.output import write_json

        write_json(StampAnswer(bundle=str(options.bundle), stamps=tuple(stamps), notes=tuple(missed)))
    else:
        _print(stamps)
    language = spoken()
    for note in missed:
        sys.stderr.write(f"longarm: {one_line(for_terminal(note[language], language))}\n")
    return 1 if missed else 0


def beside(root: Path | None, crl: Path | None = None, ocsp: Path | None = None) -> Beside:
    """What is to be kept beside the stamps: the roots in the PEM file `root`, and revocation data."""
    from longarm.evidence.stamping import Beside

    roots = read_roots(root) if root else ()
    return Beside(roots=roots, crl=_small(crl) if crl else None, ocsp=_small(ocsp) if ocsp else None)


def read_roots(path: Path) -> Sequence[Certificate]:
    """The certificates in the PEM file at `path`. Raises BadInput when there are none."""
    from longarm.evidence import certificates

    try:
        return certificates.parse_pem(_small(path))
    except ValueError:
        raise BadInput("stamp-bad-root", file=str(path)) from None


def stamp_all(bundle: Path, urls: Sequence[str], kept: Beside) -> tuple[list[Stamp], list[dict[str, str]]]:
    """Ask each authority for a stamp: those obtained, and a sentence for each that gave none.

    Raises BadInput when the bundle cannot be read or written, or a URL is none.
    """
    from longarm.evidence.authorities import authority_at
    from longarm.evidence.stamping import stamp_bundle
    from longarm.transport.tsa import Sender, check_url

    stamps: list[Stamp] = []
    missed: list[dict[str, str]] = []
    sender = Sender()
    for url in urls:
        check_url(url)
    for url in urls:
        known = authority_at(url)
        interval = float(known.interval) if known else 1.0
        try:
            stamps.append(
                _stamp(url, stamp_bundle(bundle, lambda query: sender.ask(url, query, interval=interval), url, kept))  # noqa: B023
            )
        except Unsound as fault:
            missed.append(_missed(url, fault))
    return stamps, missed


def _missed(url: str, fault: Unsound) -> dict[str, str]:
    return {language: say("seal-stamp-failed", language, tsa=url, why=fault.in_language(language)) for language in LANGUAGES}


def _stamp(url: str, kept: Kept) -> Stamp:
    from longarm.evidence.custody import utc

    token = kept.token
    marks = tuple(wording(mark.message, **mark.facts) for mark in kept.marks)
    return Stamp(
        tsa=kept.tsa,
        url=url,
        at=utc(token.at),
        serial=str(token.serial),
        authority=token.authority,
        files=kept.files,
        marks=marks,
    )


def _print(stamps: Sequence[Stamp]) -> None:
    language = spoken()
    for one in stamps:
        lines = [say("stamp-done", language, tsa=one.tsa, who=one.authority, at=one.at, serial=one.serial)]
        lines += [say("stamp-kept", language, file=file) for file in one.files]
        lines += [mark[language] for mark in one.marks]
        sys.stdout.write("".join(one_line(for_terminal(line, language)) + "\n" for line in lines))


def _small(path: Path) -> bytes:
    try:
        with path.open("rb") as reader:
            data = reader.read(_MAX_LIST + 1)
    except OSError:
        data = bytes(_MAX_LIST + 1)
    if len(data) > _MAX_LIST:
        raise BadInput("stamp-bad-file", file=str(path), limit=_MAX_LIST // 1024)
    return data
