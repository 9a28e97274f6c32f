"""The header of one exported message, `30/12/2021, 21:14 - ` or `[31/12/2022, 11:40:26] `, in whatever form a phone wrote it.

This is the careful reader of a single line: it cleans a copy of the line (`marks`) and knows every variant in one
pattern. What it has seen once becomes a fast pattern over bytes (`shape`), so it runs on few lines of a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, NamedTuple

from longarm.evidence.importers.whatsapp.marks import folded, header_copy
from longarm.strict_yaml import load
from longarm.typed_yaml import convert

Digits = Literal["latn", "arab", "arabext", "mixed"]

# A header is short; what stands further right on the line cannot change what it is.
_LONGEST: Final = 72


@dataclass(frozen=True, slots=True)
class Shape:
    """How one phone writes a header, apart from marks and spaces: two headers of one export have one shape."""

    bracket: bool
    separator: str
    year_first: bool
    short_year: bool
    seconds: bool
    meridiem: Literal["none", "before", "after"]
    colon: str
    digits: Digits

    @property
    def source(self) -> str:
        """Who writes so: iOS always with brackets and seconds, Android with neither; others only look alike."""
        if self.bracket == self.seconds:
            return "whatsapp-ios" if self.bracket else "whatsapp-android"
        return "chat-text"


class Header(NamedTuple):
    """A header found at the start of a line. `date`, `time` are the characters as written; `end` counts characters.

    `glue` holds what stands between the numbers, `half` the half of the day with what ties it to its number.
    """

    shape: Shape
    date: str
    time: str
    end: int
    glue: tuple[str, ...] | None
    half: str


def words() -> dict[str, list[str]]:
    """The words of a header: `am`, `pm`, and those between date and time (clock_words.yaml)."""
    return _words()


@cache
def _words() -> dict[str, list[str]]:
    name = "clock_words.yaml"
    listed = convert(load(files(__package__).joinpath(name).read_bytes(), name), dict[str, list[str]])
    return {key: [folded(word) for word in words] for key, words in listed.items()}


def half_of_day(token: str) -> Literal["am", "pm"] | None:
    """What `ص`, `p. m.`, `ÖS` … say; None for any other word."""
    known = words()
    word = folded(token).strip()
    return "am" if word in known["am"] else "pm" if word in known["pm"] else None


@cache
def _pattern() -> re.Pattern[str]:
    halves = "|".join(re.escape(word) for word in sorted(words()["am"] + words()["pm"], key=len, reverse=True))
    between = "|".join(re.escape(word) for word in words()["at"])
    return re.compile(
        rf"""(?P<open>\ *\[\ *)? (?P<a>\d{{1,4}}) (?P<sep>[./-])\ ? (?P<b>\d{{1,2}}) (?P=sep)\ ? (?P<c>\d{{1,4}}) \.?
             (?P<era>\ ?(?:ه|ah)(?!\w))? (?:,\ *|\ +) (?:(?:{between})\ +)? (?:(?P<before>{halves})\ *)?
             (?P<h>\d{{1,2}}) (?P<colon>[:.]) (?P<m>\d{{2}}) (?: (?P=colon)(?P<s>\d{{2}}) )? (?:\ *(?P<after>{halves}))?
             (?(open) \ *\] (?:\ |$) | \ [-–](?:\ |$) )""",
        re.VERBOSE,
    )


def parse(line: str) -> Header | None:
    """The header at the start of `line`, or None. Whether its numbers make a date is not asked here."""
    head, places = header_copy(line[:_LONGEST])
    match = _pattern().match(head)
    if match is None or (match["before"] and match["after"]):
        return None
    year_first = len(match["a"]) > 2
    if (year_first and len(match["c"]) > 2) or len(match["a"]) == 3 or len(match["c"]) == 3:
        return None
    end = places[match.end() - 1] + 1  # marks behind it belong to what follows
    first, last = match.start("a"), match.end("c")
    time_from = match.start("before") if match["before"] else match.start("h")
    time_to = match.end("after") if match["after"] else match.end("s") if match["s"] else match.end("m")
    date = line[places[first] : places[last - 1] + 1]
    time = line[places[time_from] : places[time_to - 1] + 1]
    shape = Shape(
        bracket=bool(match["open"]),
        separator=match["sep"],
        year_first=year_first,
        short_year=not year_first and len(match["c"]) <= 2,
        seconds=match["s"] is not None,
        meridiem="before" if match["before"] else "after" if match["after"] else "none",
        colon=match["colon"],
        digits=_digits(date + time),
    )
    half = ""
    if match["after"]:
        half = line[places[match.end("s") - 1 if match["s"] else match.end("m") - 1] + 1 : places[time_to - 1] + 1]
    elif match["before"]:
        half = line[places[time_from] : places[match.start("h")]]
    return Header(shape, date, time, end, _glue(line, places, match, time_to, end), half)


def _glue(line: str, places: list[int], match: re.Match[str], time_to: int, end: int) -> tuple[str, ...] | None:
    """The characters between the numbers, as written; None where a mark stands inside a number, or the line ends."""
    numbers = [match.span(name) for name in ("a", "b", "c", "h", "m", "s") if match[name] is not None]
    if any(places[stop - 1] - places[start] != stop - 1 - start for start, stop in numbers):
        return None
    glue, reached = [], 0
    for position, (start, stop) in enumerate(numbers):
        begins = match.start("before") if position == 3 and match["before"] else start
        glue.append(line[reached : places[begins]])
        reached = places[stop - 1] + 1
    after_time = places[time_to - 1] + 1
    if not line[after_time:end][-1:].isspace():
        return None
    glue.append(line[after_time:end])
    return tuple(glue)


def _digits(text: str) -> Digits:
    kinds = {
        "latn" if character <= "9" else "arab" if character <= "\u0669" else "arabext"
        for character in text
        if character.isdigit()
    }
    if len(kinds) > 1:
        return "mixed"
    return "arab" if "arab" in kinds else "arabext" if "arabext" in kinds else "latn"
