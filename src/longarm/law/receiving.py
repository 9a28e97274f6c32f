"""Which authority of a state receives a request of another; where the facts name none, that is said, with who can tell."""

from __future__ import annotations

from datetime import date

from longarm.case.answer import Answer
from longarm.law import channels
from longarm.law.answer import Action, Contact, Obstacle
from longarm.law.crossing import Crossing
from longarm.law.explain import said, state_named
from longarm.law.index import Index
from longarm.law.model import State

_BUREAUS = "interpol"  # every member keeps a national central bureau


def receiver(index: Index, asked: str, action: Action, found: Crossing, day: date) -> Contact | None:
    """A channel of the facts, else the central authority or the 24/7 contact they name, else the INTERPOL bureau for police.

    Private persons never write to it.
    """
    state = index.facts.states.get(asked)
    by_police = action in ("preserve_data", "police_channel")
    kept = channels.first_of(index.facts, asked, ("247",), day) if by_police else None
    kept = kept or (_round_the_clock(index, state, day) if by_police and state else None)
    if action == "police_channel":
        return kept or (_bureau(index, asked) if _BUREAUS in found.by else None)
    kept = kept or channels.first_of(index.facts, asked, ("central_authority",), day)
    return kept or (_central(index, state, day) if state else None)


def unnamed(index: Index, asking: str, asked: str, before: Contact | None) -> tuple[Obstacle, ...]:
    """What is said where no authority is known: that it is not, and whom to ask."""
    if before is not None:
        return ()
    names = state_named(index.facts, asking), state_named(index.facts, asked)
    text = said("obstacle-authority-unknown", state=names[1], asking=names[0])
    return (Obstacle(code="authority_unknown", state=asked, events=(), text=text),)


def _round_the_clock(index: Index, state: State, day: date) -> Contact | None:
    known = state.contact_247
    if known.name is None:
        return None
    return Contact(
        id=f"{state.state}:247",
        name=dict.fromkeys(("ar", "en", "fr"), known.name),
        contact=known.contact,
        sources=(f"states/{state.state}#contact_247",),
        on_that_day=channels.already(index, known.checked, day),
    )


def _central(index: Index, state: State, day: date) -> Contact | None:
    known = state.assistance.central_authority
    if known is None or known.name is None or known.since.on_or_before(day) is Answer.NO:
        return None
    certain = known.since.on_or_before(day) is Answer.YES
    return Contact(
        id=f"{state.state}:central-authority",
        name=dict.fromkeys(("ar", "en", "fr"), known.name),
        contact=known.url,
        languages=known.languages,
        sources=(f"states/{state.state}#assistance",),
        on_that_day="yes" if certain else channels.already(index, state.assistance.checked, day),
    )


def _bureau(index: Index, asked: str) -> Contact:
    name = said("bureau", state=state_named(index.facts, asked))
    return Contact(
        id=f"{asked}:interpol",
        name={"ar": name.ar, "en": name.en, "fr": name.fr},
        contact=None,
        sources=(f"instruments/{_BUREAUS}#matters/police_channel",),
    )
