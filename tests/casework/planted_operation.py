"""What fills the tables of joint operations, each with a planted word: one that this node leads, and an entry that came."""

from __future__ import annotations

from typing import Any

import pytest

PIECE = b"p" * 16


def operation_happens(basma: Any, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    """A piece for one member; what that member says."""
    monkeypatch.syspath_prepend(folder)
    import board_members as others

    from longarm.casework.exchange.operations import acting
    from longarm.exchange.operation import entry as acts

    baghdad = others.Other(basma, "mark-member-okapi", "IQ")
    operation = acting.open_one(basma, "mark-name-jasmine", "mark-about-kudu", (baghdad.us,))
    others.deliver(baghdad)
    baghdad.does(operation, acts.Join(("IQ",)))
    put = acts.Put(PIECE, "finding", "mark-piece-oryx", "mark-inside-bongo")
    acting.act(basma, operation, put, (baghdad.us,), sure=True)
    baghdad.does(operation, acts.Say("mark-theirs-gnu"))
