"""The case file with the exhibits that the node holds: what is sealed, shown and drafted from."""

from __future__ import annotations

import msgspec

from longarm.case.model import Case, ExhibitRef
from longarm.case.when import When
from longarm.casework.proof.exhibits import ExhibitView


def with_exhibits(case: Case, views: tuple[ExhibitView, ...]) -> Case:
    """`case`, its exhibits those of the file and those received here; one that the file names (same hash) keeps its id."""
    named = {ref.sha256 for ref in case.exhibits if ref.sha256}
    taken = {part.id for kind in (case.persons, case.identifiers, case.events, case.exhibits) for part in kind}
    more = tuple(_ref(view, taken) for view in views if view.about.sha256 not in named)
    return msgspec.structs.replace(case, exhibits=case.exhibits + more)


def _ref(view: ExhibitView, taken: set[str]) -> ExhibitRef:
    return ExhibitRef(
        id=view.code if view.code not in taken else f"node-{view.code}",
        file=view.about.name,
        sha256=view.about.sha256,
        received_from=view.about.received_from,
        received_at=When.parse(view.received_at.strftime("%Y-%m-%dT%H:%M:%SZ")),
    )
