"""Reads, checks and compiles the facts of law: `python -m longarm.law.compile` (or `make facts`).

The compiled file is committed, so that the program starts without reading 170 files of YAML; a test fails when it is stale.
`--check` writes nothing, `--coverage` prints what is known of each state, `--older-than DAYS --as-of DATE` lists the facts
nobody has looked at since.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import msgspec

from longarm.errors import LongarmError
from longarm.law.check import faults
from longarm.law.coverage import coverage
from longarm.law.load import COMPILED, read
from longarm.law.model import Facts
from longarm.law.sources import FOLDER, Read, digest, read_folder
from longarm.law.walk import every_fact
from longarm.texts import say
from longarm.typed_yaml import encode

TARGET: Final = FOLDER.with_name(COMPILED)


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0; 1 when a fact is refused, each named on its line of standard error."""
    options = _options(arguments)
    try:
        found = read_folder()
    except LongarmError as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    wrong = faults(found)
    for refused in wrong:
        sys.stderr.write(f"{say(refused.message, 'en', **refused.facts)}\n")
    if wrong:
        return 1
    if options.older_than is not None:
        sys.stdout.write(old_report(found.facts, options.as_of, options.older_than))
    elif options.coverage:
        sys.stdout.write(coverage(found.facts))
    elif not options.check:
        write(compiled(found), TARGET)
    return 0


def compiled(found: Read) -> bytes:
    """The compiled file as bytes: the same facts give the same bytes."""
    alone = {name: msgspec.structs.replace(one, parent=None) for name, one in found.facts.instruments.items()}
    facts = msgspec.structs.asdict(found.facts) | {"instruments": alone}
    return msgspec.msgpack.encode({"made_from": digest(), "facts": facts}, enc_hook=encode)


def is_current(target: Path = TARGET) -> bool:
    """Was the compiled file made from the YAML as it stands?"""
    return target.is_file() and read(target.read_bytes()).made_from == digest()


def write(data: bytes, target: Path) -> None:
    """Puts `data` at `target`, whole or not at all."""
    beside = target.with_suffix(".new")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(target)


def old_report(facts: Facts, as_of: date, days: int) -> str:
    """One line a fact that nobody has checked in the `days` before `as_of`: day, how sure, id; those never checked last."""
    limit = as_of - timedelta(days=days)
    old = [
        (str(fact.checked), fact.confidence, name)
        for name, fact in every_fact(facts)
        if fact.source and fact.checked.last < limit
    ]
    return "".join(f"{checked:<10} {confidence:<6} {name}\n" for checked, confidence, name in sorted(old))


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m longarm.law.compile", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--coverage", action="store_true", help="print the table of docs/law.md")
    parser.add_argument("--older-than", type=int, metavar="DAYS", help="list the facts not checked in that many days")
    parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE", help="the day from which --older-than counts")
    options = parser.parse_args(arguments)
    if (options.older_than is None) != (options.as_of is None):
        parser.error("--older-than and --as-of go together")
    return options


if __name__ == "__main__":
    sys.exit(main())
