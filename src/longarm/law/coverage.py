"""How much is known of each state, as the tables of docs/law.md: made from the facts, held current by a test."""

from __future__ import annotations

from longarm.case.answer import Answer
from longarm.law.coverage_of_measures import measures_table
from longarm.law.model import Facts, State
from longarm.law.walk import every_fact

HEAD = (
    "| State | Laws | Offences | Event kinds without article | Channels, usable from abroad | Operators | Facts read / all |",
    "| --- | --- | --- | --- | --- | --- | --- |",
)


def coverage(facts: Facts) -> str:
    """Two Markdown tables: one line a state (*read*: somebody opened its source, `checked` is a day), one a measure."""
    read: dict[str, int] = {}
    all_of_them: dict[str, int] = {}
    for name, fact in every_fact(facts):
        if name.startswith("states/") and fact.source:
            code = name[len("states/") :].partition("#")[0]
            all_of_them[code] = all_of_them.get(code, 0) + 1
            read[code] = read.get(code, 0) + (fact.checked != "never")
    lines = [_line(state, read[code], all_of_them[code]) for code, state in sorted(facts.states.items())]
    return "\n".join((*HEAD, *lines, "", _instruments(facts), "", measures_table(facts)))


def _line(state: State, read: int, total: int) -> str:
    offences = [offence for offence in state.offences if offence.exists]
    abroad = sum(channel.from_abroad is Answer.YES for channel in state.channels)
    gaps = str(len(state.offence_gaps)) if state.offence_gaps else "not counted"
    cells = (
        f"{state.state} {state.names.en}",
        len(state.laws),
        len(offences),
        gaps,
        f"{len(state.channels)}, {abroad}",
        len(state.telecom.operators),
        f"{read} / {total}",
    )
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _instruments(facts: Facts) -> str:
    events = [event for i in facts.instruments.values() for known in i.parties.values() for event in known]
    read = sum(event.checked != "never" for event in events)
    absences = sum(i.absence for i in facts.instruments.values())
    return (
        f"Instruments: {len(facts.instruments)}, of which {absences} record that no treaty was found; {len(events)} dated acts "
        f"of states, {read} of them read in their source. Platforms: {len(facts.platforms)}. Lines of help: {len(facts.lines)}."
    )
