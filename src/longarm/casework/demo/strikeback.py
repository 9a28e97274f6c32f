"""The boy: a harmless conversation and a note in words. What was done is not repeated, and nothing of it is kept."""

from __future__ import annotations

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from longarm.casework.demo.chat import Said, Scene, compose
from longarm.casework.demo.dice import Dice
from longarm.casework.demo.exhibit import DemoExhibit
from longarm.casework.demo.phrases import phrases

_ACCOUNT: Final = "live:example.17"
_NOTE: Final = """Note of the first conversation, 20 July 2013. Words only.

Who speaks: a relative of the boy. No name is used in this file.
What is known: on 10 July 2013 the account live:example.17 made contact by Skype, friendly talk (saved text is attached).
On 14 July 2013 a second person took over, threatened to send something to the boy's friends, and asked for money.
Where the rest is: on the boy's computer, which is switched off and has not been opened since. Nothing was copied from it
for this file, and nothing must be. It goes to the police as it is.
Who must be told first: the unit for the protection of children of the police that took the computer.
The family asks that nobody calls the house; letters and calls go to the relative.
"""


def chat() -> tuple[Said, ...]:
    """The friendly talk of the first days."""
    scene = Scene("talk", date(2013, 7, 10), date(2013, 7, 12), (13, 22))
    return compose(phrases("strikeback"), (scene,), ZoneInfo("Europe/London"), Dice("strikeback"))


def exhibits() -> tuple[DemoExhibit, ...]:
    lines = [
        f"{one.at:%a %d %b %Y, %H:%M}  {_ACCOUNT if one.line.speaker == 's' else 'the boy'} wrote: {one.line.text}"
        for one in chat()
    ]
    text = "Saved from Skype, text only\n\n" + "\n".join(lines) + "\n"
    return (
        DemoExhibit("note.txt", _NOTE.encode(), None, "written down by the caseworker"),
        DemoExhibit("skype-10-12-july-2013.txt", text.encode(), None, "saved by a relative"),
    )
