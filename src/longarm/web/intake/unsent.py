"""What somebody typed before the visit ended, or before it was refused: it goes along in the page, and is kept nowhere else."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from longarm.web.intake.answers import MAX_WORDS


def unsent(request: HttpRequest) -> dict[str, Any]:
    """For a page: the words of the form, and whether *in danger now* was ticked."""
    form = request.POST
    words = form.get("words") or form.get("unsent", "")
    return {"unsent": words[:MAX_WORDS], "in_danger": "danger" in form}
