"""The tables of the engine and the facts of law hold each other: no row about nothing, no rule of law without its row."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from longarm.law import rules
from longarm.law.answer import Action
from longarm.law.load import load

FACTS = load()
LAWS = {law.id for state in FACTS.states.values() for law in state.laws}
FORMS = {path.stem for path in (Path(__file__).parents[2] / "src/longarm/documents/forms").glob("*.yaml")}
ASKS_MORE = re.compile(r"dual criminality|punishable|on return|returns|found in|complaint|prosecut|request of", re.IGNORECASE)


def test_every_rule_that_asks_for_more_has_a_row() -> None:
    rows = rules.jurisdiction()
    lacking = [
        f"{code}: {basis}"
        for code, state in FACTS.states.items()
        for basis in ("active_personality", "passive_personality")
        if (rule := getattr(state.jurisdiction, basis)).holds == "yes"
        and ASKS_MORE.search(rule.conditions or "")
        and (code, basis) not in rows
    ]
    assert not lacking


def test_every_row_of_jurisdiction_is_about_a_rule_the_facts_hold() -> None:
    for state, basis in rules.jurisdiction():
        assert getattr(FACTS.states[state].jurisdiction, basis).holds == "yes", (state, basis)
    for row in rules.jurisdiction().values():
        assert set(row.laws) <= LAWS, row
    for state in rules.part_here():
        assert FACTS.states[state].jurisdiction.territorial.holds == "yes"


def test_instruments_platforms_and_laws_named_exist() -> None:
    assert set(rules.fits()) <= set(FACTS.instruments)
    table = rules.holders()
    assert {row.platform for row in table.holders} <= set(FACTS.platforms)
    assert {*table.means.values(), *table.hosts.values()} <= set(FACTS.platforms)
    assert {row.id for row in rules.retention().platforms} <= set(FACTS.platforms)
    assert {row.id for row in rules.retention().telecom} <= set(FACTS.states)
    assert set(rules.regional()) <= LAWS
    assert {row.program for row in rules.actions().programs} <= set(FACTS.hash_programs)
    assert all(FACTS.channel(channel) for channel in rules.actions().not_offered)


def test_every_treaty_with_a_condition_of_its_own_has_a_row() -> None:
    """Instruments for children, organised crime and listed crimes never fit by silence."""
    kinds = {i.id for i in FACTS.instruments.values() if i.kind in ("child_protection", "organised_crime")}
    assert kinds <= {name for name, fit in rules.fits().items() if fit.needs}
    listed = {i.id for i in FACTS.instruments.values() for m in i.matters if any("crime named in" in c for c in m.conditions)}
    assert listed <= {name for name, fit in rules.fits().items() if "listed_crime" in fit.needs}


def test_every_platform_the_facts_hold_has_a_holder_or_none_that_is_known() -> None:
    assert set(FACTS.platforms) - {row.platform for row in rules.holders().holders} == {"mobile-money", "omegle-like"}


def test_every_hazard_row_meets_a_law_of_the_facts() -> None:
    told = [law.for_.casefold() for state in FACTS.states.values() for law in state.hazards]
    for row in rules.hazards().laws:
        for words in row.for_:
            assert any(words.casefold() in text for text in told), words


def test_what_the_hazards_say_they_block_is_blocked_or_must_come_second() -> None:
    forbidden = {(row.hazard, action) for row in rules.hazards().forbids for action in row.actions}
    assert ("own_embassy", "consular_statement") in forbidden
    assert ("own_embassy", "police_channel") in forbidden
    second = {(row.hazard, action) for row in rules.hazards().first for action in row.actions}
    assert ("prosecution_of_complainant", "file_complaint") in second


def test_every_action_of_the_contract_has_its_row_and_every_document_its_form() -> None:
    table = rules.actions()
    assert sorted(row.action for row in table.actions) == sorted(get_args(Action))
    named = (
        {d for row in table.actions for d in row.documents}
        | set(table.complaints.values())
        | {t.document for t in table.takedowns}
    )
    named |= {"complaint-generic", "recipient-statement", "power-of-attorney-sheet", "telecom-request", "letter-rogatory-riyadh"}
    assert named <= FORMS
