"""What the people of a node do in a joint operation in the lab."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec


class OnBoards:
    _actor: Any

    def operate(self, name: str, about: str, invited: list[str]) -> str:
        """Begins a joint operation that this organisation leads."""
        from longarm.casework.exchange.operations.acting import open_one

        return str(open_one(self._actor, name, about, tuple(invited)))

    def does(self, operation: str, act: dict[str, Any], to: list[str] | None = None) -> None:
        """One entry, as the forms of the desk write it; `act` as it stands in a letter. It goes at the next delivery."""
        from longarm.casework.exchange.operations import acting
        from longarm.exchange.operation.entry import Act

        if act == {"act": "join"}:
            acting.join(self._actor, UUID(operation))
        else:
            acting.act(self._actor, UUID(operation), msgspec.convert(act, Act), tuple(to or ()), sure=True)

    def board(self, operation: str) -> dict[str, Any]:
        """What a person sees of it, once what waited for others has been given."""
        from django.utils import timezone

        from longarm.casework.exchange.operations import catching_up, showing

        catching_up.catch_up(self._actor, UUID(operation))
        view = showing.read_operation(self._actor, UUID(operation), timezone.localdate())
        return {
            "stands": view.line.stands, "lead": view.line.lead, "day_stands": view.day_stands, "day": view.day_id.hex(),
            "members": {one.name: one.standing for one in view.members},
            "pieces": [one.words for one in view.pieces], "withheld": sum(one.withheld for one in view.members),
            "tasks": {one.id: one.outcome for one in view.tasks},
            "results": {one.state: one.result.arrested for one in view.results},
        }  # fmt: skip
