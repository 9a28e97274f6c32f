"""Contact names that hold `: ` themselves (`Omar: work`): found by what every line of theirs has in common."""

from __future__ import annotations

from typing import Final

from longarm.evidence.importers.whatsapp.cutting import Row
from longarm.evidence.importers.whatsapp.wordings import wordings

# A text that begins with the same word and colon twice, and never otherwise, is taken for the rest of the name.
_ENOUGH: Final = 2
_LONGEST: Final = 60
_MOST: Final = 20_000
_NO_NAME: Final = (b"<", b">", b'"', b"//")


class LongNames:
    """Follows each name in front of the first `: ` until one of its lines does not go on as the others did."""

    def __init__(self) -> None:
        self._settled: set[bytes | None] = {None, b""}
        self._open: dict[bytes, tuple[bytes, int]] = {}
        self._openings = wordings().openings

    def are_settled(self, names: set[bytes]) -> bool:
        """Whether nothing more can be learned of any of `names`."""
        return names <= self._settled

    def see(self, rows: list[Row]) -> None:
        """Takes in the headers of a piece."""
        unsettled = {row[3] for row in rows} - self._settled
        if unsettled:
            for row in rows:
                if (name := row[3]) in unsettled and name is not None and name not in self._settled:
                    self._look(name, row[4])

    def _look(self, name: bytes, text: bytes) -> None:
        second, colon, _ = text[:_LONGEST].partition(b"\n")[0].partition(b": ")
        before, count = self._open.get(name, (second, 0))
        if not colon or before != second or self._never_a_name(second) or len(self._open) >= _MOST:
            self._open.pop(name, None)
            if len(self._settled) < _MOST:
                self._settled.add(name)
        else:
            self._open[name] = (second, count + 1)

    def _never_a_name(self, second: bytes) -> bool:
        """WhatsApp's own words: `‎<attached: …>`, `location: …`."""
        return second[:5] in self._openings or second[:1] == b"\xe2" or any(mark in second for mark in _NO_NAME)

    def found(self) -> dict[bytes, bytes]:
        """Short name → whole name."""
        return {name: name + b": " + second for name, (second, count) in self._open.items() if count >= _ENOUGH}
