"""A series leaves the node: sealed, handed out once, and kept nowhere. In each of its cases stands that it went, and what for.
Long: one act from the question to the sealed bundle.
"""

from __future__ import annotations

from typing import BinaryIO, Final, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, lock
from longarm.casework.day import approvals
from longarm.casework.matches.leaving import FEWEST, Leaving, leaving, may_leave, named_by, opened_in_order
from longarm.casework.matches.links import whole_series
from longarm.casework.matches.reading import Around
from longarm.casework.matches.series_pack import Packing, Wanted, pack
from longarm.casework.node import node, record
from longarm.casework.proof import custody
from longarm.casework.proof.bundles import Hashing
from longarm.casework.proof.exhibits import NEVER_OPENED
from longarm.casework.refusals import Conflict, NotAllowed
from longarm.errors import BadInput
from longarm.evidence.seal import Sealer, seal
from longarm.evidence.target import ZipTarget
from longarm.keys.derive import keyed_hash, subkey
from longarm.law.load import load
from longarm.store.models import CaseKey, Exhibit
from longarm.store.vault import Incoming, Kept, VaultSource, remove
from longarm.texts import Language, say

PURPOSE: Final = "prosecution"  # in custody records: a fixed word, since free ones could tell of another case
LONGEST_REASON: Final = 800
MOST_BYTES: Final = 1 << 30  # of exhibits: sealed while the person waits (docs/decisions/0023-a-series-is-sealed-at-once.md)


class Chosen(NamedTuple):
    """What the person saw and chose. `seen`: the cases that the page offered (`named_by` them); `asked`: the person answers for
    cases in which nobody outside can be asked."""

    seen: UUID | None
    language: Language
    exhibits: bool = False
    asked: bool = False


class Handed(NamedTuple):
    """`file` is open at its first byte, and has no name any more: closed, it is gone."""

    name: str
    size: int
    file: BinaryIO


def export_series(actor: Actor, case: UUID, chosen: Chosen) -> Handed:
    """The series that `case` is of, as far as it may leave, as one sealed bundle.

    Raises NotFound when the actor's keys open no such series, NotAllowed for who works no cases or where a second person is asked
    for, Conflict when other cases would go than were seen, BadInput where fewer than two may go, where nobody answers for having
    asked, and where the exhibits are more than can be sealed while a person waits.
    """
    found, plan = _plan(actor, case, chosen)
    thing = named_by(plan.ids, exhibits=chosen.exhibits)
    if standing(actor, plan, exhibits=chosen.exhibits) not in ("free", "agreed"):
        raise NotAllowed("casework-needs-two")
    wanted = Wanted(actor.organisation_name, load(), chosen.language, timezone.localdate(), chosen.exhibits)
    kept, digest = _seal(actor, pack(found, plan, wanted))
    name = f"series-{thing.hex[:8]}-{chosen.language}.zip"
    try:
        file = VaultSource(node().vault, kept, name).open()
    finally:  # before anything is written of it: what is open can still be read, and a crash leaves nothing
        remove(node().vault, kept.name)
    try:
        with transaction.atomic():
            _must_still_leave(actor, plan)
            for opened in opened_in_order(plan.cases):
                one = _agreement(thing, opened, exhibits=chosen.exhibits)
                approvals.use(actor, opened, "export", one)
                custody.note(opened, actor.user, "exported", "bundle", digest=f"sha256:{digest}", purpose=PURPOSE)
                record(
                    actor.user, "series-exported", organisation=actor.organisation, case=opened.id, object=one,
                    count=str(len(plan.cases)), stay=str(plan.stay), exhibits="yes" if chosen.exhibits else "no",
                )  # fmt: skip
    except BaseException:
        file.close()
        raise
    return Handed(name, kept.size, file)


