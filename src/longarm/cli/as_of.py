"""The day a question of law is asked for: `--as-of`, or today where the person sits."""

from __future__ import annotations

import argparse
import re
from datetime import UTC, date, datetime

from longarm.errors import BadInput


def add_as_of(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as-of", metavar="DATE", help="a day, such as 2022-01-04 (default: today)")


def day_asked(text: str | None) -> date:
    """The day `text` names (YYYY-MM-DD); today without it. Raises BadInput when it is no day of the calendar."""
    if text is None:
        return datetime.now(UTC).astimezone().date()
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise BadInput("law-no-day", value=text[:40])
