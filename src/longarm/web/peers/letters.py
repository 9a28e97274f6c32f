"""A letter of another node, and its answer."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from longarm.casework.exchange.requests.receiving import take
from longarm.exchange.refused import Refused
from longarm.exchange.strangers import Strangers
from longarm.web import letters as over_http

_HOUR: Final = timedelta(hours=1)
_said_of = Strangers(_HOUR)


def letters(request: HttpRequest) -> HttpResponse:
    return over_http.take(request, lambda data: take(data, timezone.now()).answer, _said)


def _said(refused: Refused) -> None:
    """One line an hour and code for who runs the node, and nothing of the letter: a flood of them does not fill the disk."""
    if times := _said_of.due(refused.code, timezone.now()):
        sys.stderr.write(f"longarm: {times} letters were not taken ({refused.code}).\n")
