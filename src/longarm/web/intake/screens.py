"""The five screens that ask, in the order of safety: danger first, then the child, who asks, what happened, and the words.

Between them stand pages to read, for those who need them: help for who is in danger, the road of the child. What is asked and
may be answered is data (`longarm.intake.questions`).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from longarm.intake.questions import question
from longarm.web.intake.answers import Answers


class Screen(NamedTuple):
    """One question, or a page to read or to write on. `many`: several may be ticked. `asked`: counts as a step of the way."""

    name: str
    asked: bool = True
    choices: tuple[str, ...] = ()
    many: bool = False

    def kept(self, chosen: list[str]) -> tuple[str, ...]:
        """Of what a form says, what may be answered."""
        return question(self.name).kept(tuple(chosen)) if self.choices else ()


def _asking(name: str) -> Screen:
    asked = question(name)
    return Screen(name, choices=asked.choices, many=asked.kind == "many")


WATCHED: Final = "watched"
DANGERS: Final = tuple(choice for choice in question("safety").choices if choice not in (WATCHED, *question("safety").alone))

SAFETY: Final = _asking("safety")
HELP: Final = Screen("help", asked=False)
CHILD: Final = _asking("child")
CHILD_ROAD: Final = Screen("child_road", asked=False)
WHO: Final = _asking("who")
WHAT: Final = _asking("what")
WORDS: Final = _asking("words")

SCREENS: Final = (SAFETY, HELP, CHILD, CHILD_ROAD, WHO, WHAT, WORDS)
NAMED: Final = {screen.name: screen for screen in SCREENS}
STEPS: Final = tuple(screen for screen in SCREENS if screen.asked)


def road(answers: Answers) -> tuple[Screen, ...]:
    """The screens this person meets: help for a life and for a child come at once, for those who need them only."""
    left_out = set()
    if not {*DANGERS, WATCHED} & set(answers.chosen("safety")):
        left_out.add("help")
    if not {"yes", "unsure"} & set(answers.chosen("child")):
        left_out.add("child_road")
    return tuple(screen for screen in SCREENS if screen.name not in left_out)


def after(screen: Screen, answers: Answers) -> Screen:
    way = road(answers)
    return way[min(way.index(screen) + 1, len(way) - 1)]


def before(screen: Screen, answers: Answers) -> Screen:
    way = road(answers)
    return way[max(way.index(screen) - 1, 0)]
