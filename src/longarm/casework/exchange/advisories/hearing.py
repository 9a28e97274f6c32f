"""Advisories of others, read from a file that somebody brought, and met with the cases a reader holds the keys of.

Met by the same keyed hashes as cases meet each other: an identifier of an advisory stands nowhere in the clear. What is met is a
hint to look, never a link: others' care is not ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final, Literal, NamedTuple
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.exchange.advisories.said import Said, open_said, seal_said
from longarm.casework.matches.named import named_in, tag_of
from longarm.casework.node import node, record
from longarm.casework.refusals import NotFound
from longarm.errors import BadInput
from longarm.exchange.feeds.advisory import Advisory
from longarm.exchange.feeds.misp import read_misp
from longarm.exchange.feeds.read_stix import read_stix
from longarm.exchange.feeds.sign import Sign
from longarm.keys.derive import keyed_hash, subkey
from longarm.store import models

Form = Literal["stix", "misp"]
MOST: Final = 20_000  # advisories of others that an organisation keeps
_READ: Final = {"stix": read_stix, "misp": read_misp}


class Taken(NamedTuple):
    """How many were new, how many later versions of known ones, how many revoked; `passed_over`: of which name how many."""

    new: int
    renewed: int
    gone: int
    passed_over: dict[str, int]


class HeardView(NamedTuple):
    id: UUID
    advisory: Advisory
    heard_at: datetime


class Met(NamedTuple):
    """An advisory of others that names what a case names. `identifiers`: ids in the case."""

    heard: HeardView
    identifiers: tuple[str, ...]


def hear(actor: Actor, data: bytes, form: Form) -> Taken:
    """Takes in a file. A revoked advisory takes the one before away. Raises BadInput when it is none, or there are too many."""
    actor.must_work_cases()
    read = _READ[form](data)
    if not read.advisories:
        raise BadInput("advisory-nothing-read", count=sum(read.passed_over.values()))
    new = renewed = gone = 0
    with transaction.atomic():
        rows = models.Heard.objects.select_for_update().filter(organisation_id=actor.organisation)
        known = {bytes(row.name_tag): row for row in rows}
        for advisory in read.advisories:
            tag = keyed_hash(subkey(node().secret, "advisory-name"), "name", str(advisory.id))
            before = known.get(tag)
            if before is not None and open_said(before).advisory.changed_at >= advisory.changed_at:
                continue
            if before is not None:
                before.delete()
            if advisory.revoked:
                gone += 1
                continue
            known[tag] = _keep(actor, advisory, tag)
            new, renewed = new + (before is None), renewed + (before is not None)
        if models.Heard.objects.filter(organisation_id=actor.organisation).count() > MOST:
            raise BadInput("advisory-too-many", limit=MOST)
        record(actor.user, "advisory-heard", organisation=actor.organisation, count=str(new + renewed))
    return Taken(new, renewed, gone, read.passed_over)


def heard(actor: Actor) -> tuple[HeardView, ...]:
    """The newest two hundred."""
    actor.must_work_cases()
    rows = models.Heard.objects.filter(organisation_id=actor.organisation).order_by("-heard_at", "id")[:200]
    return tuple(_view(row) for row in rows)


def forget(actor: Actor, heard_id: UUID) -> None:
    """Takes one away. Raises NotFound when it is none of the organisation's."""
    actor.must_work_cases()
    with transaction.atomic():
        row = models.Heard.objects.filter(id=heard_id, organisation_id=actor.organisation).first()
        if row is None:
            raise NotFound("advisory-none")
        row.delete()
        record(actor.user, "advisory-forgotten", organisation=actor.organisation, object=heard_id)


def met_in(actor: Actor, case: UUID) -> tuple[Met, ...]:
    """What others told that names what this case names of the other side; newest first. Raises NotFound as `open_for` does."""
    opened = open_for(actor, case)
    mentions: dict[bytes, tuple[str, ...]] = {}
    for view in named_in(opened):
        of = tuple(one.identifier for one in view.mentions if not set(one.roles) & {"complainant", "recipient", "reporter"})
        if of:
            mentions[view.tag] = of
    found: dict[UUID, list[str]] = {}
    for tag in models.HeardTag.objects.filter(tag__in=mentions, heard__organisation_id=opened.organisation):
        found.setdefault(tag.heard_id, []).extend(mentions[bytes(tag.tag)])
    rows = models.Heard.objects.filter(id__in=found).order_by("-heard_at", "id")
    views = ((row, _view(row)) for row in rows)
    return tuple(Met(view, tuple(dict.fromkeys(found[row.id]))) for row, view in views if _stands(view.advisory))


def _stands(advisory: Advisory) -> bool:
    return advisory.until is None or advisory.until > timezone.now()


def _keep(actor: Actor, advisory: Advisory, tag: bytes) -> models.Heard:
    row = models.Heard(id=uuid4(), organisation_id=actor.organisation, name_tag=tag, heard_by_id=actor.user)
    row.said_sealed = seal_said(row, Said(advisory))
    row.save(force_insert=True)
    models.HeardTag.objects.bulk_create(models.HeardTag(heard=row, tag=one) for one in _tags(advisory.signs))
    return row


def _tags(signs: Iterable[Sign]) -> list[bytes]:
    """Pictures have none: near ones are met in memory alone (docs/matching.md), and a list of hashes is for platforms."""
    return list(dict.fromkeys(tag_of(one.kind, one.value) for one in signs if one.kind != "picture"))


def _view(row: models.Heard) -> HeardView:
    return HeardView(row.id, open_said(row).advisory, row.heard_at)
