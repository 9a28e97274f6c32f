"""The line of the inbox: what a caseworker must know of a case before opening it, written beside every version of its file.

A list of very many cases decrypts these lines, never whole files.
"""

from __future__ import annotations

from contextlib import suppress

import msgspec

from longarm.case.model import Case, Location, Person
from longarm.casework.case_keys import OpenCase
from longarm.errors import Unsound
from longarm.store import models
from longarm.store.models import CaseContent

_MOST = 4


class Brief(msgspec.Struct, frozen=True, omit_defaults=True):
    """`called`: alias of the person harmed, else the reference; never a legal name. The others are codes of the case file:
    `risks`, states of the person harmed (`harmed`) and of the suspect, kinds of events (`what`) and what is wanted.
    """

    called: str
    reference: str
    opened: str = ""
    risks: tuple[str, ...] = ()
    harmed: str = ""
    suspect: str = ""
    what: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()


# What tells most about a case comes first; the rest stays in the file.
_TELLING = (
    "child_sexual_demand", "grooming", "threat_of_violence", "intimate_image_published", "threat_to_publish", "demand",
    "publication", "defamation", "fabricated_material", "impersonation_of_official", "impersonation_of_complainant",
    "intimate_image_obtained", "unlawful_access", "fraud", "payment", "instigation", "harassment", "report_refused",
)  # fmt: skip


def brief_of(case: Case) -> Brief:
    kinds = {event.kind for event in case.events}
    return Brief(
        called=next((person.called() for person in case.complainants if person.alias), case.reference),
        reference=case.reference,
        opened=str(case.opened),
        risks=case.risks,
        harmed=_state(case.complainants),
        suspect=_state(case.with_role("suspect") or case.suspects),
        what=tuple(kind for kind in _TELLING if kind in kinds)[:_MOST],
        wants=tuple(dict.fromkeys(event.wants for event in case.events if event.wants))[:_MOST],
    )


def sealed_brief(opened: OpenCase, case: Case, version: int) -> bytes:
    """For `Case.brief_sealed`, written in the transaction that writes this version of the file."""
    return opened.seal("brief", msgspec.json.encode(brief_of(case)), version)


def open_brief(opened: OpenCase, row: models.Case) -> Brief:
    """The line of a case; one that has none yet (an older node, a case that came in another way) is given it now."""
    if row.brief_sealed:
        with suppress(Unsound):  # of an older version, or altered: the file itself, which is checked as well, says it again
            return msgspec.json.decode(opened.open("brief", row.brief_sealed, row.version), type=Brief)
    from longarm.casework.cases import file_of

    content = CaseContent.objects.get(case_id=row.id, version=row.version)
    case = file_of(opened, content)
    models.Case.objects.filter(id=row.id, version=row.version, key_number=opened.key_number).update(
        brief_sealed=sealed_brief(opened, case, row.version)
    )
    return brief_of(case)


def _state(persons: tuple[Person, ...]) -> str:
    """The last place of the first person, empty where none is known."""
    places: tuple[Location, ...] = persons[0].locations if persons else ()
    return places[-1].state if places and places[-1].state != "unknown" else ""
