"""A channel as the team reads it: who, what they wish, what was said, what they allowed."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from longarm.casework.day.conversation import Thread
from longarm.casework.day.sentences import Warned, ready
from longarm.casework.intake.letters import Body, LetterView
from longarm.intake.consent import USES, Use, wording
from longarm.intake.wishes import Wishes
from longarm.texts import Language, name_of, say

_ARABIC: Final = re.compile("[\u0600-\u06ff]")


class Draft(NamedTuple):
    """An answer that has not gone yet, and what it is warned about."""

    channel: UUID
    text: str
    warned: tuple[Warned, ...]


class LetterShown(NamedTuple):
    ours: bool
    by: str
    at: datetime
    text: str
    notice: str
    urgent: bool
    unread: bool
    read_at: datetime | None


class ThreadShown(NamedTuple):
    id: UUID
    who: str
    state: str
    never: bool
    language: Language  # in which the holder wrote
    wishes: tuple[str, ...]
    ready: tuple[tuple[str, str], ...]
    letters: tuple[LetterShown, ...]
    consents: tuple[tuple[str, bool, Use], ...]
    files: int
    arriving: int
    standing: str
    status_words: str
    draft: str
    warned: tuple[tuple[str, str], ...]


def thread_shown(thread: Thread, draft: Draft | None, language: Language) -> ThreadShown:
    mine = draft if draft and draft.channel == thread.id else None
    first = thread.letters[0].body if thread.letters else None
    theirs: Language = first.language if first and first.language else language
    allowed, others = {one.use: one.allowed for one in thread.consents}, {one.use: one.others for one in thread.consents}
    uses: tuple[Use, ...] = (*USES, "escrow") if allowed.get("escrow") else USES
    return ThreadShown(
        id=thread.id,
        who=say(f"work-channel-{thread.kind}", language),
        state=thread.state,
        never=thread.wishes.how == "never" or thread.state != "open",
        language=theirs,
        wishes=(*_wishes(thread.wishes, language), *_spoken_to(first, language)),
        ready=tuple((one.id, one.in_language(theirs)) for one in ready()),
        letters=tuple(_letter(thread, one, language) for one in thread.letters),
        consents=tuple((wording(use, language, others.get(use, 0)), allowed.get(use, False), use) for use in uses),
        files=thread.files,
        arriving=thread.arriving,
        standing=thread.status.standing if thread.status else "",
        status_words=thread.status.words if thread.status else "",
        draft=mine.text if mine else "",
        warned=tuple((one.phrase, say(f"work-never-{one.kind}", language)) for one in mine.warned) if mine else (),
    )


def _wishes(wishes: Wishes, language: Language) -> tuple[str, ...]:
    """Never comes first and stands in words; a code word is said before anything else."""
    said = [say(f"work-how-{wishes.how}", language)]
    where = wishes.where if _ARABIC.search(wishes.where) else f"\u200e{wishes.where}"  # a number keeps its plus in front
    said += [say("work-at", language, where=where)] if wishes.where else []
    said += [say("work-hours", language, hours=wishes.hours)] if wishes.hours else []
    said += [say("work-code-word", language, word=wishes.code_word)] if wishes.code_word else []
    return tuple(said)


def _spoken_to(first: Body | None, language: Language) -> list[str]:
    """In which language, and as whom: asked once, in the first account."""
    said = [say("work-writes-in", language, name=name_of(first.language))] if first and first.language else []
    if first and first.form_of_address:
        said.append(say(f"work-address-{first.form_of_address}", language))
    return said


def _letter(thread: Thread, one: LetterView, language: Language) -> LetterShown:
    notice = ""
    if one.body.notice:
        facts = {"use": wording(one.body.use, language, one.body.others)} if one.body.use else {}
        notice = say(f"letter-{one.body.notice.replace('_', '-')}", language, **facts)
    return LetterShown(
        ours=one.from_team,
        by=thread.names.get(one.by, "") if one.by else "",
        at=one.at,
        text=one.body.text,
        notice=notice,
        urgent=one.body.urgent,
        unread=not one.from_team and one.read_at is None,
        read_at=one.read_at,
    )
