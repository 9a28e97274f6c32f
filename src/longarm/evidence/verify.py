"""Verifies a bundle: every check, whatever the others found, each with its number in the report.

Nothing is written anywhere, nothing is fetched, and no word of the bundle is believed that a check did not confirm.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from longarm.evidence import bag_check, exhibit_check, record_check
from longarm.evidence.bundle import Bundle, open_bundle, open_zip
from longarm.evidence.certificates import Certificate
from longarm.evidence.found import found
from longarm.evidence.inspection import Inspection, Outcome, not_checked
from longarm.evidence.report import CHECKS, Check, Files, Reason, Report, title
from longarm.evidence.source import Source
from longarm.evidence.stamp_check import StampCheck

_LISTED: Final = 200


def verify(
    path: Path, *, roots: Sequence[Certificate] = (), node_key: str | None = None, checkpoint: bytes | None = None
) -> Report:
    """Check the bundle at `path`, folder or ZIP.

    `roots` are certificates of authorities that the caller vouches for, besides those pinned in this release; `node_key`
    is the fingerprint the sealer's key must have; `checkpoint` a `checkpoint.json` of an earlier bundle of the same
    record, whose head must be a line of this one. Raises BadInput when there is no bundle at `path`.
    """
    return _verified(open_bundle(path), path.name, roots, node_key, checkpoint)


def verify_source(source: Source, *, roots: Sequence[Certificate] = (), node_key: str | None = None) -> Report:
    """The same of a ZIP that lies somewhere else than in a file of its own."""
    return _verified(open_zip(source), source.name, roots, node_key, None)


def _verified(bundle: Bundle, name: str, roots: Sequence[Certificate], node_key: str | None, checkpoint: bytes | None) -> Report:
    try:
        seen = Inspection(bundle, roots, node_key, checkpoint, frozenset(bundle.names))
        stamps = StampCheck(seen)
        made = _checks(seen, stamps)
        return _report(name, seen, stamps, tuple(_check(number, check, made) for number, check in enumerate(CHECKS, 1)))
    finally:
        bundle.close()


def _checks(seen: Inspection, stamps: StampCheck) -> Mapping[str, Callable[[], Outcome]]:
    """Each check by its name. They run in the order of CHECKS: later ones use what earlier ones read."""
    if not seen.names:
        nothing = not_checked(found("verify-because-nothing-readable"))
        return {name: lambda: nothing for name in CHECKS} | {"container": lambda: bag_check.container(seen)}
    return {
        "container": lambda: bag_check.container(seen),
        "declaration": lambda: bag_check.declaration(seen),
        "no-fetch": lambda: bag_check.no_fetch(seen),
        "payload-list": lambda: bag_check.payload_list(seen),
        "payload-bytes": lambda: bag_check.payload_bytes(seen),
        "tag-list": lambda: bag_check.tag_list(seen),
        "tag-bytes": lambda: bag_check.tag_bytes(seen),
        "strangers": lambda: bag_check.strangers(seen),
        "label": lambda: bag_check.label(seen),
        "custody-chain": lambda: record_check.custody_chain(seen),
        "custody-signatures": lambda: record_check.custody_signatures(seen),
        "custody-end": lambda: record_check.custody_end(seen),
        "earlier-checkpoint": lambda: record_check.earlier_checkpoint(seen),
        "node-key": lambda: record_check.node_key(seen),
        "exhibits": lambda: exhibit_check.exhibits(seen),
        "case-uco": lambda: exhibit_check.case_graph(seen),
        "stamp-imprint": stamps.imprint,
        "stamp-signature": stamps.signature,
        "stamp-authority": stamps.authority,
        "stamp-hashes": stamps.hashes,
        "stamp-revocation": stamps.revocation,
    }


def _check(number: int, name: str, made: Mapping[str, Callable[[], Outcome]]) -> Check:
    result = made[name]()
    because = tuple(Reason.of(one.message, one.facts) for one in result.because[:_LISTED])
    return Check(
        number=number, name=name, state=result.state, text=title(name), because=because,
        more=max(0, len(result.because) - _LISTED),
    )  # fmt: skip


def _report(name: str, seen: Inspection, stamps: StampCheck, checks: tuple[Check, ...]) -> Report:
    sealed_at = seen.info.get("Longarm-Sealed-At")
    covered = len(seen.names) - len(seen.anchors) - len(seen.strangers)
    return Report(
        bundle=name, sound=all(check.state != "failed" for check in checks), sealed_at=sealed_at,
        node_key=record_check.sealing_key(seen), exhibits=len(seen.exhibits), custody_length=seen.custody.length,
        custody_head=seen.custody.heads[-1] if seen.custody.heads else None,
        stamped="yes" if stamps.names else "pending", stamps=stamps.shown(sealed_at),
        files=Files(
            covered=covered, anchors=len(seen.anchors), strangers=len(seen.strangers),
            stranger_names=tuple(seen.strangers[:_LISTED]),
        ),
        checks=checks,
    )  # fmt: skip
