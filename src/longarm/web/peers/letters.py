"""A letter of another node, and its answer."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from longarm.casework.exchange.requests.receiving import take
from longarm.exchange.refused import Refused
from longarm.web import letters as over_http


def letters(request: HttpRequest) -> HttpResponse:
    return over_http.take(request, lambda data: take(data, timezone.now()).answer, _said)


def _said(refused: Refused) -> None:
    """One line for who runs the node: the code, and nothing of the letter."""
    sys.stderr.write(f"longarm: a letter was not taken ({refused.code}).\n")
