"""Two answers for one case: what differs, as JSON or text."""

from __future__ import annotations

import sys

from longarm.cli import for_terminal
from longarm.cli.output import write_json
from longarm.errors import BadInput
from longarm.law.answer import PathsAnswer
from longarm.law.change import compared
from longarm.law.model import Facts
from longarm.texts import Language


def write_changes(one: PathsAnswer, other: PathsAnswer, facts: Facts, language: Language, as_json: bool) -> None:
    """Writes what differs, the earlier day first. Raises BadInput when both are of the same day."""
    if one.as_of == other.as_of:
        raise BadInput("change-same-day", day=one.as_of)
    answer = compared(*sorted((one, other), key=lambda given: given.as_of))
    if as_json:
        write_json(answer)
        return
    from longarm.cli.changes_text import text_of

    sys.stdout.buffer.write((for_terminal("\n".join(text_of(answer, facts, language)), language) + "\n").encode())
