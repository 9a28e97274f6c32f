"""What fills the tables of tokens, hits and heads, each with a planted word; no hub and no holder is asked."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha512
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from django.db import transaction

from longarm.casework.case_keys import open_for
from longarm.casework.exchange import epochs, heads, hits, letting_go, members, parties, permitted, tokens
from longarm.casework.exchange.figures import counting, hearing, telling
from longarm.exchange import token
from longarm.exchange.card import make_card
from longarm.exchange.figures.file import write_figures
from longarm.exchange.figures.published import FORMAT, Figure, Published
from longarm.exchange.holder.bodies import Key, Participant
from longarm.exchange.hub.bodies import Hit as Told
from longarm.exchange.hub.envelope import Contact
from longarm.exchange.log.head import sign_head
from longarm.exchange.oprf import group
from longarm.exchange.oprf.threshold import Commitments
from longarm.keys.party import Party
from longarm.store.models import Registered


def beyond_happens(basma: Any, case: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """`case` has to name an identifier of its suspect."""
    now = datetime.now(UTC)
    parties.make_own_card(basma, "mark-own-ibex", ("LY",), "", now)
    hub, cairo = Party.new(), Party.new()
    for party, role, name in ((hub, "hub", "mark-hub-okapi"), (cairo, "node", "mark-node-tapir")):
        card = make_card(party, role=role, organisation=name, states=(), address="", certificate="", made_at=now)  # type: ignore[arg-type]
        members.add(basma, card, party.fingerprint)
    key = Key("1-00000000", 0, Commitments((group.base(group.ONE),)), (Participant(1, hub.fingerprint),), b"", None)
    epochs._keep(key)
    monkeypatch.setattr(tokens, "outputs_now", lambda given: (key, tuple(sha512(one).digest() for one in given)))
    permitted.choose(basma, case, True, "mark-reason-vicuna")
    assert tokens.make(basma, case).made
    row = Registered.objects.filter(case_id=case).first()
    assert row is not None
    about = tokens.about_of(open_for(basma, case), row)
    mine = token.Token(about.token, about.envelope_key)
    envelope = token.seal(mine, cairo.fingerprint, msgspec.msgpack.encode(Contact(b"r" * 16, "mark-desk-alpaca", "phone")))
    with transaction.atomic():
        hits._keep(Told(b"1" * 16, about.token, cairo.fingerprint, envelope, now))
    assert [hit.contact and hit.contact.desk for hit in hits.hits_of(basma, case)] == ["mark-desk-alpaca"]
    heads.saw(members.hub(), sign_head(hub, 1, bytes(32), now))
    row.id, row.tag = uuid4(), bytes(32)  # of a number that this case no longer names
    row.token_sealed = letting_go.seal_token(bytes(32), b"mark-token-guanaco")
    row.save(force_insert=True)
    with transaction.atomic():
        assert letting_go.let_go(case, [row.id])
    figures_are_told_and_heard(basma, cairo)


def figures_are_told_and_heard(basma: Any, cairo: Party) -> None:
    """Of the last closed quarter, to and from a node that ours speaks with. They are counts: no word can be planted in them."""
    [quarter, *_] = counting.closed(datetime.now(UTC).date())
    assert telling.draw(basma, quarter, datetime.now(UTC).date()).published
    assert telling.tell(basma, quarter, datetime.now(UTC)) == 1
    theirs = Published(FORMAT, quarter, (), "3", 41, (Figure("LY", "preserve", "result", "silent", 44),))
    assert hearing.hear(None, write_figures(cairo.signing, theirs)).published == theirs
