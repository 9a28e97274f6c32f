"""Checks 15 and 16: what `exhibit.json`, the custody record and the CASE graph say of each exhibit, against its bytes."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from longarm.evidence import case_uco
from longarm.evidence.exhibit import BESIDE, Exhibit
from longarm.evidence.found import Found, found
from longarm.evidence.inspection import Inspection, Outcome, not_checked, outcome

_IN: Final = re.compile(r"data/exhibits/(?P<id>[^/]+)/(?P<rest>.+)")
_MAX_GRAPH: Final = 256 << 20


def exhibits(seen: Inspection) -> Outcome:
    files: dict[str, set[str]] = {}
    for name in seen.names:
        if match := _IN.fullmatch(name):
            files.setdefault(match["id"], set()).add(name)
    if not files and any(name.startswith(BESIDE) for name in seen.names):
        return not_checked(found("verify-because-only-beside"))
    wrong = [] if files else [found("verify-fault-no-exhibits")]
    for number in sorted(files):
        wrong += _exhibit(seen, number, files[number])
    return outcome(wrong)


def case_graph(seen: Inspection) -> Outcome:
    data = seen.small(case_uco.PATH, _MAX_GRAPH)
    if data is None:
        return outcome([found("verify-fault-missing", file=case_uco.PATH)])
    try:
        stated = case_uco.hashes_in(data)
    except ValueError:
        return outcome([found("verify-fault-graph-unreadable", file=case_uco.PATH)])
    wrong = []
    for exhibit in seen.exhibits.values():
        expected = {"size": str(exhibit.size), "sha256": exhibit.sha256, "sha512": exhibit.sha512}
        if stated.pop(exhibit.file, None) != expected:
            wrong.append(found("verify-fault-graph", exhibit=exhibit.id))
    wrong += [found("verify-fault-graph-stranger", file=file[:200]) for file in stated]
    return outcome(wrong)


def _exhibit(seen: Inspection, number: str, files: set[str]) -> list[Found]:
    name = f"data/exhibits/{number}/exhibit.json"
    try:
        exhibit = msgspec.json.decode(seen.small(name) or b"", type=Exhibit)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return [found("verify-fault-exhibit-unreadable", file=name)]
    seen.exhibits[number] = exhibit
    wrong = []
    original = seen.hashed.get(exhibit.file)
    told = (exhibit.id, exhibit.size, exhibit.sha256, exhibit.sha512)
    if original is None or told != (number, original.size, original.sha256, original.sha512):
        wrong.append(found("verify-fault-exhibit-differs", exhibit=number))
    if seen.custody.hashed.get(number) != f"sha256:{exhibit.sha256}":
        wrong.append(found("verify-fault-exhibit-custody", exhibit=number))
    for derived in exhibit.derived:
        made = seen.hashed.get(derived.file)
        if made is None or derived.sha256 != made.sha256 or derived.input != f"sha256:{exhibit.sha256}":
            wrong.append(found("verify-fault-derived-differs", exhibit=number, file=derived.file))
    known = {name, exhibit.file, *(derived.file for derived in exhibit.derived)}
    wrong += [found("verify-fault-exhibit-stranger", exhibit=number, file=file) for file in sorted(files - known)]
    return wrong
