"""How a power made in one state is made good for another: apostille where the 1961 Convention binds both, else legalisation."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import field

from longarm import strict_yaml, typed_yaml
from longarm.documents.content import Content, Text, items
from longarm.documents.matter import Matter
from longarm.documents.persons import residence
from longarm.law.dates import Checked, LawDate


class _Since(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    from_: LawDate = field(name="from")
    source: str
    checked: Checked


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    states: dict[str, _Since]


def apostille(one: str, other: str, day: date) -> bool:
    """Is the Convention known to be in force for both on that day? False also where nothing is known of one."""
    known = _table()
    return all(state in known and known[state].from_.on_or_before(day).value == "yes" for state in (one, other))


def power_form(matter: Matter) -> Content | None:
    """Before whom the power is made, and what makes it valid in the state of use."""
    if not matter.forum:
        return None
    state = matter.state(matter.forum)
    host = residence(matter)
    if host is None or host == matter.forum:
        return Text(matter.say("power-at-home", state=state, notary=_notary(matter)))
    facts = {"state": state, "host": matter.state(host)}
    road = "power-apostille" if apostille(host, matter.forum, matter.as_of) else "power-legalised"
    nationals = any(n.state == matter.forum for p in matter.case.complainants for n in p.nationalities)
    consul = nationals and "own_embassy" not in matter.case.risks
    return items([*([matter.say("power-consulate", **facts)] if consul else []), matter.say(road, **facts)])


def _notary(matter: Matter) -> str:
    """The notary as the state calls it."""
    known = matter.forum if matter.forum in ("EG", "IQ", "LY") else "other"
    return matter.say(f"notary-{known}")


@cache
def _table() -> dict[str, _Since]:
    source = files("longarm.documents") / "apostille.yaml"
    return typed_yaml.convert(strict_yaml.load(source.read_bytes(), "apostille.yaml"), _Table).states