def ask_for_series(actor: Actor, case: UUID, chosen: Chosen, reason: str) -> int:
    """Asks for a second person's agreement in every case that would go. Returns in how many.

    Raises as `export_series` does, and BadInput without a reason.
    """
    _, plan = _plan(actor, case, chosen)
    if not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise BadInput("casework-no-reason", longest=LONGEST_REASON)
    thing = named_by(plan.ids, exhibits=chosen.exhibits)
    words = say(
        "same-export-reason", chosen.language, count=len(plan.cases), exhibits="yes" if chosen.exhibits else "no",
        reason=reason.strip(),
    )  # fmt: skip
    with transaction.atomic():
        for opened in opened_in_order(plan.cases):
            approvals.ask(actor, opened.id, "export", words, _agreement(thing, opened, exhibits=chosen.exhibits))
    return len(plan.cases)


def standing(actor: Actor, plan: Leaving, *, exhibits: bool) -> str:
    """`free`: one person is enough; else how the question stands in the cases that go: `agreed` in all, `refused`, `waiting`
    or to be asked (`ask`, `expired`, `used`) in one."""
    if not approvals.needs_two(actor.organisation, "export"):
        return "free"
    thing = named_by(plan.ids, exhibits=exhibits)
    states = set()
    for known in plan.cases:
        wanted = (_agreement(thing, known.opened, exhibits=exhibits), actor.user)
        mine = (one for one in approvals.approvals_of(known.opened) if (one.object, one.asked_by) == wanted)
        states.add(next((one.state for one in mine), "ask"))
    if states == {"agreed"}:
        return "agreed"
    return next((word for word in ("refused", "ask", "expired", "used", "waiting") if word in states), "ask")


def _agreement(thing: UUID, opened: OpenCase, *, exhibits: bool) -> UUID:
    """What a second person agrees to in one case, and what the record calls it: this version of it and, where they go, these
    exhibits. Another in each case: no column tells which are of one series."""
    said = [str(thing), str(opened.id), str(opened.version)]
    if exhibits:
        rows = Exhibit.objects.filter(case_id=opened.id).exclude(state__in=NEVER_OPENED).order_by("number")
        said += map(str, rows.values_list("id", flat=True))
    return UUID(bytes=keyed_hash(subkey(node().secret, "series-agreed"), "export", " ".join(said))[:16])


def _plan(actor: Actor, case: UUID, chosen: Chosen) -> tuple[Around, Leaving]:
    actor.must_work_cases()
    found, whole = whole_series(actor, case)
    plan = leaving(found, whole, case)
    if len(plan.cases) < FEWEST:
        raise BadInput("same-export-too-few")
    if chosen.seen != named_by(plan.ids, exhibits=False):
        raise Conflict("same-export-changed")
    if plan.unasked and not chosen.asked:
        raise BadInput("same-export-not-asked")
    if chosen.exhibits and _size_of(plan) > MOST_BYTES:
        raise BadInput("same-export-too-large", gigabytes=MOST_BYTES >> 30)
    return found, plan


def _size_of(plan: Leaving) -> int:
    """Bytes of the exhibits that would go along."""
    rows = Exhibit.objects.filter(case_id__in=plan.ids).exclude(state__in=NEVER_OPENED)
    return rows.aggregate(sum=Sum("size"))["sum"] or 0


def _must_still_leave(actor: Actor, plan: Leaving) -> None:
    """Raises Conflict when a case, its consent, its child's mark or the actor's place in its team changed since."""
    by_id = {known.opened.id: known for known in plan.cases}
    for opened in opened_in_order(plan.cases):
        row = lock(opened)
        if row.version != opened.version or not may_leave(by_id[opened.id]):
            raise Conflict("same-export-changed")
    if CaseKey.objects.filter(user_id=actor.user, case_id__in=plan.ids).count() != len(plan.cases):
        raise Conflict("same-export-changed")


def _seal(actor: Actor, packing: Packing) -> tuple[Kept, str]:
    """Into the vault: encrypted while it is written. A record of its own, which begins here; and the ZIP's SHA-256."""
    sealer = Sealer(
        key=node().signing_key, clock=timezone.now, actor=f"user:{actor.user}", organisation=actor.organisation_name or None
    )
    file = Incoming(node().vault)
    hashed = Hashing(file)
    try:
        target = ZipTarget(hashed, "series")  # type: ignore[arg-type]  # a zip needs write, tell and flush only
        seal(packing.received, target, sealer, beside=packing.beside)
        return file.keep(), hashed.sha256.hexdigest()
    finally:
        file.discard()
