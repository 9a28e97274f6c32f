"""The same offender: on the case page, two cases side by side, what a person decides, and a question to another team.
Long: what each of its pages shows is named beside it.
"""

from __future__ import annotations

import base64
from typing import Any, Final, NamedTuple
from uuid import UUID

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from longarm.case.model import Case
from longarm.casework.actor import Actor
from longarm.casework.matches.elsewhere import QuestionView, ask_them, close_question, questions_of
from longarm.casework.matches.judging import WORDS, judge
from longarm.casework.matches.links import Compared, Same, Tie, compare, same_of
from longarm.casework.matches.reading import Known
from longarm.casework.proof.showing import preview
from longarm.casework.refusals import Conflict
from longarm.errors import LongarmError
from longarm.matching.explain import Step, explain, sentence, why_aside
from longarm.matching.link import Link
from longarm.matching.pair import independent
from longarm.texts import Language, say
from longarm.web import dates
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.happened import word
from longarm.web.desk.page import show
from longarm.web.desk.people import called_by

_MOST_REASONS: Final = 3  # sentences of one other case on the case page
_MOST_BESIDE: Final = 30  # reasons that two cases are shown side by side for
_STRENGTH: Final = {"strong": "open", "medium": "conditional", "weak": ""}  # the look of the chip
_shows_pictures = csp_update({"img-src": "data:", "media-src": SELF})  # one policy for every page that shows exhibits


class Said(NamedTuple):
    """A reason in one sentence, and how strong it is, in a word and in the look of its chip."""

    text: str
    strength: str
    chip: str


class TieShown(NamedTuple):
    other: UUID
    called: str
    reference: str
    strength: str
    chip: str
    reasons: tuple[Said, ...]
    verdict: str | None


class Piece(NamedTuple):
    """One side of a reason. `parts`: a threat in stretches, marked where the other differs. `picture`: blurred, a data URL."""

    where: str
    value: str = ""
    used_by: str = ""
    first: str = ""
    last: str = ""
    parts: tuple[tuple[bool, str], ...] = ()
    exhibit: UUID | None = None
    number: int | None = None
    picture: str = ""
    kind: str = "identifier"


class Reason(NamedTuple):
    said: Said
    one: Piece
    other: Piece


class SameShown(NamedTuple):
    ties: tuple[TieShown, ...]
    aside: tuple[str, ...]
    unheard: tuple[str, ...]
    same: Same
    questions: tuple[QuestionView, ...]


def same_shown(actor: Actor, case: UUID, language: Language) -> SameShown:
    """For the case page."""
    found = same_of(actor, case)
    ties = tuple(_tie(tie, language) for tie in found.ties)
    aside = tuple(why_aside(one, language) for one in found.set_aside)
    unheard = tuple(say(f"same-unheard-{why}", language, count=count) for why, count in found.unheard)
    return SameShown(ties, aside, unheard, found, questions_of(case))


@_shows_pictures  # type: ignore[arg-type]  # the library types views without arguments only
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def comparing(request: HttpRequest, actor: Actor, case_id: UUID, other_id: UUID) -> HttpResponse:
    """Two cases side by side. POST: `verdict`, `why`; `series`: somebody decides on the page of the series."""
    fault: LongarmError | None = None
    if request.method == "POST":
        verdict = request.POST.get("verdict", "")
        try:
            judge(actor, case_id, other_id, _word(verdict), request.POST.get("why", ""))
        except LongarmError as refused:
            if refused.message != "same-no-why":
                raise
            fault = refused
        else:
            # Any other word may have ended the series it was said in.
            stays = verdict == "same" and "series" in request.POST
            return redirect(f"/desk/series/{case_id}/" if stays else f"/desk/cases/{case_id}/same/{other_id}/")
    found, language = compare(actor, case_id, other_id), spoken(request)
    beside = found.reasons[:_MOST_BESIDE]
    one, tie = _side(found.one), _tie(found.tie, language)
    if one["called"] == tie.called:  # two cases of one person: only the reference tells them apart
        one["called"], tie = f"{tie.called} ({one['reference']})", tie._replace(called=f"{tie.called} ({tie.reference})")
    facts: dict[str, Any] = {
        "one": one,
        "tie": tie,
        "reasons": [_reason(actor, found, link, language) for link in beside],
        "more": len(found.reasons) - len(beside),
        "steps": [stepped(step) for step in explain(beside, language)] if beside else [],
        "decisions": [(say(f"same-verdict-{one.verdict}", language), one) for one in reversed(found.tie.verdicts)],
    }
    return show(request, "same.html", actor, fault, here="cases", **facts)


