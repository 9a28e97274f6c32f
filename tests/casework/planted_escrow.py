"""What fills the tables of reports in escrow, each with a planted word; no hub and no holder is asked."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from hashlib import sha512
from typing import Any

import msgspec
import pytest
from django.db import transaction

from longarm.case.file import parse_case
from longarm.casework.case_keys import open_for
from longarm.casework.cases import read_case, save_case
from longarm.casework.exchange import epochs
from longarm.casework.exchange.escrow import letting_go, making, opening, showing
from longarm.casework.intake import holder, returns
from longarm.casework.intake import submit as intake
from longarm.casework.intake.returns import Holder
from longarm.exchange.escrow.report import put
from longarm.exchange.holder.bodies import Key, Participant
from longarm.exchange.hub.envelope import Contact
from longarm.exchange.oprf import group
from longarm.exchange.oprf.threshold import Commitments
from longarm.intake.report import Report
from longarm.keys.party import Party
from longarm.store.models import Escrowed


def escrow_happens(basma: Any, text: str, monkeypatch: pytest.MonkeyPatch) -> Holder:
    """The node uses a hub and has a key for tokens; `text`: a case that names its suspect. Returns who has the code."""
    secret, cairo = group.random_scalar(os.urandom), Party.new()
    key = Key("escrow-1-00000000", 0, Commitments((group.base(secret),)), (Participant(1, "0" * 64),), b"", None, "escrow")
    epochs._keep(key)
    tokens = epochs.current()
    monkeypatch.setattr(making, "outputs_now", lambda given: (tokens, tuple(sha512(one).digest() for one in given)))
    amal = returns.holder_of(intake.submit(Report(language="en", child="no", words="mark-closed-okapi")).token)
    save_case(basma, amal.case, parse_case(text, "case").case, read_case(basma, amal.case).version)
    holder.keep_closed(amal, 2)
    opened = open_for(basma, amal.case)
    assert making.make_opened(opened, basma.user).made
    row = Escrowed.objects.filter(case_id=amal.case).first()
    assert row is not None
    about = making.about_of(opened, row)
    inside = msgspec.msgpack.encode(Contact(b"r" * 16, "mark-desk-markhor", "phone"))
    report = put(
        cairo, about.output, inside, key.commitments.public, needed=2, complainant=bytes(32), tokens_epoch=about.tokens_epoch,
        expires_on=(datetime.now(UTC) + timedelta(days=9)).date(), escrow_epoch=key.epoch, random=os.urandom,
    )  # fmt: skip
    with transaction.atomic():
        told = opening.Told(report, group.mul(secret, report.lock.key))
        assert opening.keep(row, [told], datetime.now(UTC))
        letting_go.leave(bytes(32))
    kept = showing.kept_closed(basma, amal.case)
    assert kept is not None
    assert (kept.others, [one.contact and one.contact.desk for one in kept.opened]) == (2, ["mark-desk-markhor"])
    return amal
