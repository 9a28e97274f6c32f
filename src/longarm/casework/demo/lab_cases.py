"""Which cases lie at which node of the lab: the founding ones over three states, and one that names a number of another."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from longarm.case.file import parse_case, to_json
from longarm.casework.demo.wording import worded, wording
from longarm.texts import Language

# Tripoli's first and Cairo's first name the same number.
SPREAD: Final = {
    "tripoli": ("lab/tripoli", "cases/libyan-women-1", "cases/libyan-women-2", "cases/libyan-women-3"),
    "cairo": ("cases/shorouk", "cases/ahmed"),
    "baghdad": ("cases/shams",),
}


def case_text(name: str, language: Language = "en") -> bytes:
    """The case file of that name in `SPREAD`, its names and remarks in that language."""
    text = (files("longarm.casework.demo") / f"{name}.yaml").read_bytes()
    return to_json(worded(parse_case(text, name).case, wording(language).cases[name.rpartition("/")[2]]))