@require_POST
@signed_in
def asking(_request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    ask_them(actor, case_id)
    return redirect(f"/desk/cases/{case_id}/#h-same")


@require_POST
@signed_in
def answering(request: HttpRequest, actor: Actor, question_id: UUID) -> HttpResponse:
    """POST `do`: talk, or anything else: we will not."""
    case = close_question(actor, question_id, talks=request.POST.get("do") == "talk")
    return redirect(f"/desk/cases/{case}/#h-same")


def said(link: Link, language: Language) -> Said:
    return Said(sentence(link, language), say(f"matching-strength-{link.strength}", language), _STRENGTH[link.strength])


def _word(sent: str) -> Any:
    """Raises Conflict for what is no verdict: nothing is decided by mistake."""
    if sent not in (*WORDS, "withdrawn"):
        raise Conflict("same-not-to-judge")
    return sent


def _side(known: Known) -> dict[str, Any]:
    called = next((person.called() for person in known.file.complainants if person.alias), known.file.reference)
    return {"id": known.opened.id, "called": called, "reference": known.file.reference}


def _tie(tie: Tie, language: Language) -> TieShown:
    return TieShown(
        other=tie.other.id,
        called=tie.other.called,
        reference=tie.other.reference,
        strength=say(f"matching-strength-{tie.strength}", language),
        chip=_STRENGTH[tie.strength],
        reasons=tuple(said(link, language) for link in independent(tie.links)[:_MOST_REASONS]),
        verdict=say(f"same-verdict-{tie.verdict}", language) if tie.verdict else None,
    )


def stepped(step: Step) -> tuple[str, float, str]:
    """A probability is never said to be one: it is cut, not rounded."""
    return step.text, round(step.bits, 1), f"{int(min(step.score, 0.9999) * 10_000) / 100:.2f} %"


def _reason(actor: Actor, found: Compared, link: Link, language: Language) -> Reason:
    mine = found.one.opened.id
    first = link.because[0].case == str(mine)
    parts = found.quotes.get(link.because, ())
    shown = []
    for known, is_first in ((found.one, first), (found.other, not first)):
        what = link.because[0 if is_first else 1].what
        code, _, number = what.partition("/")
        exhibit = found.exhibits.get((known.opened.id, code))
        if exhibit is None or link.facet not in ("text", "image", "voice"):
            shown.append(_identifier(known.file, what, language))
        elif link.facet == "image":
            shown.append(_picture(actor, code, exhibit, int(number) if number else None))
        else:
            texts = ((part.who == "differs", part.one if is_first else part.other) for part in parts)
            shown.append(Piece(code, parts=tuple(one for one in texts if one[1]), exhibit=exhibit, kind=link.facet))
    return Reason(said(link, language), *shown)


def _picture(actor: Actor, code: str, exhibit: UUID, number: int | None) -> Piece:
    """Blurred, as on the page of the exhibit; that it was shown here is recorded too."""
    made = preview(actor, exhibit, number=number).picture
    address = "data:image/jpeg;base64," + base64.b64encode(made.jpeg).decode() if made else ""
    return Piece(code, exhibit=exhibit, number=number, picture=address, kind="image")


def _identifier(file: Case, what: str, language: Language) -> Piece:
    one = next((each for each in file.identifiers if each.id == what), None)
    if one is None:
        return Piece(what)
    user = next((called_by(person, language) for person in file.persons if person.id == one.used_by), "")
    first, last = (dates.day(str(day), language) if day and day.known else "" for day in (one.from_, one.to))
    kind = word("type", one.type, language) or one.type
    platform = word("platform", one.platform, language)
    return Piece(f"{kind} · {platform}" if platform else kind, one.value, user, first, last)
