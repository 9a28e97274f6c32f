"""What goes to the hub in one letter says nothing by its order, and tokens of past keys hold none of now back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from nodes import case_of

import people
from longarm.casework import cases
from longarm.casework.exchange import epochs, posting
from longarm.casework.exchange.letting_go import seal_token
from longarm.casework.exchange.tokens import ToSend
from longarm.exchange.holder.bodies import Key, Participant
from longarm.exchange.oprf.threshold import Commitments
from longarm.store.models import Registered

pytestmark = pytest.mark.django_db


def test_tokens_of_past_keys_do_not_stand_before_those_that_are_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    case = cases.open_case(people.everybody().basma, case_of("one")).id
    now = datetime.now(UTC)
    key = Key("2-00000000", 0, Commitments((bytes(32),)), (Participant(1, "0" * 64),), b"", None)
    monkeypatch.setattr(epochs, "current", lambda: key)
    monkeypatch.setattr(posting, "MOST_ENTRIES", 2)
    for place, epoch in enumerate(["1-00000000"] * 3 + ["2-00000000"]):
        tag = bytes([place]) * 32
        token = seal_token(tag, msgspec.msgpack.encode(ToSend(tag, b"envelope", epoch)))
        until = (now + timedelta(days=place)).date()
        Registered.objects.create(
            case_id=case, tag=tag, token_sealed=token, about_sealed=b"", public=bytes(32), posted_at=now, expires_on=until
        )
    assert [bytes(row.tag) for row in posting._due(now.date())] == [bytes([3]) * 32]


def test_the_tokens_of_a_case_do_not_stand_together_in_a_letter() -> None:
    some = {bytes([place]): ToSend(bytes([place]) * 32, b"", "") for place in range(100)}
    mixed = posting._mixed(some)
    assert mixed != list(some.values())
    assert sorted(one.token for one in mixed) == sorted(one.token for one in some.values())
