"""Who reads what other organisations begin: those on intake of the organisation that takes reports here."""

from __future__ import annotations

from longarm.casework.intake.submit import taker
from longarm.exchange.refused import Refused
from longarm.store.models import Organisation, User


def on_intake() -> tuple[Organisation, list[User]]:
    """Raises Refused when nobody here could read it: the letter comes again."""
    organisation = taker()
    readers = readers_in(organisation) if organisation else []
    if organisation is None or not readers:
        raise Refused("busy")
    return organisation, readers


def readers_in(organisation: Organisation) -> list[User]:
    able = (User.Role.COORDINATOR, User.Role.CASEWORKER)
    return list(User.objects.filter(organisation=organisation, active=True, on_intake=True, role__in=able))
