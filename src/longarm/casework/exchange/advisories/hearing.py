"""Advisories of others, read from a file that somebody brought, and met with the cases a reader holds the keys of.
Long: the whole way from a file to the case that it meets.

Met by the same keyed hashes as cases meet each other: an identifier of an advisory stands nowhere in the clear; pictures in
memory (`pictures`). What is met is a hint to look, never a link: others' care is not ours.

Who told it is what the file says. So a later version, or a revocation, counts for what the same teller told only: else whoever
knows the id of an advisory takes it away by a file of his own. And only where a person says that the file came the way the ones
before came, for anybody can write the teller's name too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.exchange.advisories.given import Form, read_given
from longarm.casework.exchange.advisories.pictures import HASH_BYTES, Near, hashes_of, holds_pictures, near_in
from longarm.casework.exchange.advisories.said import Said, open_said, seal_said
from longarm.casework.matches.named import named_in, tag_of
from longarm.casework.node import node, record
from longarm.casework.refusals import NotFound
from longarm.errors import BadInput
from longarm.exchange.feeds.advisory import Advisory
from longarm.keys.derive import keyed_hash, subkey
from longarm.law.load import load
from longarm.matching.official import official_numbers
from longarm.store import models

MOST: Final = 20_000  # advisories of others that an organisation keeps
MOST_LISTS: Final = 10


class Taken(NamedTuple):
    """How many were new, how many later versions of known ones, how many revoked; `passed_over`: of which name how many."""

    new: int
    renewed: int
    gone: int
    passed_over: dict[str, int]


class HeardView(NamedTuple):
    """`pictures`: how many hashes of a list it holds."""

    id: UUID
    advisory: Advisory
    heard_at: datetime
    pictures: int


class Met(NamedTuple):
    """An advisory of others that names what a case names. `identifiers`: ids in the case; `pictures`: of its exhibits."""

    heard: HeardView
    identifiers: tuple[str, ...]
    pictures: tuple[Near, ...] = ()


def hear(actor: Actor, data: bytes, form: Form, source: str = "", *, same_way: bool = False) -> Taken:
    """Takes in a file. A revoked advisory takes the one before away; so does a list of hashes the one before of its `source`.

    `same_way`: a person says that it came the way the earlier ones of its teller came. Raises BadInput when the file is none, a
    list has no source, there are too many, or, without `same_way`, it would renew or revoke something; then nothing is kept.
    """
    actor.must_work_cases()
    now = timezone.now()
    said, passed_over = read_given(data, form, source, now)
    if not said:
        raise BadInput("advisory-nothing-read", count=sum(passed_over.values()))
    new = renewed = gone = 0
    named = ""
    with transaction.atomic():
        rows = models.Heard.objects.select_for_update().filter(organisation_id=actor.organisation)
        known = {bytes(row.name_tag): row for row in rows}
        if len(known) + len(said) > MOST:
            raise BadInput("advisory-too-many", limit=MOST)
        official = official_numbers(load())
        for one in said:
            advisory, tag = one.advisory, _name_tag(one.advisory)
            before = known.get(tag)
            if before is not None and open_said(before).advisory.changed_at >= advisory.changed_at:
                continue
            if before is not None:
                named = named or advisory.organisation
                before.delete()
            if advisory.revoked:
                gone += before is not None
                known.pop(tag, None)
                continue
            known[tag] = _keep(actor, one, tag, official)
            new, renewed = new + (before is None), renewed + (before is not None)
        if renewed + gone and form != "hashes" and not same_way:  # of a list the person says whose it is
            raise BadInput("advisory-takes-place", renewed=renewed, gone=gone, by=named)
        lists = models.HeardTag.objects.filter(heard__organisation_id=actor.organisation, tag=_is_a_list())
        if form == "hashes" and lists.count() > MOST_LISTS:
            raise BadInput("advisory-too-many", limit=MOST_LISTS)
        record(actor.user, "advisory-heard", organisation=actor.organisation, count=str(new + renewed))
    return Taken(new, renewed, gone, passed_over)


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
    near = near_in(opened, _with_pictures(opened.organisation))
    rows = models.Heard.objects.filter(id__in={*found, *near}).order_by("-heard_at", "id")
    views = ((row, _view(row)) for row in rows)
    return tuple(
        Met(view, tuple(dict.fromkeys(found.get(row.id, ()))), near.get(row.id, ()))
        for row, view in views
        if _stands(view.advisory)
    )


def _with_pictures(organisation: UUID) -> Iterator[tuple[UUID, Said]]:
    """Opened one by one, and only where the case has pictures."""
    rows = models.Heard.objects.filter(organisation_id=organisation, tags__tag=holds_pictures())
    return ((row.id, open_said(row)) for row in rows.iterator(20))


def _stands(advisory: Advisory) -> bool:
    return advisory.until is None or advisory.until > timezone.now()


def _keep(actor: Actor, said: Said, tag: bytes, official: Iterable[str]) -> models.Heard:
    row = models.Heard(id=uuid4(), organisation_id=actor.organisation, name_tag=tag, heard_by_id=actor.user)
    row.said_sealed = seal_said(row, said)
    row.save(force_insert=True)
    models.HeardTag.objects.bulk_create(
        (models.HeardTag(heard=row, tag=one) for one in dict.fromkeys(_tags(said, official))), batch_size=500
    )
    return row


def _tags(said: Said, official: Iterable[str]) -> Iterator[bytes]:
    """None of a picture: near ones are met in memory alone. None of the number of an authority, whoever names it."""
    signs = [one for one in said.advisory.signs if one.kind != "picture" and one.value not in official]
    yield from (tag_of(one.kind, one.value) for one in signs)
    if next(hashes_of(said), None) is not None:
        yield holds_pictures()
    if said.pictures:
        yield _is_a_list()


def _is_a_list() -> bytes:
    return tag_of("advisory", "is a list of pictures")


def _name_tag(advisory: Advisory) -> bytes:
    return keyed_hash(subkey(node().secret, "advisory-name"), "name", f"{advisory.by}/{advisory.id}")


def _view(row: models.Heard) -> HeardView:
    said = open_said(row)
    return HeardView(row.id, said.advisory, row.heard_at, len(said.pictures) // HASH_BYTES)
