"""Stamps a bundle that is sealed already: asks one authority through a function it is given, and keeps all it answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from longarm.errors import BadInput, Unsound
from longarm.evidence import anchors, certificates, stamp
from longarm.evidence.anchors import IMPRINT
from longarm.evidence.authorities import pinned_roots
from longarm.evidence.bundle import UNREADABLE, open_bundle, read_small
from longarm.evidence.certificates import Certificate
from longarm.evidence.found import Found
from longarm.evidence.stamp_token import Token, parse

MAX_MANIFEST: Final = 64 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a stamp left in `anchors/`. `files` are the names added, the stamp's own last."""

    tsa: str
    token: Token
    files: tuple[str, ...]
    marks: tuple[Found, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is to be kept beside a stamp: certificates (roots among them), revocation lists of the day (DER)."""

    chain: Sequence[Certificate] = ()
    roots: Sequence[Certificate] = ()
    crl: bytes | None = None
    ocsp: bytes | None = None


def stamp_bundle(bundle: Path, ask: Callable[[bytes], bytes], url: str, beside: Beside) -> Kept:
    """Stamp the bundle (folder or ZIP). `ask` sends a query (DER) to the authority at `url` and returns its answer.

    Raises BadInput when it is no bundle or cannot be written, Unsound when the answer is no good stamp over it: not of
    this bundle, badly signed, resting on SHA-1, or, where roots are given, of another authority.
    """
    imprint, names = _imprint(bundle)
    query = stamp.request(imprint)
    answer = ask(query)
    token = parse(answer, [*beside.chain, *beside.roots])
    if isinstance(token, Found):
        raise Unsound(token.message, **token.facts)
    pool = [*token.certificates, *beside.chain, *beside.roots]
    path = certificates.path(token.signer, pool) if token.signer else ()
    refused, marks = stamp.weaknesses(token, path)
    wrong = [*stamp.mismatches(token, imprint, query), *stamp.signature_faults(token), *refused]
    if not wrong and beside.roots:
        roots = [*beside.roots, *(one for one in pool if certificates.fingerprint(one) in pinned_roots())]
        wrong = stamp.authority_faults(token, beside.chain, roots)
    if wrong:
        raise Unsound(wrong[0].message, **wrong[0].facts)
    tsa = anchors.short_name(url, names)
    files = {anchors.companion_path(tsa, "chain.pem"): certificates.to_pem(path or pool)}
    if beside.crl:
        files[anchors.companion_path(tsa, "crl.der")] = beside.crl
    if beside.ocsp:
        files[anchors.companion_path(tsa, "ocsp.der")] = beside.ocsp
    files[anchors.query_path(tsa)] = query
    files[anchors.stamp_path(tsa)] = answer  # as it came, byte for byte
    anchors.add_to(bundle, files)
    return Kept(tsa=tsa, token=token, files=tuple(files), marks=tuple(marks))


def _imprint(bundle: Path) -> tuple[bytes, frozenset[str]]:
    opened = open_bundle(bundle)
    try:
        return read_small(opened, IMPRINT, MAX_MANIFEST), frozenset(opened.names)
    except (KeyError, *UNREADABLE) as fault:
        raise BadInput("stamp-no-imprint", file=str(bundle), name=IMPRINT) from fault
    finally:
        opened.close()
