"""What holds for every case whatever is in it: nothing open on an unknown, no hazard that lifts, the same answer twice."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, get_args

import msgspec
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from longarm.case.file import parse_case
from longarm.case.model import Case, Event, Identifier, Location, Nationality, Person, Trace
from longarm.case.vocabulary import Certainty, EventKind, IdentifierType, Risk, Wants
from longarm.case.when import When
from longarm.errors import BadInput
from longarm.law.answer import Path, PathsAnswer
from longarm.law.dates import Checked, LawDate
from longarm.law.load import load
from longarm.law.model import PartyEvent
from longarm.law.paths import paths
from longarm.signals.trace import trace_case

FACTS = load()
OF_PAPERS = {
    name for name, treaty in FACTS.instruments.items() for measure in treaty.matters
    if measure.measure in ("service_of_documents", "recognition")
}  # fmt: skip
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
OPENNESS = ("open", "conditional", "unknown", "blocked")
STATES = st.sampled_from(("EG", "LY", "IQ", "DE", "FR", "GB", "PH", "TN", "AE", "SA", "SY", "US", "TR", "MA", "BR", "unknown"))
PLATFORMS = st.sampled_from(("facebook", "whatsapp", "telegram", "instagram", "skype", "vodafone_cash", "nowhere"))
DAYS = st.dates(date(2010, 1, 1), date(2027, 12, 31))
WHENS = st.one_of(DAYS.map(date.isoformat), st.sampled_from(("unknown", "2018", "2021-03"))).map(When.parse)


@st.composite
def stays(draw: st.DrawFn) -> Location:
    start = draw(st.none() | DAYS)
    end = draw(st.none() | st.integers(0, 2000))
    to = start + timedelta(days=end) if start and end is not None and start.year < 2027 else None
    return Location(
        state=draw(STATES),
        from_=When.parse(start.isoformat()) if start else None,
        to=When.parse(to.isoformat()) if to else None,
        certainty=draw(st.sampled_from(get_args(Certainty))),
    )


@st.composite
def people(draw: st.DrawFn, name: str, role: str) -> Person:
    national = draw(st.lists(st.builds(Nationality, state=STATES, certainty=st.sampled_from(get_args(Certainty))), max_size=2))
    return Person(
        id=name,
        roles=(role,),  # type: ignore[arg-type]
        birth_year=draw(st.none() | st.integers(1950, 2009)),
        minor=draw(st.sampled_from((None, None, True, False))),
        nationality=tuple(national),
        locations=tuple(draw(st.lists(stays(), max_size=2))),
        legal_name=draw(st.sampled_from((None, "A. Example"))),
        residence_status=draw(st.sampled_from((None, "refugee", "irregular"))),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    roles = [
        "complainant",
        *draw(st.lists(st.sampled_from(("suspect", "instigator", "recipient", "reporter", "complainant")), max_size=4)),
    ]
    persons = [draw(people(f"p{i}", role)) for i, role in enumerate(roles)]
    ids = st.sampled_from([p.id for p in persons])
    maybe = st.none() | ids
    numbers = st.sampled_from(("+218910000017", "+201000000017", "+491713920017", "01000000017", "someone", "https://t.me/x"))
    identifiers = [
        Identifier(id=f"i{i}", type=kind, value=draw(numbers), used_by=draw(maybe), platform=draw(st.none() | PLATFORMS))
        for i, kind in enumerate(draw(st.lists(st.sampled_from(get_args(IdentifierType)), max_size=3)))
    ]
    events = [
        Event(
            id=f"e{i}", kind=kind, at=draw(WHENS), by=draw(maybe), to=draw(maybe), concerns=draw(maybe),
            wants=draw(st.none() | st.sampled_from(get_args(Wants))), via=draw(st.none() | PLATFORMS),
            note=draw(st.sampled_from((None, "witchcraft"))),
        )
        for i, kind in enumerate(draw(st.lists(st.sampled_from(get_args(EventKind)), max_size=5)))
    ]  # fmt: skip
    risks = draw(st.lists(st.sampled_from(get_args(Risk)), max_size=3, unique=True))
    return Case(longarm="case/1", reference="R-1", persons=tuple(persons), identifiers=tuple(identifiers), events=tuple(events),
                risks=tuple(risks))  # fmt: skip


def answered(case: Case, day: date, traces: tuple[Trace, ...] = ()) -> PathsAnswer:
    """The answer; a case that contradicts itself is refused, and not a case for these tests."""
    try:
        return paths(case, FACTS, day, traces)
    except BadInput as fault:
        assert fault.message in ("paths-two-places", "paths-before-birth")
        assume(False)
        raise


@QUICK
@given(cases(), DAYS)
def test_ranks_and_ids_are_in_order_and_an_embassy_is_never_named(case: Case, day: date) -> None:
    answer = answered(case, day)
    assert [path.rank for path in answer.paths] == list(range(1, len(answer.paths) + 1))
    assert len({path.id for path in answer.paths}) == len(answer.paths)
    assert not any(path.before and path.before.id.endswith(":embassy") for path in answer.paths)
    last_kept = max((p.rank for p in answer.paths if p.action == "preserve_data" and not _forbidden(p)), default=0)
    for path in answer.paths:
        removal = path.action in ("takedown", "removal_request") and path.status != "blocked"
        if removal and path.documents != ("platform-report-child",):
            assert path.rank > last_kept or not last_kept or _shows_a_child(case)


def _forbidden(path: Path) -> bool:
    return any(obstacle.code == "hazard_forbids" for obstacle in path.obstacles)


def _shows_a_child(case: Case) -> bool:
    return any(event.kind.startswith("intimate_image") for event in case.events)


@QUICK
@given(cases(), DAYS)
def test_no_path_is_open_on_an_unknown(case: Case, day: date) -> None:
    answer = answered(case, day)
    for path in answer.paths:
        if path.status != "open":
            continue
        assert not path.opens_if, path.id
        assert path.confidence != "low", path.id
        if path.forum and path.action not in ("child_protection", "consult_first", "hotline", "consular_statement"):
            assert _reached(answer, path), path.id
        if path.requested and path.action not in ("provider_request", "emergency_disclosure"):
            assert any(basis.binding == "yes" and basis.fits == "yes" for basis in path.basis), path.id


def _reached(answer: PathsAnswer, path: Path) -> bool:
    """The forum's law surely reaches an act that is surely an offence there."""
    sure = {event for line in answer.jurisdiction for event in line.events
            if line.state == path.forum and line.holds == "yes" and not line.conditions and line.confidence != "low"}  # fmt: skip
    punished = {event for line in answer.offences for event in line.events
                if line.state == path.forum and line.applies == "yes" and line.confidence != "low"}  # fmt: skip
    return bool(sure & punished)


