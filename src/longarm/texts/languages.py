"""Which languages there are: read from `languages.toml`, and from a translator's folder beside it (`LONGARM_TEXTS`).

That folder holds a `languages.toml` of its own and a folder of rooms for each language in it. It is how a translation is looked
at before it is part of longarm, not how a node is run: docs/languages.md says what else a language needs.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, Literal, NamedTuple

Direction = Literal["ltr", "rtl"]


class Spoken(NamedTuple):
    """A language by its code (BCP 47). `rooms`: the folder that holds its `.ftl` files."""

    code: str
    name: str
    direction: Direction
    papers_only: bool
    rooms: Traversable


def _read() -> Iterator[Spoken]:
    own = os.environ.get("LONGARM_TEXTS")
    for shelf in (files("longarm.texts"), *([Path(own)] if own else [])):
        for code, facts in tomllib.loads((shelf / "languages.toml").read_text("utf-8")).items():
            direction: Direction = "rtl" if facts["direction"] == "rtl" else "ltr"
            yield Spoken(code, facts["name"], direction, facts.get("papers_only", False), shelf / code)


SPOKEN: Final[dict[str, Spoken]] = {one.code: one for one in _read()}
