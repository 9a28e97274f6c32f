"""The boy: a harmless conversation and a note in words. What was done is not repeated, and nothing of it is kept."""

from __future__ import annotations

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from longarm.casework.demo.chat import Said, Scene, compose
from longarm.casework.demo.dice import Dice
from longarm.casework.demo.exhibit import DemoExhibit
from longarm.casework.demo.phrases import phrases
from longarm.casework.demo.wording import wording
from longarm.texts import Language

_ACCOUNT: Final = "live:example.17"


def chat() -> tuple[Said, ...]:
    """The friendly talk of the first days."""
    scene = Scene("talk", date(2013, 7, 10), date(2013, 7, 12), (13, 22))
    return compose(phrases("strikeback"), (scene,), ZoneInfo("Europe/London"), Dice("strikeback"))


def exhibits(language: Language) -> tuple[DemoExhibit, ...]:
    """The note is a caseworker's, in the language of the desk; the talk is as it was."""
    lines = [
        f"{one.at:%a %d %b %Y, %H:%M}  {_ACCOUNT if one.line.speaker == 's' else 'the boy'} wrote: {one.line.text}"
        for one in chat()
    ]
    text = "Saved from Skype, text only\n\n" + "\n".join(lines) + "\n"
    return (
        DemoExhibit("note.txt", wording(language).first_talk.encode(), None, "written-down"),
        DemoExhibit("skype-10-12-july-2013.txt", text.encode(), None, "saved-by-relative"),
    )
