"""The complaint itself: before which state, before whom, until when; and the statement at a consulate for those abroad.
Long: with all that can bar it.
"""

from __future__ import annotations

from longarm.case.answer import Answer
from longarm.law import channels, rules
from longarm.law.answer import Basis, Obstacle, Opening, PathStatus
from longarm.law.asking import abroad
from longarm.law.explain import said, said_of, state_named
from longarm.law.limits import Limits, limits
from longarm.law.matter import Matter
from longarm.law.offences import offence_fact
from longarm.law.standing import Standing
from longarm.law.step import Step, worse


def complaint(matter: Matter, standing: Standing) -> Step:
    """`file_complaint` before the state of this standing: one report for all offences."""
    state = standing.state
    away = abroad(matter, state)
    limited = limits(matter.scene, matter.facts.states[state], matter.charges[state], matter.identified)
    barred = _barred(matter, standing)
    obstacles = (*_lacking(matter, standing), *_lapsed(matter, state, limited), *barred)
    return Step(
        action="file_complaint",
        forum=state,
        status=worse(_status(standing, limited), "conditional" if barred else "open"),
        by="complainant",
        before=None if _of_refuge(matter, standing) else channels.for_complaint(matter.scene, matter.facts, state, away),
        why=said("why-file-complaint", state=state_named(matter.facts, state)),
        events=standing.events,
        basis=_own_law(matter, standing),
        obstacles=obstacles,
        opens_if=(*_opens(matter, standing), *([_interrupted()] if barred else ())),
        documents=_documents(matter, state, away),
        deadline=limited.next.isoformat() if limited.next else None,
        confidence=standing.confidence,
        sources=(*standing.facts, *limited.facts),
    )


def consular_statements(matter: Matter) -> list[Step]:
    """A statement before the consulate of the own state, for who lives outside it. What a consulate may take is seldom known."""
    steps: dict[str, Step] = {}
    for person in matter.scene.complainants:
        homes = matter.scene.homes(person, matter.scene.today)
        for own in matter.scene.nationalities[person.id]:
            state = matter.facts.states.get(own.state)
            standing = matter.standings.get(own.state)
            if state is None or standing is None or not homes or any(p.state == own.state for p in homes):
                continue
            takes = state.consular.takes_statements
            certain = own.certainty == "known" and any(p.surely is Answer.YES for p in homes)
            status: PathStatus = "open" if takes is Answer.YES and certain else "conditional"
            opens = (
                () if takes is Answer.YES else (Opening(code=f"consular practice of {own.state}", text=said("opens-consulate")),)
            )
            steps[own.state] = Step(
                action="consular_statement",
                forum=own.state,
                status=worse(status, "conditional" if standing.status != "open" else "open"),
                by="complainant",
                before=channels.first_of(matter.facts, own.state, ("consular",), matter.scene.as_of, abroad=True),
                why=said("why-consular-statement", state=state_named(matter.facts, own.state)),
                events=standing.events,
                opens_if=opens,
                documents=rules.action("consular_statement").documents,
                confidence="low" if takes is Answer.UNKNOWN else "medium",
                sources=(f"states/{own.state}#consular",),
            )
    return list(steps.values())


def _of_refuge(matter: Matter, standing: Standing) -> bool:
    """Is the only tie that the suspect, who says he is a refugee, may be a national? Nobody is sent to the state he fled."""
    refugees = {o.person.id for o in matter.offenders if o.seeks_refuge}
    return all(tie.basis == "active_personality" and tie.because[0] in refugees for tie in standing.ties)


def _status(standing: Standing, limited: Limits) -> PathStatus:
    """Where every event it rests on has lapsed, the complaint is blocked; conditional while the author may not be known."""
    if standing.events and set(standing.events) <= set(limited.lapsed):
        return worse(standing.status, "conditional" if limited.maybe else "blocked")
    return standing.status


def _lapsed(matter: Matter, state: str, limited: Limits) -> tuple[Obstacle, ...]:
    if not limited.lapsed:
        return ()
    text = said("obstacle-complaint-time-limit" + ("-maybe" if limited.maybe else ""), state=state_named(matter.facts, state))
    return (Obstacle(code="complaint_time_limit", state=state, events=limited.lapsed, text=text, sources=limited.facts),)


