"""A letter to the hub, and its answer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from longarm.hub.answering import answer
from longarm.hub.lines import note_refused
from longarm.hub.start import folder_of, party_of
from longarm.web.letters import take


def letters(request: HttpRequest) -> HttpResponse:
    party, now = party_of(folder_of()), timezone.now()
    return take(request, lambda data: answer(party, data, now), lambda refused: note_refused(refused, now))
