"""One message that is not plain text of a known sender, or has something odd about it.
Long: all that can be odd stands side by side.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from typing import Final, NamedTuple

from longarm.evidence.importers.contract import AtCertainty, Kind, Message
from longarm.evidence.importers.whatsapp.body import PLAIN, Body, findings_of_line, look_at, media_date_differs
from longarm.evidence.importers.whatsapp.cutting import Row
from longarm.evidence.importers.whatsapp.quoted import AMBIGUOUS
from longarm.evidence.importers.whatsapp.senders import Senders, Who, first_name
from longarm.evidence.importers.whatsapp.times import Clocks, Days, Zoned, candidates
from longarm.evidence.importers.whatsapp.wordings import wordings

# With more senders than this, or a line about a group, one more name is nothing unusual.
_GROUP: Final = 4


class Place(NamedTuple):
    """What the section says of a row."""

    source: str
    certainty: AtCertainty
    days: Days
    clocks: Clocks


class _Spoken(NamedTuple):
    who: Who | None
    text: bytes
    body: Body
    findings: tuple[str, ...] = ()


class Careful:
    """Reads rows one by one and counts what it finds. `blank` are bytes of blank lines that end a message."""

    def __init__(self, chat: str | None, long_names: dict[bytes, bytes], zoned: Zoned | None) -> None:
        self.chat = chat
        self.senders = Senders(long_names)
        self.seen: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.blank = 0
        self.crlf = False
        self._group = False
        self._zoned = zoned
        self._wordings = wordings()

    def name_of(self, row: Row) -> bytes | None:
        """The name in `row`, where it has one, also one that the quick pattern leaves out (`a:b: text`, `Amal:`)."""
        return row[3] if row[3] is not None else first_name(row[4].partition(b"\n")[0], {})

    def is_stranger(self, row: Row) -> bool:
        """Whether `row` names a sender that no message read so far came from."""
        name, body = row[3], row[4]
        if name is None or name in self.senders:
            return False
        rest = name + b": " + body
        if self._wordings.of_line(rest.partition(b"\n")[0].decode("utf-8", "replace")):
            return False
        split = self.senders.split(rest)
        return split is not None and split[0] not in self.senders

    def message(self, row: Row, at: str, findings: tuple[str, ...], place: Place, line: int) -> Message:
        """`row` as a message; `at` is its local time, empty where it has none."""
        head, _, _, name, body = row
        body, blank = _without_blank_end(body)
        self.blank += blank
        self.crlf = self.crlf or body.endswith(b"\r")
        raw = head + body
        spoken = self._spoken(body if name is None else name + b": " + body, name, place.source)
        when = self._when(row, at, place)
        codes = [*findings, *when.findings, *spoken.findings, *spoken.body.findings, *_of_bytes(raw)]
        if at and spoken.body.media and media_date_differs(spoken.body.media, at):
            codes.append("media_date_differs")
        self.seen.update(codes)
        if spoken.body.kind != "message":
            self.kinds[spoken.body.kind] += 1
        return Message(
            source=place.source,
            chat=self.chat,
            at=when.at,
            at_certainty=place.certainty if when.at else "unknown",
            at_candidates=when.candidates,
            from_=spoken.who.name if spoken.who else None,
            from_id=spoken.who.number if spoken.who else None,
            text=spoken.text.decode("utf-8", "replace").replace("\r\n", "\n").removesuffix("\r"),
            media=spoken.body.media,
            kind=spoken.body.kind,
            kind_certainty=spoken.body.certainty,
            line=line,
            raw=_exact(raw),
            findings=tuple(dict.fromkeys(codes)),
        )

    def _spoken(self, rest: bytes, name: bytes | None, platform: str) -> _Spoken:
        """Who says what. WhatsApp's own lines first: a group renamed to `x: y` has no sender."""
        plain = self.senders.plain.get(name)
        if plain is None and (own := self._own_line(rest)):
            return own
        split = self.senders.split(rest)
        if split is None:
            return _Spoken(None, rest, Body("system", "inferred"))
        name, text = split
        new = name not in self.senders
        unusual = new and 2 <= len(self.senders) < _GROUP and not self._group
        who = self.senders.learn(name)
        body = self._look(text, platform)
        return _Spoken(who, text, body, (AMBIGUOUS,) if unusual else ())

    def _own_line(self, rest: bytes) -> _Spoken | None:
        line = rest.partition(b"\n")[0]
        code = self._wordings.of_line(line.decode("utf-8", "replace"))
        if code is None:
            return None
        self._group = self._group or code == "group"
        kind: Kind = "call" if code == "call" else "deleted" if code == "deleted" else "system"
        return _Spoken(None, rest, Body(kind, "known", (), findings_of_line(code)))

    def _look(self, text: bytes, platform: str) -> Body:
        if not self._wordings.may_speak(text):
            return PLAIN
        body = look_at(text.decode("utf-8", "replace"), self._wordings, platform)
        self._group = self._group or (body.kind == "system" and self._about_a_group(text))
        return body

    def _about_a_group(self, text: bytes) -> bool:
        return self._wordings.of_line(text.decode("utf-8", "replace")) == "group"

    def _when(self, row: Row, at: str, place: Place) -> _When:
        if at:
            if self._zoned is None:
                return _When(at)
            return _When(self._zoned[at], (), self._zoned.findings.get(at, ()))
        clock = place.clocks[row[2]]
        if place.days[row[1]]:
            return _When(None, (), ("impossible_time",))
        why = place.days.why_not(row[1])
        if why != "undecided":
            return _When(None, (), (why if why != "other_order" else "impossible_date",))
        readings = [day + clock for day in candidates(row[1])] if clock else []
        return _When(None, tuple(self._zoned[at] if self._zoned else at for at in readings))


class _When(NamedTuple):
    at: str | None
    candidates: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


def _without_blank_end(body: bytes) -> tuple[bytes, int]:
    """WhatsApp trims its messages: blank lines at the end of one are the file's, not the sender's."""
    if b"\n" not in body:
        return body, 0
    end = body.find(b"\n", len(body.rstrip(b" \t\r\n")))
    return (body, 0) if end < 0 else (body[:end], len(body) - end)


def _of_bytes(raw: bytes) -> tuple[str, ...]:
    found = []
    if b"\0" in raw:
        found.append("nul")
    try:
        raw.decode()
    except UnicodeDecodeError:
        found.append("bad_utf8")
    return tuple(found)


def _exact(raw: bytes) -> str:
    """The bytes as text; base64 where they are no UTF-8 (the message then says `bad_utf8`)."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return b64encode(raw).decode()
