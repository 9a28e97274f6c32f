"""Work that takes time is left to the node's one worker process. The case's key travels sealed to the worker's own key.
Long: leaving, taking, doing and giving up a job are one protocol.

The worker's private key lives in its memory only. After a restart nobody can open what was left for the old worker: those
jobs wait, and the next member of the team who looks at the case hands its key over again (`resume`).
"""

from __future__ import annotations

import os
from typing import Final, Literal
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, lock, open_for, open_with_key
from longarm.casework.exchange import members
from longarm.casework.exchange.escrow import making as escrow
from longarm.casework.exchange.escrow.posting import go
from longarm.casework.exchange.posting import post
from longarm.casework.exchange.tokens import make_opened, wanting
from longarm.casework.node import node, record
from longarm.casework.proof.bundles import seal_opened
from longarm.casework.proof.exhibits import exhibit_for
from longarm.casework.proof.reading import read_exhibit
from longarm.casework.proof.stamps import authorities, stamp_opened
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput
from longarm.keys import case as case_keys
from longarm.keys.worker import WorkerKey
from longarm.store.models import Case, Exhibit, Job, User

Kind = Literal["read", "seal", "stamp", "tokens", "demo"]
WORKER: Final = "LONGARM_WORKER"  # the worker's public key, hexadecimal: set by `longarm serve` for the web
_MOST_TRIES: Final = 3
_OPEN: Final = (Job.State.QUEUED, Job.State.RUNNING)


def queue_reading(actor: Actor, exhibit: UUID) -> bool:
    """Leaves the reading of an exhibit to the worker. False when this node runs none: then call `process_exhibit`.

    Raises NotFound when it is not one of the actor's cases.
    """
    opened, row = exhibit_for(actor, exhibit)
    return _queue("read", opened, actor, row)


def queue_sealing(actor: Actor, case: UUID) -> bool:
    """Leaves the sealing of a case to the worker. False when this node runs none: then call `seal_case`."""
    return _queue("seal", open_for(actor, case), actor, None)


def queue_stamping(actor: Actor, case: UUID) -> bool:
    """Leaves the stamping of the newest bundle to the worker. False when this node runs none: then call `stamp_case`.

    Raises BadInput when the node has no time-stamp authority.
    """
    if not authorities():
        raise BadInput("casework-no-authority")
    return _queue("stamp", open_for(actor, case), actor, None)


def queue_tokens(actor: Actor, case: UUID) -> bool:
    """Leaves the tokens of a case for other organisations to the worker, where the node uses a hub and the case lacks some.

    False when there is nothing to do or no worker. When holders or hub are away the job fails, and the next look at the case
    leaves it again; the round to the hub comes by itself once an hour.
    """
    if not members.uses_a_hub():
        return False
    opened = open_for(actor, case)
    if Case.objects.filter(id=case, stage=Case.Stage.MERGED).exists():
        return False
    return (wanting(opened) or escrow.wanting(opened)) and _queue("tokens", opened, actor, None)


def queue_demo() -> bool:
    """Leaves the loading of the demonstration to the worker; its sign-in is public, so no key travels. False without one."""
    worker = _worker()
    if worker is None:
        return False
    with transaction.atomic():
        if not Job.objects.filter(kind="demo", worker=worker, state__in=_OPEN).exists():
            Job.objects.create(kind="demo", worker=worker, key_sealed=b"")
    return True


def waiting(actor: Actor, case: UUID) -> tuple[str, ...]:
    """The kinds of the jobs of a case that are queued or running. Raises NotFound as `open_for` does."""
    open_for(actor, case)
    return tuple(Job.objects.filter(case_id=case, state__in=_OPEN).order_by("made_at").values_list("kind", flat=True))


def resume(actor: Actor, case: UUID) -> int:
    """Hands the case's key to the worker of today for jobs that an earlier worker left. Returns how many."""
    worker = _worker()
    if worker is None:
        return 0
    opened = open_for(actor, case)
    left = Job.objects.filter(case_id=case, state__in=_OPEN).exclude(worker=worker)
    sealed = case_keys.seal_to(worker, str(case), opened.key)
    return left.update(worker=worker, key_sealed=sealed, state=Job.State.QUEUED, started_at=None)


