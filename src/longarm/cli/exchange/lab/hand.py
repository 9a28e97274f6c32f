"""What the people of one party do in the lab, in a process of that party's own: one line of JSON asks, one answers.

  python -m longarm.cli.exchange.lab.hand node|holder|hub DATA

It sees that party's folders only, and ends when its standard input does.
"""

from __future__ import annotations

import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from longarm.errors import LongarmError
from longarm.texts import Language


class Asked(msgspec.Struct, frozen=True):
    """`language`: of the sentence where it fails."""

    act: str
    given: dict[str, Any] = {}
    language: Language = "en"


class Said(msgspec.Struct, frozen=True):
    """`fault`: the sentence of what was refused or failed; empty otherwise."""

    said: Any = None
    fault: str = ""


def main(role: str, data: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the lab's: it closes our input
    acts = import_module(f"longarm.cli.exchange.lab.acts_{role}").acts(data)
    for line in sys.stdin.buffer:
        asked = msgspec.json.decode(line, type=Asked)
        try:
            answer = Said(getattr(acts, asked.act)(**asked.given))
        except LongarmError as fault:
            answer = Said(fault=fault.in_language(asked.language))
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
