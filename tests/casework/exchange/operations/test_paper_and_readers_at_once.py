"""Somebody writes on a board whose copy for a new recovery paper is missing, while a colleague lets somebody else out of it."""

from __future__ import annotations

from contextlib import suppress
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction

from longarm.casework.exchange.operations import kept, team
from longarm.casework.people.new_paper import Witness, new_paper
from longarm.store.models import OperationKey, Organisation, User
from people import PASSPHRASE, everybody

pytestmark = pytest.mark.django_db(transaction=True)
OPERATION = UUID("6f1d7a52-0000-4000-8000-000000000002")


def test_neither_waits_for_the_other_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    people = everybody()
    readers = list(User.objects.filter(id__in=[people.basma.user, people.rana.user]).order_by("id"))
    with transaction.atomic():
        kept.begin(OPERATION, Organisation.objects.get(id=people.basma.organisation), readers, None)
    new_paper(people.basma, "", Witness(people.rana.user, PASSPHRASE))
    assert OperationKey.objects.filter(user=None, sealed=b"").count() == 1
    both = Barrier(2)

    def then_wait(act: Any) -> Any:
        def done(*given: Any) -> Any:
            """Each holds the first thing that it needs before either goes on, where that can be."""
            found = act(*given)
            with suppress(BrokenBarrierError):
                both.wait(1)
            return found

        return done

    monkeypatch.setattr(kept, "open_operation", then_wait(kept.open_operation))
    monkeypatch.setattr(team, "recovery_public", then_wait(team.recovery_public))

    def writes() -> None:
        with transaction.atomic():
            kept.locked(people.basma, OPERATION)

    ends: list[Exception | None] = [None, None]

    def run(number: int, act: Any) -> None:
        try:
            act()
        except Exception as fault:
            ends[number] = fault
        finally:
            connection.close()

    threads = [
        Thread(target=run, args=(0, writes)),
        Thread(target=run, args=(1, lambda: team.let_out(people.basma, OPERATION, people.rana.user))),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert ends == [None, None]
    assert not OperationKey.objects.filter(user_id=people.rana.user).exists()
    assert not OperationKey.objects.filter(user=None, sealed=b"").exists()