def take(worker: WorkerKey) -> Job | None:
    """The oldest job left for this worker, now running; None when there is none.

    A job that was taken too often (each time the worker died of it) is given up.
    """
    with transaction.atomic():
        mine = Job.objects.select_for_update().filter(state=Job.State.QUEUED, worker=worker.public)
        job = mine.order_by("made_at").first()
        if job is not None:
            job.state, job.started_at, job.tries = Job.State.RUNNING, timezone.now(), job.tries + 1
            job.save(update_fields=["state", "started_at", "tries"])
    if job is not None and job.tries > _MOST_TRIES:
        _give_up(job, "gave-up")
        return take(worker)
    return job


def take_back(worker: WorkerKey) -> int:
    """Queues again what this worker's process left running when it died. Returns how many."""
    left = Job.objects.filter(state=Job.State.RUNNING, worker=worker.public)
    return left.update(state=Job.State.QUEUED, started_at=None)


def carry_out(worker: WorkerKey, job: Job) -> None:
    """Does a taken job. Whatever goes wrong ends in its state and in the record; nothing is raised."""
    try:
        if job.kind == "demo":
            _load_demo()
        elif job.case_id is not None and job.by_id is not None:
            opened = open_with_key(job.case_id, worker.open(str(job.case_id), job.key_sealed))
            _do(job, opened, job.by_id)
    except Conflict:  # the case was given a new key, or grew, meanwhile: the job holds the new key already
        Job.objects.filter(id=job.id).update(state=Job.State.QUEUED, started_at=None)
    except Exception as fault:
        _give_up(job, type(fault).__name__)
    else:
        Job.objects.filter(id=job.id).update(state=Job.State.DONE, ended_at=timezone.now(), key_sealed=b"")


def _do(job: Job, opened: OpenCase, by: UUID) -> None:
    if job.kind == "read" and job.exhibit is not None:
        read_exhibit(opened, job.exhibit, by)
    elif job.kind == "seal":
        organisation = User.objects.select_related("organisation").get(id=by).organisation
        seal_opened(opened, by, node().open_name(organisation.id, organisation.name_sealed))
        if authorities():  # sealed it is; a stamp that does not come stays pending and is asked for again
            stamp_opened(opened, by)
    elif job.kind == "stamp":
        stamp_opened(opened, by)
    elif job.kind == "tokens":
        make_opened(opened, by)
        escrow.make_opened(opened, by)
        post()
        go()


def _load_demo() -> None:
    from longarm.casework.demo.load import load_demo

    for _ in load_demo():
        pass


def _give_up(job: Job, why: str) -> None:
    with transaction.atomic():
        Job.objects.filter(id=job.id).update(state=Job.State.FAILED, ended_at=timezone.now(), key_sealed=b"")
        if job.exhibit_id is not None:
            Exhibit.objects.filter(id=job.exhibit_id, state=Exhibit.State.READING).update(state=Exhibit.State.FAILED)
        organisation = User.objects.get(id=job.by_id).organisation_id if job.by_id else None
        record(
            job.by_id, "job-failed", organisation=organisation, case=job.case_id, object=job.exhibit_id, kind=job.kind, why=why
        )


def _queue(kind: Kind, opened: OpenCase, actor: Actor, exhibit: Exhibit | None) -> bool:
    worker = _worker()
    if worker is None:
        return False
    sealed = case_keys.seal_to(worker, str(opened.id), opened.key)
    with transaction.atomic():
        lock(opened)  # two clicks leave one job
        already = Job.objects.filter(kind=kind, case_id=opened.id, exhibit=exhibit, state__in=_OPEN)
        if not already.exists():
            Job.objects.create(kind=kind, case_id=opened.id, exhibit=exhibit, by_id=actor.user, worker=worker, key_sealed=sealed)
    return True


def _worker() -> bytes | None:
    named = os.environ.get(WORKER, "")
    return bytes.fromhex(named) if len(named) == 64 else None
