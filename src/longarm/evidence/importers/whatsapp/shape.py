"""A pattern over bytes made from headers already seen: the fast way through the rest of the file.

What lies between the numbers (marks, commas, spaces, brackets) is taken as it was written in the headers seen; only the
numbers and the half of the day are free. So a match says the same as the careful reader, ten times faster.
"""

from __future__ import annotations

import re
from typing import Final

from longarm.evidence.importers.whatsapp.header import Header, Shape
from longarm.evidence.importers.whatsapp.marks import DIGIT, MARK, SPACE

# More ways of writing one place than this are read line by line.
_WAYS: Final = 6
_ONE: Final = {"latn": rb"[0-9]", "arab": rb"\xd9[\xa0-\xa9]", "arabext": rb"\xdb[\xb0-\xb9]", "mixed": DIGIT}

# A line that may begin with a header: digits, a separator, digits, a separator, digits.
_NUMBER: Final = DIGIT + rb"(?:" + DIGIT + rb"|" + MARK + rb"){0,12}"
_JOINT: Final = rb"[./-](?:" + MARK + rb"|" + SPACE + rb"){0,4}"
MAYBE: Final = rb"(?:" + MARK + rb"|" + SPACE + rb"|\[){0,8}" + _NUMBER + _JOINT + _NUMBER + _JOINT + DIGIT
_NAME: Final = rb"(?:([^:\n]+): )?"
_NEVER: Final = rb"(?!)()()()()"
_NEVER_A_GLANCE: Final = rb"(?!)()()"


class Form:
    """One shape, with the ways of writing it that the file has shown. Learns; `pattern` changes when it does."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self._ways: list[list[bytes]] = []
        self.body = _NEVER
        self.glance = _NEVER_A_GLANCE

    @property
    def ascii(self) -> bool:
        """Whether its headers hold nothing but ASCII, apart from the name."""
        return self.body.isascii() and self.shape.digits == "latn"

    def learn(self, header: Header) -> bool:
        """Takes in how `header` is written. True when the pattern changed."""
        if header.glue is None:
            return False
        written = [way.encode("utf-8", "surrogateescape") for way in (*header.glue, header.half)]
        if not self._ways:
            self._ways = [[] for _ in written]
        new = [(known, way) for known, way in zip(self._ways, written, strict=True) if way not in known]
        if not new or any(len(known) >= _WAYS for known, _ in new):
            return False
        for known, way in new:
            known.append(way)
        before, date, between, time, after = self._parts()
        self.body = rb"(" + before + rb"(" + date + rb")" + between + rb"(" + time + rb")" + after + _NAME + rb")"
        self.glance = before + rb"(" + date + rb")" + between + time + after + _NAME
        return True

    def _parts(self) -> tuple[bytes, bytes, bytes, bytes, bytes]:
        *glue, half = [_any_of(ways) for ways in self._ways]
        one = _ONE[self.shape.digits]
        few, two = one + rb"(?:" + one + rb")?", one * 2
        first = one * 4 if self.shape.year_first else few
        last = few if self.shape.year_first or self.shape.short_year else one * 4
        date = first + glue[1] + few + glue[2] + last
        time = few + glue[4] + two + (glue[5] + two if self.shape.seconds else b"")
        if self.shape.meridiem == "before":
            time = half + time
        elif self.shape.meridiem == "after":
            time += half
        return glue[0], date, glue[3], time, glue[-1]


def cutter(form: Form | None) -> re.Pattern[bytes]:
    """Cuts `\\n` + lines at every header of `form` (five groups a piece), and before every line that may be another one."""
    return re.compile(rb"\n(?:" + (form.body if form else _NEVER) + rb"|(?=" + MAYBE + rb"))")


def glance(form: Form) -> re.Pattern[bytes]:
    """Finds what `cutter` cuts at, but takes only date and name: two groups, both empty before a line that may be another."""
    return re.compile(rb"\n(?:" + form.glance + rb"|(?=" + MAYBE + rb"))")


def _any_of(ways: list[bytes]) -> bytes:
    """Longest first, so that no way hides a longer one."""
    if len(ways) == 1:
        return re.escape(ways[0])
    return rb"(?:" + b"|".join(re.escape(way) for way in sorted(ways, key=len, reverse=True)) + rb")"
