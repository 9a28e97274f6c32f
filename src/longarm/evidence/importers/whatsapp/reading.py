"""The second pass: every message, in file order, with what is odd about it; and the account of every byte.
Long: its quick way has no calls in it.

Most messages are plain text of a known sender and take the short way in `_rows`; whatever is not goes to `careful`,
which says the same of a plain message.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from longarm.evidence.importers.contract import Account, Asked, AtCertainty, Item, Message, Question, Skipped
from longarm.evidence.importers.whatsapp.careful import Careful, Place
from longarm.evidence.importers.whatsapp.chat_name import chat_name
from longarm.evidence.importers.whatsapp.cutting import Cut, Cutting, Row, size_of
from longarm.evidence.importers.whatsapp.quoted import Key, Told, tell_apart, without_strangers
from longarm.evidence.importers.whatsapp.survey import Section, Survey
from longarm.evidence.importers.whatsapp.times import Clocks, Days, Zoned
from longarm.evidence.importers.whatsapp.variant import variant
from longarm.evidence.importers.whatsapp.wordings import ENDINGS, MARKED, says_more, wordings
from longarm.evidence.source import Source

# The phone exports at most so many messages, with and without media, the newest, and says nothing of the rest.
_CAPS: Final = (10_000, 40_000)
_NEAR: Final = 0.02
_WHOLE: Final = len("2021-12-30T21:14:00")

# Findings of a message that tell of something the export left out.
_MISSING: Final = (
    "media_omitted", "image_omitted", "video_omitted", "audio_omitted", "sticker_omitted", "gif_omitted", "document_omitted",
    "contact_omitted", "too_large", "deleted", "edited", "view_once", "empty_body", "waiting", "disappearing",
)  # fmt: skip


class Reading:
    """One run through the file."""

    def __init__(self, source: Source, survey: Survey, asked: Asked) -> None:
        self.source, self.survey, self.asked = source, survey, asked
        self.clocks = Clocks()
        self.zoned = Zoned(asked.zone) if asked.zone else None
        self.careful = Careful(chat_name(source.name), survey.long_names, self.zoned)
        self.counts: Counter[str] = Counter()
        self.messages = self.skipped = self.blank = 0
        self.offset, self.line = 0, 1
        self.waiting = Told()

    def items(self) -> Iterator[Item]:
        """Every message, what was skipped, the account last."""
        with self.source.open() as reader:
            self.blank = self.offset = 3 if self.survey.bom else 0
            for section in self.survey.sections:
                reader.seek(self.offset)
                self._enter(section)
                for cut in self.cutting.through(reader, section.end - self.offset):
                    yield from self._cut(cut)
        yield self._account()

    def _enter(self, section: Section) -> None:
        self.cutting = Cutting(section.form)
        self.section = section
        self.days = Days(section.order)
        self.both = (Days("dmy"), Days("mdy"))
        self.platform = section.form.shape.source
        self.ascii_head = section.form.ascii
        self.certainty: AtCertainty = "second" if section.form.shape.seconds else "minute"

    def _cut(self, cut: Cut) -> list[Item]:
        """A piece at a time, as a list: handing on each message through every door would take as long as reading it."""
        items: list[Item] = []
        if cut.before is not None:
            items += self._rows(self._told(final=True))
            items += self._not_read(cut.before, cut.open_end and not cut.rows)
        if cut.rows:
            self.waiting.rows += cut.rows
            items += self._rows(self._told(final=cut.last))
        if cut.dropped:
            items += self._rows(self._told(final=True))
            items.append(self._skip(cut.dropped, "message_too_long"))
        if cut.open_end and (cut.rows or cut.dropped):
            self.messages -= 1
            self.offset -= 1
        return items

    def _told(self, final: bool) -> Told:
        """What can be read of the waiting rows: all but the last unless `final`, since what follows may belong to it."""
        given = self.waiting
        rows = given.rows
        if not rows:
            return given
        days, clocks = self.days, self.clocks
        given.ats = ats = [days[date] + clocks[time] for _, date, time, _, _ in rows]
        if min(map(len, ats)) == _WHOLE and ats == sorted(ats):
            self.waiting = Told() if final else given.hold_back((ats[-2],) if len(ats) > 1 else given.reached)
            return given
        given.ats = ["" if len(at) < _WHOLE else at for at in ats]
        strangers = {i for i, row in enumerate(rows) if not row[0] or (not given.ats[i] and self._in_another_order(row[1]))}
        told, self.waiting = tell_apart(without_strangers(given, strangers), self._key, self.careful, final)
        return told

    def _key(self, row: Row) -> Key:
        """The time of a row for comparing: in both orders where the section's is open."""
        clock = self.clocks[row[2]]
        readings = [self.days[row[1]]] if self.section.order else [days[row[1]] for days in self.both]
        return tuple(day + clock for day in readings) if clock and all(readings) else ()

    def _in_another_order(self, date: bytes) -> bool:
        return bool(date) and not self.days[date] and self.days.why_not(date) == "other_order"

    def _rows(self, told: Told) -> list[Item]:
        careful, findings, zoned = self.careful, told.findings, self.zoned
        plain, openings = careful.senders.plain, wordings().openings
        source, chat, certainty, line = self.platform, careful.chat, self.certainty, self.line
        place = Place(source, certainty, self.days, self.clocks)
        items: list[Item] = []
        ascii_head, nul = self.ascii_head, self.cutting.nul
        for index, (head, date, time, name, body) in enumerate(told.rows):
            at = told.ats[index]
            who = plain.get(name)
            more = body.count(b"\n") if b"\n" in body else 0
            text = None
            if (
                who is not None
                and at
                and body
                and body[-1] not in ENDINGS
                and body[0] != MARKED
                and body[:5] not in openings
                and not (nul and b"\0" in body)
                and not (more and says_more(body))
                and not (findings and index in findings)
                and not (zoned is not None and zoned[at] and at in zoned.findings)
            ):
                try:
                    raw = (head + body).decode()
                    text = raw[len(head) - who.wider :] if ascii_head else raw[len(head.decode()) :]
                except UnicodeDecodeError:
                    text = None
            if text is None or who is None:
                items.append(careful.message((head, date, time, name, body), at, findings.get(index, ()), place, line))
            else:
                items.append(
                    Message(
                        source=source,
                        chat=chat,
                        at=zoned[at] if zoned is not None else at,
                        at_certainty=certainty,
                        from_=who.name,
                        from_id=who.number,
                        text=text,
                        line=line,
                        raw=raw,
                    )
                )
            line += 1 + more
        size = size_of(told.rows)
        self.counts["messages"] += len(told.rows)
        self.messages += size
        self.offset += size
        self.line = line
        return items

    def _not_read(self, before: bytes, open_end: bool) -> Iterator[Skipped]:
        """Lines before any message, or behind one that was too long: blank ones are blank, the others skipped together."""
        why = "message_too_long" if self.counts["messages"] else "before_first_message"
        for part in re.finditer(rb"(?P<blank>(?:[ \t\r]*\n)+)|(?:[^\n]*[^ \t\r\n][^\n]*\n)+", before + b"\n"):
            size = len(part[0]) - (open_end and part.end() > len(before))
            if part["blank"]:
                self.blank += size
                self.offset += size
            else:
                yield self._skip(size, why)
            self.line += part[0].count(b"\n")

    def _skip(self, size: int, why: str) -> Skipped:
        self.counts["skipped"] += 1
        skipped = Skipped(source=self.platform, line=self.line, offset=self.offset, bytes=size, why=why)
        self.skipped += size
        self.offset += size
        return skipped

    def _account(self) -> Account:
        seen = self.careful.seen
        blank = self.careful.blank
        findings = dict.fromkeys([*self._of_the_file(), *(code for code in seen if code not in _MISSING)])
        missing = [code for code in _MISSING if seen[code]]
        if self.careful.senders.behind_a_name:
            missing.append("number_behind_name")
        undecided = any(section.order is None for section in self.survey.sections)
        calendar = (
            "gregorian"
            if not seen["hijri_calendar"]
            else "hijri"
            if seen["hijri_calendar"] == self.counts["messages"]
            else "mixed"
        )
        return Account(
            source=self.survey.sections[0].form.shape.source,
            file=self.source.name,
            bytes=self.source.size,
            messages=self.messages - blank,
            skipped=self.skipped,
            blank=self.blank + blank,
            variant=variant(self.survey, calendar, self.careful.crlf, self.asked.zone),
            counts={**self.counts, **self.careful.kinds, **{code: seen[code] for code in seen}},
            findings=tuple(findings),
            missing=tuple(missing),
            questions=(Question(code="date_order", flag="--date-order", choices=("dmy", "mdy")),) if undecided else (),
        )

    def _of_the_file(self) -> Iterator[str]:
        sections = self.survey.sections
        if any(section.order is None for section in sections):
            yield "date_order_undecided"
        if any(section.by == "monotonic" for section in sections):
            yield "date_order_inferred"
        if self.survey.contradicted:
            yield "date_order_contradicted"
        if len(sections) > 1:
            yield "mixed_formats"
        if any(abs(self.counts["messages"] - cap) <= cap * _NEAR for cap in _CAPS):
            yield "probably_truncated_at_start"
        if self.survey.long_names:
            yield "name_with_colon"
        if self.careful.senders.self_named:
            yield "self_chosen_name"
