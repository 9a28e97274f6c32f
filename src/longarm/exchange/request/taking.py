"""Whether the first letter of a request may be taken in at all. What a person decides comes later."""

from __future__ import annotations

from longarm.case.file import parse_case
from longarm.case.model import Case
from longarm.errors import BadInput
from longarm.exchange.refused import Refused
from longarm.exchange.request.bodies import Ask
from longarm.exchange.request.rules import asks, row_of


def case_of(ask: Ask) -> Case:
    """The case that came along. Raises Refused when the organisation may not ask this by what it says it is, when the ground
    does not carry it, and when the case is none."""
    if ask.measure not in asks(ask.kind):
        raise Refused("not-allowed")
    if ask.basis.action not in row_of(ask.measure).actions or not ask.basis.purpose:
        raise Refused("not-allowed")
    try:
        return parse_case(ask.case, "request").case
    except BadInput:
        raise Refused("bad-body") from None
