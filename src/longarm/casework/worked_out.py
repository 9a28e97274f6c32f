"""What can be done in a case on a day, worked out so that a case which the engine refuses can still be opened and corrected."""

from __future__ import annotations

import logging
from datetime import date
from typing import NamedTuple

from longarm.case.model import Case
from longarm.errors import BadInput, LongarmError
from longarm.law.answer import PathsAnswer
from longarm.law.model import Facts

_log = logging.getLogger("django.paths")  # without content: longarm.web.log writes the kind of an error and its place


class WorkedOut(NamedTuple):
    """`fault` says why nothing could be worked out; `answer` is then empty, which says nothing about the case."""

    answer: PathsAnswer
    fault: LongarmError | None


def worked_out(case: Case, facts: Facts, as_of: date) -> WorkedOut:
    """Never raises: a case that contradicts itself has the sentence of the engine as its fault, anything else a general one."""
    from longarm.law.paths import paths
    from longarm.signals.trace import trace_case

    try:
        return WorkedOut(paths(case, facts, as_of, trace_case(case, facts)), None)
    except LongarmError as fault:
        return WorkedOut(_nothing(case, as_of), fault)
    except Exception:  # a mistake of ours must not close the case to those who work on it
        _log.exception("paths")
        return WorkedOut(_nothing(case, as_of), BadInput("casework-paths-failed"))


def _nothing(case: Case, as_of: date) -> PathsAnswer:
    return PathsAnswer(case.reference, as_of.isoformat(), (), (), (), (), (), ())
