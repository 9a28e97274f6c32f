"""A letter to the key holder, and its answer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from longarm.holder.answering import answer
from longarm.holder.lines import note_refused
from longarm.holder.start import folder_of, ours
from longarm.web.letters import take


def letters(request: HttpRequest) -> HttpResponse:
    keys, now = ours(folder_of()), timezone.now()
    return take(request, lambda data: answer(keys, data, now), lambda refused: note_refused(refused, now))
