"""A hub, three key holders and three nodes of three states on this machine, to look at how organisations find each other.

Every party has its own folder and its own processes; between them there is HTTPS on loopback. The nodes hold the founding
cases of the demonstration: fictional persons, invented numbers. Three desks are opened; what to click is printed. Ctrl-C ends
all of it, and removes the folder unless --data named one. --story goes through it by itself, prints what each saw, and ends.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from longarm.cli.telling import language_of, tell, tell_aside
from longarm.errors import BadInput, LongarmError, system_reason
from longarm.texts import LANGUAGES, Language, say

if TYPE_CHECKING:
    from longarm.cli.exchange.lab.story import Step
    from longarm.cli.exchange.lab.world import Lab

_PORT: Final = 8980
_EVERY: Final = 5.0  # seconds between two rounds of each node; a real one goes once an hour


class StepAnswer(msgspec.Struct, frozen=True):
    """`step`: which; `facts`: what was counted; `said`: the sentence, in the language asked for."""

    step: str
    said: str
    facts: dict[str, Any]


class LabAnswer(msgspec.Struct, frozen=True):
    """`desks`: addresses by node, `code`: of who reported in Baghdad; none with --story, which goes through all steps."""

    epoch: str
    steps: tuple[StepAnswer, ...]
    desks: dict[str, str] = {}
    name: str = ""
    passphrase: str = ""
    code: str = ""


ANSWER = LabAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, help="a new or empty folder that is kept (default: one that goes away)")
    parser.add_argument("--port", type=int, default=_PORT, help=f"first of ten ports (default: {_PORT})")
    parser.add_argument("--story", action="store_true", help="go through it by itself, without desks, and end")
    parser.add_argument("--json", action="store_true", help="one JSON document, once all stands or the story has ended")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of what is printed here")


def run(options: argparse.Namespace) -> int:
    """Returns 0 after the story, 130 after Ctrl-C. Raises BadInput for ports and folders, Unsound with what a party said."""
    from longarm.cli.exchange.lab import story
    from longarm.cli.exchange.lab.world import PORTS, Lab
    from longarm.transport.port import check_free

    for port in range(options.port, options.port + PORTS):
        check_free("127.0.0.1", port)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupted)
    language = language_of(options)
    told: list[StepAnswer] = []

    def tell(steps: Iterator[Step]) -> None:
        for step in steps:
            told.append(StepAnswer(step.message, say(step.message, language, **step.facts), step.facts))
            if not options.json:
                _print(told[-1].said, language)

    with _folder(options.data) as data, Lab(data, options.port) as lab:
        for party in lab.parties:
            party.language = language
        if not options.json:
            _print(say("lab-starts", language, folder=str(data)), language)
        if options.story:
            tell(story.story(lab))
            _answer(options, LabAnswer(lab.epoch, tuple(told)))
            return 0
        tell(story.set_up(lab))
        tell(story.hit(lab))
        tell(story.waiting(lab))
        code = story.third(lab)
        lab.open_desks()
        _desks(options, lab, tuple(told), language, code)
        _stay(lab, language)
    return 0


def _desks(options: argparse.Namespace, lab: Lab, told: tuple[StepAnswer, ...], language: Language, code: str) -> None:
    from longarm.cli.exchange.lab.story import CLOSED

    desks = {name: f"http://{host}:{port}/desk/" for name, (host, port) in lab.desks.items()}
    _answer(options, LabAnswer(lab.epoch, told, desks, *lab.sign_in, code))
    if options.json:
        return
    for name, address in desks.items():
        _print(say("lab-desk", language, node=name, address=address), language)
    _print(say("lab-sign-in", language, name=lab.sign_in[0], passphrase=lab.sign_in[1]), language)
    for step in ("lab-click-hit", "lab-click-ask", "lab-click-answer", "lab-click-report", "lab-click-operation"):
        _print(say(step, language), language)
    intake = desks["baghdad"].removesuffix("desk/")
    _print(say("lab-click-closed", language, address=intake, code=code, number=CLOSED), language)
    _print(say("lab-stop", language), language)


def _answer(options: argparse.Namespace, answer: LabAnswer) -> None:
    from longarm.cli.output import write_json

    if options.json:
        write_json(answer)
        sys.stdout.flush()


def _stay(lab: Lab, language: Language) -> None:
    """Until Ctrl-C: each node goes its rounds, as it does by itself once an hour. What fails is tried in the next."""
    failed = ""
    while True:
        for node in lab.nodes.values():
            for act in ("round", "deliver"):
                try:
                    node.ask(act)
                except LongarmError as fault:
                    if failed != fault.message:
                        failed = fault.message
                        tell_aside(fault.in_language(language), language)
        time.sleep(_EVERY)


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    if given is None:
        with tempfile.TemporaryDirectory(prefix="longarm-lab-") as made:
            yield Path(made)
        return
    try:
        given.mkdir(mode=0o700, parents=True, exist_ok=True)
        empty = not any(given.iterdir())
    except OSError as fault:
        raise BadInput("store-folder-unwritable", folder=str(given), why=system_reason(fault)) from None
    if not empty:
        raise BadInput("lab-folder-not-empty", folder=str(given))
    yield given.absolute()


def _interrupted(*_: object) -> None:
    """Once: who presses again must not break off the ending, which would leave processes behind."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def _print(text: str, language: Language) -> None:
    tell([text], language)
    sys.stdout.buffer.flush()
