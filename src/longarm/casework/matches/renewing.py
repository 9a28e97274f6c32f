"""The index of a case as it is agreed now: after a conversation came or went, after somebody allowed it again."""

from __future__ import annotations

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, lock
from longarm.casework.cases import case_at
from longarm.casework.matches.named import index_case
from longarm.casework.matches.seen import tag_again, unheard_in
from longarm.store.models import Named


def renew(opened: OpenCase) -> None:
    """Every tag of an opened case anew. Inside the caller's transaction."""
    index_case(opened, case_at(opened).case)
    tag_again(opened)


def renew_if_bare(actor: Actor, opened: OpenCase) -> None:
    """Who allows the comparison has no key of the case: the tags come back when somebody of the team looks, and the worker then
    reads again what holds recordings."""
    from longarm.casework.work.jobs import queue_reading

    if Named.objects.filter(case_id=opened.id).exists():
        return
    with transaction.atomic():
        lock(opened, merged_too=True)  # her no waits, and then finds the tags
        renew(opened)
    for exhibit in unheard_in(opened):
        queue_reading(actor, exhibit)
