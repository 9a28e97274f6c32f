"""What makes the demonstration's desk look like a day at work: reports that wait, a conversation, a case that somebody has."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from importlib.resources import files
from uuid import UUID

import msgspec
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.cases import list_cases
from longarm.casework.day.claims import claim
from longarm.casework.day.conversation import answer
from longarm.casework.day.notes import add_note
from longarm.casework.day.tasks import add_task
from longarm.casework.demo.wording import ReportWords, Wording, wording
from longarm.casework.intake import holder, returns
from longarm.casework.intake.submit import submit
from longarm.intake.consent import Use
from longarm.intake.report import Danger, Report, What
from longarm.intake.wishes import How, Wishes
from longarm.store.models import Case, Channel, Letter
from longarm.strict_yaml import load
from longarm.texts import Language
from longarm.typed_yaml import convert


class _Told(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report of `reports.yaml`: its words are the wording's of that `id`, or its own where the person writes that language."""

    id: str
    ago: int
    language: Language | None = None
    words: str = ""
    who: str = "me"
    relation: str | None = None
    dangers: tuple[Danger, ...] = ()
    child: str = "no"
    what: tuple[What, ...] = ()
    state: str = "unknown"
    consents: tuple[Use, ...] = ()
    how: How = "never"
    where: str = ""
    again_ago: int = 0

    def report(self, said: ReportWords, language: Language) -> Report:
        wishes = Wishes(how=self.how, where=self.where, hours=said.hours, code_word=said.code_word)
        kept = {name: getattr(self, name) for name in ("who", "relation", "dangers", "child", "what", "state", "consents")}
        kept |= {"language": self.language or language, "words": said.words}
        return msgspec.convert({**kept, "wishes": msgspec.structs.asdict(wishes)}, Report)


def enliven(actor: Actor, language: Language) -> None:
    """Once: a demonstration that holds a conversation is left as it is."""
    if Channel.objects.filter(case__organisation_id=actor.organisation).exists():
        return
    by_reference = {case.reference: case.id for case in list_cases(actor)}
    for told in _reports():
        _tell(actor, told, language)
    for reference in list(by_reference)[:1]:
        _at_work(actor, by_reference[reference], wording(language))


def _tell(actor: Actor, told: _Told, language: Language) -> None:
    said = wording(language).reports.get(told.id) or ReportWords(told.words)
    token = submit(told.report(said, language)).token
    came = returns.holder_of(token)
    if said.answer:
        answer(actor, came.channel, said.answer)
        holder.page(came)
        holder.write(came, said.again)
    returns.leave(token)
    _back_in_time(came.case, told)


def _at_work(actor: Actor, case: UUID, words: Wording) -> None:
    claim(actor, case)
    add_note(actor, case, words.note)
    add_task(actor, case, words.task, timezone.localdate() + timedelta(days=2), actor.user)


def _back_in_time(case: UUID, told: _Told) -> None:
    """As if it had come in a while ago: only the times in the clear, and only here."""
    now = timezone.now()
    came, wrote = now - timedelta(minutes=told.ago), now - timedelta(minutes=told.again_ago or told.ago)
    Case.objects.filter(id=case).update(made_at=came, asked_at=wrote)
    Letter.objects.filter(channel__case_id=case).update(made_at=came)
    if told.again_ago:
        Letter.objects.filter(channel__case_id=case, number=2).update(made_at=came + timedelta(minutes=21), read_at=wrote)
        Letter.objects.filter(channel__case_id=case, number=3).update(made_at=wrote)


@cache
def _reports() -> tuple[_Told, ...]:
    text = files("longarm.casework.demo").joinpath("reports.yaml").read_bytes()
    return convert(load(text, "reports.yaml"), tuple[_Told, ...])
