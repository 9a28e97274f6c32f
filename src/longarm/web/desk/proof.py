"""Proof: what was received, read, sealed and stamped, whether the custody record holds, and what is still missing."""

from __future__ import annotations

from typing import NamedTuple

from longarm.casework.day.desk import CaseView
from longarm.casework.proof.bundles import BundleView
from longarm.casework.proof.exhibits import NEVER_OPENED, ExhibitView

_CHIP = {"sealed": "open", "failed": "blocked", "received": "", "reading": "", "identified": "conditional", "withheld": "blocked"}


class ExhibitRow(NamedTuple):
    view: ExhibitView
    chip: str
    events: tuple[str, ...]


class ProofShown(NamedTuple):
    exhibits: tuple[ExhibitRow, ...]
    bundle: BundleView | None
    older: tuple[BundleView, ...]
    sealed: int
    total: int
    unsealed: bool  # something is to be sealed, or sealed anew without what went to another case
    holds_gone: int
    reading: bool
    custody_lines: int
    unbroken: bool
    missing: tuple[str, ...]  # ids of sentences


def proof(view: CaseView) -> ProofShown:
    shown, bundles = view.proof.exhibits, view.proof.bundles
    openable = [one for one in shown if one.state not in NEVER_OPENED]
    reading = any(one.state in ("received", "reading") for one in shown)
    return ProofShown(
        exhibits=tuple(ExhibitRow(one, _CHIP.get(one.state, ""), _shown_in(view, one)) for one in shown),
        bundle=bundles[-1] if bundles else None,
        older=bundles[:-1],
        sealed=view.proof.sealed,
        total=len(openable),
        unsealed=view.proof.sealed < len(openable) or (view.proof.holds_gone > 0 and bool(openable)),
        holds_gone=view.proof.holds_gone,
        reading=reading,
        custody_lines=view.proof.custody_lines,
        unbroken=view.proof.custody_unbroken,
        missing=tuple(_missing(view)),
    )


def _shown_in(view: CaseView, exhibit: ExhibitView) -> tuple[str, ...]:
    return tuple(event.id for event in view.case.events if exhibit.code in event.exhibits)


def _missing(view: CaseView) -> list[str]:
    """What an authority will ask for and nobody has given yet."""
    missing = []
    if not view.proof.exhibits:
        missing.append("desk-missing-exhibit")
    if not view.identifiers:
        missing.append("desk-missing-identifier")
    if not view.case.events:
        missing.append("desk-missing-event")
    if view.case.suspects and not any(person.locations for person in view.case.suspects):
        missing.append("desk-missing-place")
    if view.proof.bundles and not view.proof.stamped_at:
        missing.append("desk-missing-stamp")
    return missing
