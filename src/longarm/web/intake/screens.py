"""The questions, in the order of safety: danger first, then the child, then what happened, and only then words and files."""

from __future__ import annotations

from typing import Final, NamedTuple

from longarm.web.intake.answers import Answers


class Screen(NamedTuple):
    """One question. `choices` are answers by name; `many` lets several be ticked; without, a page to read or to write on."""

    name: str
    choices: tuple[str, ...] = ()
    many: bool = False
    asked: bool = True  # counts as a step of the way


SAFETY: Final = Screen("safety", ("family", "home", "self_harm", "safe"), many=True)
LIFE: Final = Screen("life", asked=False)
PHONE: Final = Screen("phone", ("yes", "no"))
CHILD: Final = Screen("child", ("yes", "unsure", "no"))
CHILD_ROAD: Final = Screen("child_road", asked=False)
WHO: Final = Screen("who", ("me", "other", "recipient"))
WHAT: Final = Screen("what", ("threat", "money", "demand", "fake", "published", "official", "other"), many=True)
WORDS: Final = Screen("words")
END: Final = Screen("end", asked=False)

SCREENS: Final = (SAFETY, LIFE, PHONE, CHILD, CHILD_ROAD, WHO, WHAT, WORDS, END)
NAMED: Final = {screen.name: screen for screen in SCREENS}
STEPS: Final = tuple(screen for screen in SCREENS if screen.asked)


def road(answers: Answers) -> tuple[Screen, ...]:
    """The screens this person meets: help for a life and for a child come at once, for those who need them only."""
    left_out = set()
    if "self_harm" not in answers.chosen("safety"):
        left_out.add("life")
    if not {"yes", "unsure"} & set(answers.chosen("child")):
        left_out.add("child_road")
    return tuple(screen for screen in SCREENS if screen.name not in left_out)


def after(screen: Screen, answers: Answers) -> Screen:
    way = road(answers)
    return way[min(way.index(screen) + 1, len(way) - 1)]


def before(screen: Screen, answers: Answers) -> Screen:
    way = road(answers)
    return way[max(way.index(screen) - 1, 0)]


def takes_files(answers: Answers) -> bool:
    """Only after a plain *no* to the question of a child: what is not known is not *no*."""
    return answers.chosen("child") == ("no",)
