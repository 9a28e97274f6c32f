"""An exhibit made for the demonstration."""

from __future__ import annotations

from dataclasses import dataclass, field

from longarm.casework.demo.wording import How


@dataclass(frozen=True, slots=True)
class DemoExhibit:
    """A file as a complainant would hand it in. `received_from` is the id of a person of the case."""

    name: str
    data: bytes = field(repr=False)
    received_from: str | None = None
    received_how: How | None = None