@QUICK
@given(cases(), DAYS, st.sampled_from(get_args(Risk)))
def test_a_hazard_never_opens_or_lifts_a_step(case: Case, day: date, risk: Any) -> None:
    assume(risk not in case.risks)
    before = answered(case, day)
    after = answered(msgspec.structs.replace(case, risks=(*case.risks, risk)), day)
    old, new = {p.id: p for p in before.paths}, {p.id: p for p in after.paths}
    for name in old.keys() & new.keys():
        assert OPENNESS.index(new[name].status) >= OPENNESS.index(old[name].status), name
        assert set(old[name].hazards) <= set(new[name].hazards), name
    for name in old.keys() & new.keys():
        if risk in new[name].hazards and risk not in old[name].hazards and new[name].action != "takedown":
            above = {p.id for p in before.paths if p.rank < old[name].rank and p.action != "takedown"}
            same = {
                n
                for n in above & new.keys()
                if new[n].hazards == old[n].hazards and new[n].status == old[n].status and new[n].by != "authority"
            }
            assert all(new[n].rank < new[name].rank for n in same), name


@QUICK
@given(cases(), DAYS)
def test_a_place_that_is_only_claimed_opens_nothing_more(case: Case, day: date) -> None:
    """A suspect's place made less certain never opens a step."""
    known = answered(case, day)
    loose = tuple(
        msgspec.structs.replace(p, locations=tuple(msgspec.structs.replace(x, certainty="claimed") for x in p.locations))
        if {"suspect", "instigator"} & set(p.roles) else p
        for p in case.persons
    )  # fmt: skip
    claimed = answered(msgspec.structs.replace(case, persons=loose), day)
    opened = {p.id for p in claimed.paths if p.status == "open"} - {p.id for p in known.paths if p.status == "open"}
    assert all(name.startswith(("takedown", "hash_block", "preserve_data", "subscriber_data", "emergency")) for name in opened)


@QUICK
@given(cases(), DAYS)
def test_the_same_case_gives_the_same_answer(case: Case, day: date) -> None:
    once, again = answered(case, day), answered(case, day)
    assert msgspec.json.encode(once) == msgspec.json.encode(again)


