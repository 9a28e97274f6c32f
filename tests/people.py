"""The people of the tests. Amal was harmed; Basma is her caseworker; Karim works elsewhere; Dina audits; a stranger knocks."""

from __future__ import annotations

from typing import NamedTuple

from longarm.casework.actor import Actor, Role
from longarm.casework.people.organisations import add_user, found_organisation, set_up_organisation
from longarm.casework.people.passphrases import change_passphrase
from longarm.casework.people.visits import sign_in

PASSPHRASE = "قمر ليمون شباك رصيف"
HANDED_OUT = "a lamp beside the sea"
RESIST = "قاوم"


class People(NamedTuple):
    basma: Actor  # admin and caseworker of Resist
    rana: Actor  # caseworker of Resist, not of Amal's team
    dina: Actor  # auditor of Resist
    karim: Actor  # caseworker of another organisation
    recovery_key: str  # of Resist


def everybody() -> People:
    """Two organisations on one empty node, everybody signed in."""
    made = set_up_organisation(RESIST, "Basma", PASSPHRASE)
    basma = enter("Basma")
    found_organisation("Other initiative", "Karim", PASSPHRASE)
    return People(basma, join(basma, "Rana", "caseworker"), join(basma, "Dina", "auditor"), enter("Karim"), made.recovery_key)


def join(admin: Actor, name: str, role: Role) -> Actor:
    """A colleague comes in with the passphrase that was handed out, and chooses another before anything else."""
    add_user(admin, name, HANDED_OUT, role)
    change_passphrase(sign_in(name, HANDED_OUT).actor, HANDED_OUT, PASSPHRASE)
    return enter(name)


def enter(name: str) -> Actor:
    return sign_in(name, PASSPHRASE).actor


AMAL = """\
longarm: case/1
reference: EG-2026-0007
opened: 2026-01-04
language: ar
persons:
  - {id: complainant, roles: [complainant], alias: Amal, birth_year: 1996, nationality: [EG], locations: [{state: EG}]}
  - {id: suspect-1, roles: [suspect], locations: [{state: LY, certainty: inferred, because: [phone-1]}]}
identifiers:
  - {id: phone-1, type: phone, value: "+218910000017", used_by: suspect-1, platform: messenger}
events:
  - {id: e1, at: 2025-12-30, kind: threat_to_publish, by: suspect-1, to: complainant, via: messenger}
"""
