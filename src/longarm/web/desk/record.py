"""The node's record: who did what, when, to which case. For auditors and administrators; it never shows what a case says."""

from __future__ import annotations

from datetime import UTC
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from longarm.casework.actor import Actor
from longarm.casework.audit import check_record, read_record
from longarm.web.desk.page import show
from longarm.web.desk.visit import signed_in


class ActShown(NamedTuple):
    seq: int
    at: str
    name: str | None
    action: str
    which: str


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def record(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The newest acts; on POST the whole chain is walked first."""
    checked = check_record(actor) if request.method == "POST" else None
    acts = [
        ActShown(
            act.line.seq,
            f"{act.line.at.astimezone(UTC):%Y-%m-%d %H:%M:%S}",
            act.name,
            act.line.action,
            " ".join(part[:8] for part in (act.line.case, act.line.object) if part),
        )
        for act in read_record(actor)
    ]
    return show(request, "record.html", actor, here="record", acts=acts, checked=checked)