@QUICK
@given(cases(), st.dates(date(2025, 5, 1), date(2026, 9, 1)), st.sampled_from(("instagram", "x", "whatsapp", "telegram")))
def test_the_duty_to_remove_is_for_what_was_published_and_not_before_its_day(case: Case, day: date, where: str) -> None:
    more = Event(id="e9", kind="intimate_image_published", at=When.parse("2025-03-01"), to="p0", via=where)
    case = msgspec.structs.replace(case, events=(*case.events, more))
    published = {event.id for event in case.events if event.kind == "intimate_image_published"}
    duties = [path for path in answered(case, day).paths if path.action == "removal_request"]
    assert bool(duties) == (day >= date(2025, 5, 19))
    for path in duties:
        assert set(path.events) <= published
        assert path.events
        assert (path.status == "blocked") == (day < date(2026, 5, 19))


@settings(QUICK, max_examples=25)
@given(cases(), DAYS, st.sampled_from(sorted(OF_PAPERS)), st.sampled_from(("EG", "LY", "IQ", "DE", "TN", "SA", "SY", "PH")))
def test_a_ratification_more_never_closes_a_path_between_states(case: Case, day: date, name: str, state: str) -> None:
    old = (day - timedelta(days=900)).isoformat()
    joined = PartyEvent(status="ratified", on=LawDate.parse(old), source=("s",), confidence="high", checked=Checked.parse(old))
    treaty = FACTS.instruments[name]
    more = msgspec.structs.replace(treaty, parties={**treaty.parties, state: (*treaty.parties.get(state, ()), joined)})
    facts = msgspec.structs.replace(FACTS, instruments={**FACTS.instruments, name: more})
    before = {p.id: p.status for p in answered(case, day).paths}
    for path in paths(case, facts, day).paths:
        assert OPENNESS.index(path.status) <= OPENNESS.index(before.get(path.id, "blocked")), path.id


@QUICK
@given(cases(), DAYS)
def test_a_request_between_states_says_who_receives_it_or_that_it_is_not_known(case: Case, day: date) -> None:
    for path in answered(case, day).paths:
        if path.by != "authority" or path.requested is None or path.action in ("provider_request", "emergency_disclosure"):
            continue
        lacking = [o for o in path.obstacles if o.code in ("authority_unknown", "hazard_forbids")]
        assert bool(path.before) != bool(lacking), path.id


@QUICK
@given(cases(), DAYS)
def test_no_channel_is_claimed_for_a_day_before_it_was_looked_at(case: Case, day: date) -> None:
    answer = answered(case, day)
    named = {p.before.id: p.before for p in answer.paths if p.before}
    told = [note.text.en for note in answer.notes if note.code == "channels_unsure"]
    assert len(told) <= 1
    for name, before in named.items():
        channel = FACTS.channel(name)
        if channel and before.on_that_day == "yes":
            assert channel.since.known or day >= channel.checked.last, name
            assert channel.since.known or channel.checked != "never" or day >= date(2026, 11, 24), name
        if before.on_that_day == "unknown":
            assert before.name["en"] in told[0]


@QUICK
@given(cases(), DAYS)
def test_every_fact_named_exists(case: Case, day: date) -> None:
    answer = answered(case, day)
    named = {
        s
        for p in answer.paths
        for s in (*p.sources, *(x for b in p.basis for x in b.sources), *(x for o in p.obstacles for x in o.sources))
    }
    named |= {s for line in answer.offences for s in line.sources} | {s for line in answer.identifiers for s in line.sources}
    named |= {s for p in answer.paths if p.before for s in p.before.sources}
    named |= {b for line in (*answer.jurisdiction, *answer.hazards) for b in line.because if "/" in b}
    for fact in named:
        assert FACTS.at(fact), fact


def test_the_calendar_ends_and_the_answer_does_not() -> None:
    """A case of the last day of the year 9999: found by hand, it broke the counting of days."""
    text = (
        "longarm: case/1\nreference: X\npersons: [{id: c, roles: [complainant]}, {id: s, roles: [suspect]}]\n"
        "identifiers: [{id: p, type: phone, value: '+218910000017', used_by: s}]\n"
        "events: [{id: e, at: 9999-12-31, kind: threat_to_publish, by: s, to: c}]\n"
    )
    case = parse_case(text, "case").case
    answer = paths(case, FACTS, date(9999, 12, 31), trace_case(case, FACTS))
    assert answer.identifiers[0].perishes_on == "9999-12-31"
