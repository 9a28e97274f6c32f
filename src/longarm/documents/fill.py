"""Which function fills which field. A field without one is asked of the person who drafts, and never invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from longarm.case.when import When
from longarm.documents import (
    asking,
    authentication,
    custody,
    danger,
    happened,
    keeping,
    legal,
    noticed,
    persons,
    proof,
    reporting,
    signed,
    surrender,
    traces,
    wanted,
)
from longarm.documents.content import Content, Text
from longarm.documents.dates import say_date
from longarm.documents.matter import Matter


def ref(matter: Matter) -> Content | None:
    return Text(matter.case.reference)


def date(matter: Matter) -> Content | None:
    return Text(say_date(When.parse(matter.as_of.isoformat()), matter.language, matter.forum))


def addressee(matter: Matter) -> Content | None:
    """The prosecution of the forum where it is known, else the police of the best complaint; never an embassy or a hotline."""
    state = matter.facts.states.get(matter.forum or "")
    prosecutions = [channel for channel in state.channels if channel.kind == "prosecution"] if state else []
    complaints = (path for path in matter.answer.paths if path.action == "file_complaint" and path.forum == matter.forum)
    named = [channel for path in complaints if path.before and (channel := matter.facts.channel(path.before.id))]
    police = [channel for channel in named if channel.kind in ("police", "police_cybercrime")]
    return next((Text(channel.name.in_language(matter.language)) for channel in prosecutions + police), None)


FILLED_BY: Final[dict[str, Callable[[Matter], Content | None]]] = {
    "ref": ref,
    "date": date,
    "addressee": addressee,
    **{
        function.__name__: function
        for function in (
            persons.complainant_name, persons.complainant_birth, persons.complainant_nationality, persons.complainant_contact,
            persons.minor_guardian, persons.suspect_id, persons.suspect_location, persons.instigator, persons.representative,
            happened.facts, happened.facts_short, happened.dates_tz, happened.demand, happened.harm, happened.earlier_report,
            happened.interpreter, traces.suspect_identifiers, traces.account_id, traces.url_list, traces.own_profile,
            legal.offences, legal.jurisdiction, legal.relief, legal.protection, proof.evidence_list, proof.bundle_hash,
            proof.seal_time, proof.tool, custody.custody_step, custody.custody_state, wanted.data_sought, wanted.data_category,
            wanted.period, wanted.link_to_offence, wanted.custodian, keeping.urgency, keeping.necessity, keeping.preserve_until,
            asking.sender_authority, asking.instrument, asking.reciprocity, asking.domestic_basis, asking.measure,
            asking.confidentiality, asking.no_notice, asking.translation, asking.deadline, asking.ncb, surrender.penalty,
            surrender.dual_crim, surrender.nationality_bar, surrender.death_penalty, surrender.warrant, surrender.person_desc,
            danger.imminent, danger.risk_explained, signed.mission, signed.consul_ask, signed.principal, signed.witness_name,
            signed.how_received, signed.who_receives, authentication.power_form, reporting.policy_ground,
            reporting.age_at_image, noticed.recipient_offender, noticed.stop_what,
        )
    },
    "info_shared": happened.facts_short,
    # The columns of the inventory's one table.
    **dict.fromkeys(("exhibit_no", "exhibit_desc", "exhibit_source", "exhibit_acquired", "exhibit_hash"), proof.inventory),
}  # fmt: skip

# What a field means in one document only.
_IN_DOCUMENT: Final[dict[tuple[str, str], Callable[[Matter], Content | None]]] = {
    **{(f"platform-report-{kind}", "facts_short"): reporting.facts_reported for kind in reporting.KINDS},
    ("lawful-notice", "facts_short"): noticed.facts,
    ("lawful-notice", "deadline"): noticed.deadline,
    ("chain-of-custody", "exhibit_no"): proof.evidence_list,
    ("chain-of-custody", "exhibit_hash"): proof.evidence_list,
    ("recipient-statement", "exhibit_hash"): signed.exhibit_hash,
    ("recipient-statement", "complainant_contact"): signed.witness_contact,
    ("letter-rogatory-riyadh", "addressee"): asking.requested_authority,
    ("spontaneous-information", "addressee"): asking.requested_authority,
}

# Written by the template itself, by hand at signing, or attached: never missing.
IN_TEMPLATE: Final = frozenset({"truth", "signature", "seal", "good_faith", "offences_text", "withdraw", "speciality"}) | {
    # Of the lawful notice: fixed sentences, and what its gate has looked at.
    "safety_check", "keep_evidence", "legal_steps_neutral", "no_money",
}  # fmt: skip


def fill(name: str, matter: Matter) -> Content | None:
    """The content of a field: what the drafter answered, else what the case holds, else nothing."""
    if answered := matter.asked.get(name, "").strip():
        return Text(_word(answered, matter))
    function = _IN_DOCUMENT.get((matter.document, name)) or FILLED_BY.get(name)
    return function(matter) if function else None


def _word(answer: str, matter: Matter) -> str:
    return matter.say(answer) if answer in ("yes", "no") else answer
