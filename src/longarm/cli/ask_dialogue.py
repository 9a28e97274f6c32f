"""A short dialogue on the terminal: where both are, what is demanded, and three things to say yes or no to."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final, TypeVar

from longarm.case.answer import Answer
from longarm.case.vocabulary import Wants
from longarm.cli import for_terminal
from longarm.errors import BadInput
from longarm.law.called import called_platform, called_state
from longarm.law.few_facts import UNKNOWN, WANTS, FewFacts
from longarm.law.model import Facts
from longarm.texts import Language, say

T = TypeVar("T")
_TRIES: Final = 3


def dialogue(facts: Facts, language: Language) -> FewFacts:
    """Asks on standard error, reads standard input. Raises BadInput where an answer stays unclear, or the input ends."""

    def ask(question: str, read: Callable[[str], T], **told: object) -> T:
        for left in range(_TRIES, 0, -1):
            _tell(say(f"ask-question-{question}", language, **told), language, " ")
            try:
                return read(_line())
            except BadInput as fault:
                if left == 1 or fault.message == "ask-ended":
                    raise
                _tell(fault.in_language(language), language, "\n")
        raise AssertionError

    _tell(say("ask-welcome", language), language, "\n")

    def state(word: str) -> str:
        return called_state(facts, word) if word else UNKNOWN

    return FewFacts(
        harmed_in=ask("harmed-in", lambda word: called_state(facts, word)),
        suspect_in=ask("suspect-in", state),
        number_of=ask("number-of", state),
        platform=ask("platform", lambda word: called_platform(facts, word) if word else None),
        demand=ask("demand", _demand, choices=_choices(language)),
        minor=ask("minor", _answer, age=18),
        pictures=ask("pictures", _answer),
        published=ask("published", _answer),
    )


def _choices(language: Language) -> str:
    listed = (f"{number} {say(f'ask-demand-{name}', language)}" for number, name in enumerate(WANTS, start=1))
    return ("، " if language == "ar" else ", ").join(listed)


def _demand(word: str) -> Wants | None:
    if not word:
        return None
    digits = {str(number): name for number, name in enumerate(WANTS, start=1)}
    plain = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in word)
    found = digits.get(plain) or next((name for name in WANTS if name == word), None)
    if found is None:
        raise BadInput("ask-choose", most=len(WANTS))
    return found


def _answer(word: str) -> Answer:
    """A word for yes or no in one of the languages; an empty line is unknown."""
    found = _WORDS.get(word.casefold())
    if found is None:
        raise BadInput("ask-yes-or-no")
    return found


_WORDS: Final = {
    "": Answer.UNKNOWN,
    **dict.fromkeys(("yes", "y", "oui", "o", "نعم", "ن"), Answer.YES),
    **dict.fromkeys(("no", "n", "non", "لا", "ل"), Answer.NO),
    **dict.fromkeys(("unknown", "?", "؟", "inconnu", "لا أعرف"), Answer.UNKNOWN),
}


def _line() -> str:
    line = sys.stdin.readline(200)
    if not line:
        raise BadInput("ask-ended")
    return line.strip()


def _tell(text: str, language: Language, end: str) -> None:
    sys.stderr.write(for_terminal(text, language) + end)
    sys.stderr.flush()
