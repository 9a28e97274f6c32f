"""What proves a case: its exhibits, bundles and custody record, as one look at the desk tells it."""

from __future__ import annotations

import msgspec

from longarm.casework.case_keys import OpenCase
from longarm.casework.proof import custody
from longarm.casework.proof.bundles import BundleView, bundles_of, packed_in
from longarm.casework.proof.exhibits import ExhibitView, exhibits_of
from longarm.evidence.custody import link
from longarm.store.models import Bundle


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """`sealed` of the exhibits stand in a bundle; `stamped_at` is the newest bundle's stamp; `custody_head` its last hash.

    `holds_gone`: how many exhibits lie in the newest bundle that belong to another case now.
    """

    exhibits: tuple[ExhibitView, ...]
    bundles: tuple[BundleView, ...]
    sealed: int
    holds_gone: int
    stamped_at: str | None
    custody_lines: int
    custody_head: str | None
    custody_unbroken: bool


def proof_of(opened: OpenCase) -> Proof:
    exhibits, bundles, lines = exhibits_of(opened), bundles_of(opened), custody.lines(opened)
    return Proof(
        exhibits=exhibits,
        bundles=bundles,
        sealed=sum(view.state == "sealed" for view in exhibits),
        holds_gone=_gone(opened),
        stamped_at=bundles[-1].about.stamped_at if bundles else None,
        custody_lines=len(lines),
        custody_head=link(lines[-1]) if lines else None,
        custody_unbroken=custody.unbroken(lines),
    )


def _gone(opened: OpenCase) -> int:
    newest = Bundle.objects.filter(case_id=opened.id).order_by("number").last()
    return packed_in(opened, newest).exclude(case_id=opened.id).count() if newest else 0
