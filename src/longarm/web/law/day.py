"""`?on=2022-01-04`: the day a public page of law speaks of."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from longarm.errors import BadInput


def day_of(request: HttpRequest, today: date) -> tuple[date, BadInput | None]:
    """The day asked for; today and the refusal where what was asked is no day."""
    asked = request.GET.get("on", "")
    if not asked:
        return today, None
    try:
        day = date.fromisoformat(asked) if len(asked) == 10 else None
    except ValueError:
        day = None
    if day is None or not 1900 <= day.year <= 2100:
        return today, BadInput("law-no-day", value=asked[:20])
    return day, None
