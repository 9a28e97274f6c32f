"""Who wrote: the name in front of the first `: `, unless the name itself holds one, or the line is WhatsApp's own."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from longarm.evidence.importers.whatsapp.marks import clean, without_ends
from longarm.evidence.importers.whatsapp.wordings import comparable

# A contact's name is short; a longer start of a line that holds `: ` is a sentence.
_LONGEST: Final = 120
_MOST: Final = 50_000
_PHONE: Final = re.compile(r"\+\d[\d \-().]{5,24}")
_COLONS: Final = 12


class Who(NamedTuple):
    """The sender as shown, and the number, where WhatsApp shows an unsaved contact by its number.

    `wider` is how many bytes the name as written has more than characters.
    """

    name: str
    number: str | None
    wider: int


class Senders:
    """The names seen so far, as bytes in front of `: `. `plain` holds those that no longer name begins with."""

    def __init__(self, long_names: dict[bytes, bytes]) -> None:
        self._long = long_names
        self._known: dict[bytes, Who] = {}
        self._starts: set[bytes] = set()
        self.plain: dict[bytes | None, Who] = {}

    def __contains__(self, name: bytes) -> bool:
        return name in self._known

    def __len__(self) -> int:
        return len(self._known)

    @property
    def behind_a_name(self) -> bool:
        """Whether any sender is shown by a name only, the number unseen."""
        return any(who.number is None for who in self._known.values())

    @property
    def self_named(self) -> bool:
        """Whether any sender is `~ Name`: a name chosen by that person, saved by nobody."""
        return any(who.name.startswith("~") for who in self._known.values())

    def split(self, rest: bytes) -> tuple[bytes, bytes] | None:
        """`rest` (what follows a header) as name and text; None where it names nobody."""
        line = rest.partition(b"\n")[0]
        name = self._longest_known(line) or first_name(line, self._long)
        if name is None:
            return None
        return name, rest[len(name) + 2 :] if line[len(name) : len(name) + 2] == b": " else rest[len(name) + 1 :]

    def _longest_known(self, line: bytes) -> bytes | None:
        found, position = None, -1
        for _ in range(_COLONS):
            position = line.find(b": ", position + 1)
            if position < 0:
                break
            if line[:position] in self._known:
                found = line[:position]
        return found

    def learn(self, name: bytes) -> Who:
        """Takes in a sender seen in a header."""
        if name in self._known:
            return self._known[name]
        written = name.decode("utf-8", "replace")
        shown = without_ends(written)
        who = Who(shown, _number(shown), len(name) - len(written))
        if len(self._known) < _MOST:
            self._known[name] = who
            start, colon, _ = name.partition(b": ")
            if colon:
                self._starts.add(start)
                self.plain.pop(start, None)
            elif name not in self._long and name not in self._starts and "\ufffd" not in written:
                self.plain[name] = who
        return who


def first_name(line: bytes, long_names: dict[bytes, bytes]) -> bytes | None:
    """What stands before the first `: ` of `line`, or before the `:` that ends it; the whole of a name that holds `: `."""
    name, colon, _ = line.partition(b": ")
    if colon and (long := long_names.get(name)) and line.startswith(long + b": "):
        name = long
    if not colon:
        bare = line.rstrip(b"\r ")
        if not bare.endswith(b":"):
            return None
        name = bare[:-1]
    return name if _may_be_a_name(name) else None


def _may_be_a_name(name: bytes) -> bool:
    """Not a sentence: not long, not the inside of a quotation (a subject that holds `: `)."""
    text = comparable(name.decode("utf-8", "replace"))
    return 0 < len(text) <= _LONGEST and text.count('"') % 2 == 0


def _number(shown: str) -> str | None:
    text = clean(shown)
    return "+" + "".join(filter(str.isdigit, text)) if _PHONE.fullmatch(text) else None
