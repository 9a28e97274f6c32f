"""A request in words: its ground, its days, what stayed at home, its timeline, its papers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from longarm.casework.exchange.requests.showing import FileView, Line, RequestView
from longarm.documents.draft import drafted
from longarm.documents.form import documents, form
from longarm.exchange.request.words import REASONS
from longarm.law import rules as law_rules
from longarm.law.load import load
from longarm.law.wording import Told, all_told
from longarm.texts import Language, say
from longarm.web.dates import state
from longarm.web.path_cards import titled

_LAST: Final = frozenset(("withdraw", "close"))
_ANSWERS: Final = frozenset(("answer", "answer_part", "reply"))  # exhibits go along with these


class LineShown(NamedTuple):
    line: Line
    measure: str
    state: str
    asking: str
    asked: str
    due: tuple[str, ...]


class GroundShown(NamedTuple):
    """`treaty`: the id of its page here, empty where it has none."""

    name: str
    treaty: str
    articles: str
    binding: str
    conditions: tuple[Told, ...]
    refusal: tuple[Told, ...]


def lines(found: Iterable[Line], language: Language) -> list[LineShown]:
    return [line_shown(line, language) for line in found]


def line_shown(line: Line, language: Language) -> LineShown:
    return LineShown(
        line=line,
        measure=say("request-measure", language, measure=line.measure),
        state=say("request-state", language, state=line.state),
        asking=state(line.asking, language),
        asked=state(line.asked, language),
        due=tuple(say("request-due", language, due=one) for one in line.due),
    )


def shown(view: RequestView, language: Language) -> dict[str, Any]:
    ask = view.about.ask
    return {
        "head": line_shown(view.line, language),
        "kind": say("request-kind", language, kind=ask.kind),
        "before": ask.basis.before.get(language) or ask.basis.before.get("en") or "",
        "grounds": [
            GroundShown(
                name=titled(one.instrument, load(), language),
                treaty=one.instrument if one.instrument in load().instruments else "",
                articles=", ".join(one.articles),
                binding=one.binding,
                conditions=all_told(load(), one.conditions, language),
                refusal=all_told(load(), one.refusal, language),
            )
            for one in ask.basis.grounds
        ],
        "purpose": _purpose(view, language),
        "chosen": [f"E{number:04d}" for id_, number, _ in view.exhibits if id_ in view.about.exhibits]
        if view.line.state == "drafted"
        else [],
        "left_out": [say("request-left-out", language, kind=kind, number=number) for kind, number in ask.left_out.items()],
        "rule": say("request-rule", language, whence=ask.plan.from_),
        "rule_of": titled(ask.plan.instrument, load(), language) if ask.plan.instrument else "",
        "steps": [(say("request-due", language, due=one.step), one.on, one.who) for one in ask.plan.steps],
        "turns": [
            (
                turn,
                say("request-act", language, act=turn.act),
                say("request-reason-said", language, reason=turn.reason) if turn.reason else "",
            )
            for turn in view.turns
        ],
        "unopened": any(not one.ours and one.state in ("whole", "sound", "unsound") for one in view.files),
        "files": [(one, _where(one, language)) for one in view.files],
        # What cannot be taken back is not the first that a hasty hand meets.
        "doable": [
            (one, say("request-do", language, act=one))
            for one in sorted(view.acts, key=lambda act: act in _LAST)
            if one != "refuse"
        ],
        # A refusal has a form of its own: it alone has a reason, and is not one slip of the hand away from an answer.
        "refusing": say("request-do", language, act="refuse") if "refuse" in view.acts else "",
        "carries": any(one in _ANSWERS for one in view.acts),
        "noted": [(one, say("request-act", language, act=one)) for one in view.noted if one != "refuse"],
        "noted_refusing": "refuse" in view.noted,
        "reasons": [(one, say("request-reason-said", language, reason=one)) for one in REASONS],
        "papers": _papers(view, language),
        "forum": ask.basis.asking,
        "path": ask.basis.path,
    }


def _purpose(view: RequestView, language: Language) -> list[tuple[str, str, tuple[str, ...]]]:
    """State, law and its provisions: one line a law, or the page is a column of fourteen that hides what is to be done."""
    laws: dict[tuple[str, str], dict[str, None]] = {}
    for one in view.about.ask.basis.purpose:
        laws.setdefault((one.state, one.law), {})[one.article] = None
    return [(state(code, language), titled(law, load(), language), tuple(found)) for (code, law), found in laws.items()]


def _where(file: FileView, language: Language) -> str:
    """Of ours, whether the other side has it; of theirs, what was done with it."""
    if file.ours and file.state != "destroyed":
        return say("request-file-ours", language, there="yes" if file.arrived >= file.stored else "no")
    return say("request-file-state", language, state=file.state)


def _papers(view: RequestView, language: Language) -> list[tuple[str, str]]:
    """The formal papers of the path that are drafted here: for states that want paper beside the letter, or instead of it."""
    wanted = next((row.documents for row in law_rules.actions().actions if row.action == view.about.ask.basis.action), ())
    treaty = any(one.instrument == "riyadh-1983" and one.binding == "yes" for one in view.about.ask.basis.grounds)
    rogatory = treaty and view.about.ask.basis.action in ("subscriber_data", "stored_data")
    named = (*wanted, *(("letter-rogatory-riyadh",) if rogatory else ()))
    return [(one, form(one).title.in_(language)) for one in named if one in documents() and drafted().get(one)]
