"""A report arrives: one transaction makes the case, its key for who is on intake, and the channel that its code leads back to.
Long: for that one transaction.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Final, NamedTuple
from uuid import UUID, uuid4

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from longarm.case.file import to_json
from longarm.casework.case_keys import OpenCase, give_key, give_recovery_key, open_with_key
from longarm.casework.channels import Kind, OpenChannel, for_holder, make_channel
from longarm.casework.day.brief import sealed_brief
from longarm.casework.exchange.child import hold_back_from_others
from longarm.casework.intake import consents, letters
from longarm.casework.intake.contact import put_wishes
from longarm.casework.intake.references import new_reference
from longarm.casework.intake.returns import begin_visit, open_code
from longarm.casework.matches.named import index_case
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict
from longarm.intake.danger import concerns_child, is_urgent
from longarm.intake.first_case import first_case
from longarm.intake.report import Report
from longarm.keys import case as case_keys
from longarm.keys.derive import keyed_hash, subkey
from longarm.keys.receipt import Receipt, code_from
from longarm.store.models import Case, CaseContent, Channel, Organisation, User

SAME_FORM: Final = timedelta(minutes=15)  # a form that is posted again after that does not show the code again
_KINDS: Final[dict[str, Kind]] = {"me": "complainant", "other": "supporter", "recipient": "recipient"}


class Submitted(NamedTuple):
    """`code` is shown once and stored nowhere; `token` opens the first visit (`returns.holder_of`)."""

    code: str
    token: str


def submit(report: Report, once: str = "") -> Submitted:
    """Takes a report in.

    `once`: a random text of 128 bits or more that the pages drew and signed: the same form posted twice (a double press, a
    slow line) makes one case and is answered with the same code, because the code is derived from it and from the node's
    secret. What was changed before the second press is added to the first report. Raises Conflict when nobody is there to read
    it (nothing is kept then), or when the form is an old one.
    """
    organisation = taker()
    if organisation is None or not _readers(organisation):
        raise Conflict("intake-nobody")
    seed = keyed_hash(subkey(node().secret, "receipt-seed"), "receipt-seed", once or secrets.token_hex(32))
    code = code_from(seed, report.code_form, report.language)
    receipt = open_code(code)
    try:
        with transaction.atomic():
            row = Channel.objects.filter(lookup=receipt.lookup).first()
            channel = _taken_in(report, organisation, receipt) if row is None else _again(report, row, receipt)
            return Submitted(code, begin_visit(channel, receipt.private))
    except IntegrityError:  # the same form, at the same moment
        with transaction.atomic():
            row = Channel.objects.get(lookup=receipt.lookup)
            return Submitted(code, begin_visit(_again(report, row, receipt), receipt.private))


def taker() -> Organisation | None:
    """Who takes reports here: the one that `LONGARM_INTAKE` names (its name or id), else the only real one, else the
    demonstration; None where there is none, or several and none is named.
    """
    named = str(getattr(settings, "LONGARM_INTAKE", "") or "")
    if named:
        return next((row for row in Organisation.objects.all() if named in (str(row.id), _name(row))), None)
    real = list(Organisation.objects.filter(demonstration=False)[:2])
    if len(real) > 1:
        return None
    return real[0] if real else Organisation.objects.filter(demonstration=True).first()


def takes_reports() -> bool:
    """Is there somebody who could read one?"""
    organisation = taker()
    return organisation is not None and bool(_readers(organisation))


def _name(organisation: Organisation) -> str:
    return node().open_name(organisation.id, organisation.name_sealed)


def _readers(organisation: Organisation) -> list[User]:
    able = (User.Role.COORDINATOR, User.Role.CASEWORKER)  # others hold no case key, whatever the tick says
    return list(User.objects.filter(organisation=organisation, active=True, on_intake=True, role__in=able))


def _taken_in(report: Report, organisation: Organisation, receipt: Receipt) -> UUID:
    case_id, now = uuid4(), timezone.now()
    child = concerns_child(report)
    row = Case(
        id=case_id,
        organisation=organisation,
        stage=Case.Stage.RECEIVED,
        urgent=is_urgent(report),
        child=child,
        asked_at=now,
        made_at=now,
    )
    opened = open_with_key(row, case_keys.new_key())
    told = first_case(report, new_reference(), now.date())
    row.brief_sealed = sealed_brief(opened, told, 1)
    row.save(force_insert=True)
    CaseContent.objects.create(case_id=case_id, version=1, file_sealed=opened.seal("case-file", to_json(told), 1), by=None)
    for reader in _readers(organisation):
        give_key(opened, reader)
    give_recovery_key(opened)
    channel = _channel(report, opened, receipt)
    index_case(opened, told)  # after the channel: it holds whether that was allowed
    record(
        None,
        "report-received",
        organisation=organisation.id,
        case=case_id,
        object=channel.id,
        urgent=str(row.urgent).lower(),
        child=report.child,
    )
    return channel.id


def _channel(report: Report, opened: OpenCase, receipt: Receipt) -> OpenChannel:
    channel = make_channel(opened, _KINDS[report.who], bytes(receipt.private.public_key), lookup=receipt.lookup)
    row = Channel.objects.get(id=channel.id)
    put_wishes(channel, row, report.wishes)
    told = letters.Body(
        text=report.words,
        notice="told",
        urgent=is_urgent(report),
        language=report.language,
        form_of_address=report.form_of_address,
    )
    letters.add(channel, told)
    for use in dict.fromkeys(report.consents):
        consents.note(channel, use, True, report.language)
    return channel


def _again(report: Report, row: Channel, receipt: Receipt) -> UUID:
    """The same form once more. Whatever it says beyond the first is added; nothing is taken away."""
    if row.state != Channel.State.OPEN or timezone.now() - row.made_at > SAME_FORM:
        raise Conflict("intake-sent-before")
    case = Case.objects.select_for_update().get(id=row.case_id)
    row.refresh_from_db()
    channel = for_holder(row, receipt.private)
    if report.words.strip() and report.words.strip() not in {view.body.text for view in letters.read(channel)}:
        letters.add(channel, letters.Body(text=report.words, urgent=is_urgent(report)))
    if concerns_child(report) and not case.child:
        hold_back_from_others(case.id)
    case.urgent, case.child = case.urgent or is_urgent(report), case.child or concerns_child(report)
    case.save(update_fields=["urgent", "child"])
    return row.id
