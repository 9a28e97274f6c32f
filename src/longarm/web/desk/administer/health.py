"""How the node is, for who administers: what runs, what was last backed up and checked, what wants a hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final, Literal, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from longarm.casework.actor import Actor
from longarm.casework.check.node_checks import BACKUP_EVERY
from longarm.casework.work.health import Health, look
from longarm.texts import Language, say
from longarm.web.dates import day, moment, size
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show

State = Literal["good", "mind", "bad"]
_MARKS: Final = dict.fromkeys(range(0x2066, 0x206A))
_WAITS_LONG: Final = timedelta(minutes=10)
_CHORES_LATE: Final = timedelta(hours=3)


class Row(NamedTuple):
    """One thing, how it stands, and what to do where something is to be done."""

    name: str
    says: str
    state: State
    do: str | None = None


@require_safe
@signed_in
def health(request: HttpRequest, actor: Actor) -> HttpResponse:
    seen, language = look(actor), spoken(request)
    rows = [*_running(seen, language), *_kept(seen, language), *_outside(seen, language)]
    return show(request, "health.html", actor, here="health", rows=rows, at=seen.at)


def _running(seen: Health, language: Language) -> Iterator[Row]:
    yield _row("node", "good", say("health-node-says", language, version=f"longarm {seen.version}", engine=seen.engine))
    room = say("health-disk-says", language, free=_plain(size(seen.free, language)), total=_plain(size(seen.size, language)))
    yield _row("disk", "bad", room, do="health-disk-do") if seen.disk_full else _row("disk", "good", room)
    worker: State = {"alive": "good", "none": "mind", "gone": "bad"}[seen.worker]  # type: ignore[assignment]  # literals
    yield _row("worker", worker, say(f"health-worker-{seen.worker}", language))
    if seen.oldest is None:
        yield _row("jobs", "good", say("health-jobs-none", language))
    else:
        waits = say("health-jobs-says", language, count=seen.waiting, since=_plain(moment(seen.oldest, language)))
        yield _row("jobs", "mind" if seen.at - seen.oldest > _WAITS_LONG else "good", waits, do="health-jobs-do")
    if seen.listens:
        yield _row("recordings", "good", say("health-recordings-heard", language))
    else:
        yield _row("recordings", "mind", say("health-recordings-exact", language), do="health-recordings-do")
    yield _row(
        "clock", "bad" if seen.clock_back else "good", say("health-clock-says", language, at=_plain(moment(seen.at, language)))
    )


def _kept(seen: Health, language: Language) -> Iterator[Row]:
    if seen.backup is None:
        yield _row("backup", "bad", say("health-backup-none", language), do="health-backup-do")
    else:
        made = say("health-backup-says", language, day=day(seen.backup.at, language), number=seen.backup.number)
        old = seen.at - seen.backup.at > BACKUP_EVERY
        yield _row("backup", "bad" if old else "good", made, do="health-backup-do")
    if seen.check is None:
        yield _row("check", "mind", say("health-check-none", language), do="health-check-do")
    elif seen.check.failed:
        numbers = ", ".join(map(str, seen.check.failed))
        yield _row(
            "check", "bad", say("health-check-failed", language, numbers=numbers, at=_plain(moment(seen.check.at, language)))
        )
    else:
        facts = {"at": _plain(moment(seen.check.at, language)), "lines": seen.check.record_length}
        yield _row("check", "good", say("health-check-says", language, **facts))
    if seen.restored is not None:
        facts = {"at": day(seen.restored.at, language), "backup": day(seen.restored.backup, language)}
        yield _row(
            "restore", "bad" if seen.unanswered else "good", say("health-restore-says", language, **facts), "health-restore-do"
        )
    yield _chores(seen, language)
    yield _row("record", "good", say("health-record-says", language, lines=seen.record_length))


def _chores(seen: Health, language: Language) -> Row:
    if seen.chores is None:
        return _row("chores", "mind", say("health-chores-none", language), do="health-chores-do")
    at = _plain(moment(seen.chores.at, language))
    if seen.chores.failed:
        return _row("chores", "bad", say("health-chores-failed", language, at=at), do="health-chores-do")
    late = seen.at - seen.chores.at > _CHORES_LATE
    return _row("chores", "mind" if late else "good", say("health-chores-says", language, at=at), do="health-chores-do")


def _outside(seen: Health, language: Language) -> Iterator[Row]:
    if not seen.authorities:
        yield _row("stamps", "mind", say("health-stamps-none", language), do="health-stamps-do")
    else:
        last = day(seen.stamped_at, language) if seen.stamped_at else say("health-never", language)
        says = say("health-stamps-says", language, count=len(seen.authorities), last=last)
        yield _row("stamps", "good" if seen.stamped_at else "mind", says)
    if not seen.secret_fits:
        yield _row("keys", "bad", say("health-keys-other", language))
    elif seen.keys_on_same_disk:
        yield _row("keys", "mind", say("health-keys-beside", language), do="health-keys-do")
    else:
        yield _row("keys", "good", say("health-keys-apart", language))


def _plain(text: str) -> str:
    """Without marks of direction: the sentence that takes it in isolates it once, and looks inside for its direction."""
    return text.translate(_MARKS)


def _row(name: str, state: State, says: str, do: str | None = None) -> Row:
    """What is to be done is said only where something is."""
    return Row(f"health-{name}", says, state, do if state != "good" else None)
