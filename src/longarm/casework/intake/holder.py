"""What a complainant, a supporter, a recipient sees and does in their own channel; nothing else of the case is in reach.
Long: all that a code opens, to be read in one look.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple, get_args

from django.db import transaction
from django.utils import timezone

from longarm.casework.channels import OpenChannel
from longarm.casework.day.clock import answer_by
from longarm.casework.exchange.escrow.letting_go import let_go as let_escrow_go
from longarm.casework.exchange.escrow.letting_go import take_back as take_back_report
from longarm.casework.exchange.escrow.offered import offered as escrow_offered
from longarm.casework.exchange.letting_go import let_go
from longarm.casework.exchange.requests.recalling import hold_back
from longarm.casework.intake import consents, letters
from longarm.casework.intake.contact import put_wishes, wishes_of
from longarm.casework.intake.given import UploadView, uploads_of
from longarm.casework.intake.returns import Holder, locked
from longarm.casework.intake.statuses import Status, status_of
from longarm.casework.intake.taking_back import taken_back
from longarm.casework.intake.waits import begin_wait, waits_since
from longarm.casework.matches.named import forget_case
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict
from longarm.casework.rules import rules_of
from longarm.errors import BadInput
from longarm.intake.consent import OTHERS, Use
from longarm.intake.wishes import Wishes, filled_up
from longarm.store.models import Case, Channel, Letter, Organisation, Upload
from longarm.store.vault import remove
from longarm.texts import Language

MOST_UNREAD: Final = 50  # letters that the team has not read yet: beyond, somebody floods
MORE_IN_DANGER: Final = 10  # that are taken all the same: whoever has the code could have filled the fifty


class HolderPage(NamedTuple):
    """`answer_by`: only where the organisation has set staffed hours, and this holder waits for an answer. `escrow`: may a report
    be kept closed until others named the same? `waits_for`: how many others, 0 for no such report. `child`: may one be
    concerned? Then what goes to other organisations is decided with the team, and no report waits. `again`: what
    was allowed before the node was restored from a backup, and counts again once it is said once more.
    """

    kind: str
    status: Status | None
    letters: tuple[letters.LetterView, ...]
    uploads: tuple[UploadView, ...]
    consents: tuple[consents.ConsentView, ...]
    wishes: Wishes
    withdrawn: bool
    takes_files: bool
    answer_by: datetime | None
    escrow: bool
    child: bool
    waits_for: int
    again: frozenset[Use]


class Remains(NamedTuple):
    """What is still stored after a withdrawal. Nothing is destroyed by it: a code can be forced out of somebody, and then it
    would be the blackmailer who deletes. `held`: the law asks that it is kept.
    """

    letters: int
    files: int
    held: bool


def page(holder: Holder) -> HolderPage:
    """Everything of the channel; letters of the team count as read."""
    with transaction.atomic():  # to the end: the team may give the channel a new key at any moment
        case, row, channel = locked(holder)
        Letter.objects.filter(channel=row, by__isnull=False, read_at=None).update(read_at=timezone.now())
        organisation = Organisation.objects.get(id=case.organisation_id)
        withdrawn, since = row.state == Channel.State.WITHDRAWN, waits_since(row, case)
        return HolderPage(
            kind=row.kind,
            status=status_of(channel, row),
            letters=letters.read(channel),
            uploads=uploads_of(channel),
            consents=consents.standing(channel),
            wishes=wishes_of(channel, row),
            withdrawn=withdrawn,
            takes_files=not (withdrawn or case.child),
            answer_by=answer_by(since, rules_of(organisation)) if since and not withdrawn else None,
            escrow=row.kind == Channel.Kind.COMPLAINANT and not withdrawn and not case.child and escrow_offered(),
            child=case.child,
            waits_for=consents.waits_for(channel),
            again=frozenset(use for use in get_args(Use) if consents.held_since_restore(channel, use)),
        )


def write(holder: Holder, text: str, urgent: bool = False) -> None:
    """A letter to the team. `urgent`: the holder says that there is danger now.

    Raises BadInput when it is empty and not urgent, too long, or too many wait unread, Conflict after a withdrawal.
    """
    with transaction.atomic():
        case, row, channel = _open(holder)
        _must_be_read_first(row, MORE_IN_DANGER if urgent else 0)
        begin_wait(case, urgent=urgent)
        letters.add(channel, letters.Body(text=text, urgent=urgent))
        record(None, "holder-wrote", organisation=case.organisation_id, case=case.id, object=row.id, urgent=str(urgent).lower())


def allow(holder: Holder, use: Use, language: Language = "ar") -> None:
    """Allows one use; `language` is the one its wording was shown in. Raises Conflict after a withdrawal."""
    _answer(holder, use, True, language)


def take_back(holder: Holder, use: Use, language: Language = "ar") -> None:
    """Takes one use back: from now on. What went out before cannot be called back. The team is told."""
    _answer(holder, use, False, language)


def keep_closed(holder: Holder, others: int, language: Language = "ar") -> None:
    """A report that opens when `others` others named the same person; 0 takes it back, which is always possible.

    What lies at the hub is let go at once; with another number it is made anew when the team works on the case, and what opened
    before stays with the team. Raises BadInput for a number that is not offered or who is no complainant, Conflict after a
    withdrawal.
    """
    with transaction.atomic():
        case, row, channel = _open(holder)
        stands = consents.waits_for(channel)
        if others == stands and not consents.held_since_restore(channel, "escrow"):
            return
        if others:
            if others not in OTHERS or row.kind != Channel.Kind.COMPLAINANT or case.child or not escrow_offered():
                raise BadInput("holder-escrow")
            _must_be_read_first(row)
            consents.note(channel, "escrow", True, language, others)
            letters.add(channel, letters.Body(notice="allowed", use="escrow", others=others))
            take_back_report(case.id)
        else:
            taken_back(channel, "escrow", language)
            begin_wait(case)
        did = "allowed" if others else "took-back"
        record(None, did, organisation=case.organisation_id, case=case.id, object=row.id)


def wish(holder: Holder, wishes: Wishes) -> None:
    """How, when and whether to be contacted. The page shows no number and no word again, so what is left empty stays as it was;
    *never* takes both away. Raises Conflict after a withdrawal."""
    with transaction.atomic():
        case, row, channel = _open(holder)
        was = wishes_of(channel, row)
        wishes = filled_up(wishes, was)
        if wishes == was:
            return
        _must_be_read_first(row)
        put_wishes(channel, row, wishes)
        letters.add(channel, letters.Body(notice="wishes"))
        record(None, "wishes-changed", organisation=case.organisation_id, case=case.id, object=row.id)


def withdraw(holder: Holder, language: Language = "ar") -> Remains:
    """Everything this person gave stops being used: every consent is taken back, nobody contacts them any more, the team is
    told. Twice is once.
    """
    unsent: tuple[str, ...] = ()
    with transaction.atomic():
        case, row, channel = locked(holder)
        if row.state == Channel.State.OPEN:
            for answer in consents.standing(channel):
                if answer.allowed:
                    consents.note(channel, answer.use, False, language, answer.others)
            put_wishes(channel, row, Wishes())
            let_go(case.id)
            let_escrow_go(case.id)
            letters.add(channel, letters.Body(notice="withdrew"))
            row.state = Channel.State.WITHDRAWN
            row.save(update_fields=["state"])
            begin_wait(case)
            forget_case(case.id)
            unsent = hold_back(case.id)
            record(None, "withdrew", organisation=case.organisation_id, case=case.id, object=row.id)
        given = Upload.objects.filter(channel=row).exclude(state=Upload.State.ARRIVING)
        remains = Remains(Letter.objects.filter(channel=row, by=None).count(), given.count(), case.held)
    for name in unsent:
        remove(node().vault, name)
    return remains


def _answer(holder: Holder, use: Use, allowed: bool, language: Language) -> None:
    unsent: tuple[str, ...] = ()
    with transaction.atomic():
        case, row, channel = _open(holder)
        stands = next((answer.allowed for answer in consents.standing(channel) if answer.use == use), False)
        if stands == allowed and not consents.held_since_restore(channel, use):
            return
        if allowed:  # to take back is always possible
            _must_be_read_first(row)
            consents.note(channel, use, True, language)
            letters.add(channel, letters.Body(notice="allowed", use=use))
        else:
            unsent = taken_back(channel, use, language)
            begin_wait(case)
        record(None, "allowed" if allowed else "took-back", organisation=case.organisation_id, case=case.id, object=row.id)
    for name in unsent:
        remove(node().vault, name)


def _open(holder: Holder) -> tuple[Case, Channel, OpenChannel]:
    case, row, channel = locked(holder)
    if row.state == Channel.State.WITHDRAWN:
        raise Conflict("holder-withdrawn")
    return case, row, channel


def _must_be_read_first(row: Channel, more: int = 0) -> None:
    if Letter.objects.filter(channel=row, by=None, read_at=None).count() >= MOST_UNREAD + more:
        raise BadInput("holder-too-many")