def _barred(matter: Matter, standing: Standing) -> tuple[Obstacle, ...]:
    """Has the time for prosecution run out for all of it, as far as is known? An act of investigation may have begun it anew."""
    untils = [charge.until for charge in standing.charges]
    if not untils or any(until is None or until.day >= matter.scene.as_of for until in untils):
        return ()
    text = said("obstacle-limitation", state=state_named(matter.facts, standing.state))
    facts = tuple(dict.fromkeys(until.fact for until in untils if until))
    return (Obstacle(code="limitation", state=standing.state, events=standing.events, text=text, sources=facts),)


def _interrupted() -> Opening:
    return Opening(code="interruption of limitation", text=said("opens-interruption"))


def _lacking(matter: Matter, standing: Standing) -> tuple[Obstacle, ...]:
    """What keeps the complaint from being open: no offence, an unknown place, a question of law nobody answered."""
    name = state_named(matter.facts, standing.state)
    if standing.status == "blocked":
        text = said("obstacle-no-offence", state=name)
        return (Obstacle(code="no_offence", state=standing.state, events=standing.events, text=text, sources=standing.facts),)
    found = []
    for kind, who in standing.opens:
        if kind == "location":
            text = said_of("obstacle-location-unknown", (matter.called(who),) * 3)
            found.append(Obstacle(code="location_unknown", state=standing.state, events=standing.events, text=text))
    if standing.status == "unknown" and not found:
        text = said("obstacle-unknown-law", state=name)
        found.append(
            Obstacle(code="unknown_fact", state=standing.state, events=standing.events, text=text, sources=standing.facts)
        )
    return tuple(found)


def _opens(matter: Matter, standing: Standing) -> tuple[Opening, ...]:
    if standing.status not in ("conditional", "unknown"):
        return ()
    lines = [matter.opening(kind, who) for kind, who in standing.opens]
    lines += [Opening(code=c.replace("_", " "), text=said(f"condition-{c}".replace("_", "-"))) for c in standing.conditions]
    return tuple(lines)


def _own_law(matter: Matter, standing: Standing) -> tuple[Basis, ...]:
    """The offences, law by law; a complaint rests on the state's own law (remembered)."""
    key = (standing.state, *((charge.offence.id, charge.applies) for charge in standing.charges))
    kept = matter.index.own_law.get(key)
    if kept is None:
        kept = _by_law(matter, standing)
        matter.index.own_law.put(key, kept)
    return kept


def _by_law(matter: Matter, standing: Standing) -> tuple[Basis, ...]:
    by_law: dict[str, list[str]] = {}
    facts: dict[str, list[str]] = {}
    sure: dict[str, bool] = {}
    for charge in standing.charges:
        offence = charge.offence
        articles = by_law.setdefault(offence.law, [])
        if offence.article not in (*articles, "unknown"):
            articles.append(offence.article)
        facts.setdefault(offence.law, []).append(offence_fact(standing.state, offence))
        sure[offence.law] = sure.get(offence.law, False) or charge.applies is Answer.YES
    lines = []
    for law_id, articles in by_law.items():
        law = matter.index.laws.get(law_id)
        title = (law.title.in_language("ar"), law.title.in_language("en"), law.title.in_language("fr")) if law else (law_id,) * 3
        in_force = sure[law_id]
        lines.append(
            Basis(
                instrument=law_id,
                articles=tuple(articles),
                binding="yes" if in_force else "unknown",
                fits="yes" if in_force else "unknown",
                why="own law" if in_force else "unknown_fact",
                text=said("basis-own-law" if in_force else "basis-own-law-unknown", law=title),
                sources=tuple(dict.fromkeys(facts[law_id])),
            )
        )
    return tuple(lines)


def _documents(matter: Matter, state: str, away: Answer) -> tuple[str, ...]:
    named = [rules.actions().complaints.get(state, "complaint-generic"), *rules.action("file_complaint").documents]
    if any("recipient" in person.roles for person in matter.scene.case.persons):
        named.append("recipient-statement")
    if away is not Answer.NO:
        named.append("power-of-attorney-sheet")
    return tuple(named)
