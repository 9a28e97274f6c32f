"""The language longarm speaks at this terminal, where a command was not told another (`--lang`)."""

from __future__ import annotations

import os

from longarm.texts import LANGUAGES, Language


def spoken() -> Language:
    """The language of the terminal (POSIX: LC_ALL, LC_MESSAGES, LANG, first set); English where it is none of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return next((language for language in LANGUAGES if value.startswith(language)), "en")
    return "en"
