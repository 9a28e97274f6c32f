"""The neutral face of every screen: its title, its icon, where the quick exit leads."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.db import DatabaseError

from longarm.casework.intake.face import face
from longarm.casework.rules import Icon, Rules
from longarm.errors import LongarmError
from longarm.texts import Language, say

ICONS: Final[dict[Icon, str]] = {
    "bowl": "page.svg",
    "leaf": "icons/leaf.svg",
    "sun": "icons/sun.svg",
    "book": "icons/book.svg",
}


def neutral(rules: Rules, language: Language) -> dict[str, Any]:
    """What the node's environment says (`LONGARM_TITLE`, `LONGARM_EXIT`), else the organisation, else our own words."""
    return {
        "title": getattr(settings, "NEUTRAL_TITLE", "") or rules.neutral_title or say("intake-title", language),
        "icon": ICONS[rules.neutral_icon],
        "exit_address": getattr(settings, "EXIT_ADDRESS", "") or rules.exit_address or say("intake-exit-address", language),
    }


def neutral_here(language: Language) -> dict[str, Any]:
    """The same face for pages that stand beside the intake: those of law, and what went wrong, also when the database is away."""
    try:
        rules = face().rules
    except (DatabaseError, LongarmError):
        rules = Rules()
    return neutral(rules, language)
