"""Every story of tests/law: a case, a day, what the engine must conclude and what it must never say.

The founding cases stand in tests/law/scenarios (`*.expect.yaml`, their cases in src/longarm/casework/demo/cases); the others
in tests/law/stories, each with its case inside. How to read them: tests/law/README.md.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from longarm.case.file import from_document, read_case
from longarm.case.model import Case
from longarm.law.load import load
from longarm.law.paths import paths
from longarm.signals.trace import trace_case
from longarm.strict_yaml import Document, load_file

HERE = Path(__file__).parent
CASES = HERE.parents[1] / "src/longarm/casework/demo/cases"
PARTS = {
    "offence_of": "offences",
    "jurisdiction": "jurisdiction",
    "identifier": "identifiers",
    "hazard": "hazards",
}
KEYS = {"case", "as_of", "expect", "never", "before", "also_on", "why", "title"}


def stories() -> list[Path]:
    return [*sorted((HERE / "scenarios").glob("*.expect.yaml")), *sorted((HERE / "stories").glob("*.yaml"))]


@pytest.mark.parametrize("story", stories(), ids=lambda path: path.name.removesuffix(".yaml").removesuffix(".expect"))
def test_the_engine_concludes_what_the_story_says(story: Path) -> None:
    told: dict[str, Any] = load_file(story).tree  # type: ignore[assignment]
    assert set(told) <= KEYS, "a key nobody reads"
    case = case_of(told)
    holds(case, told, story.name)
    for other in told.get("also_on", []):
        holds(case, other, f"{story.name} on {other['as_of']}")


def case_of(told: dict[str, Any]) -> Case:
    """The case named, or written out, in a story."""
    if isinstance(told["case"], str):
        return read_case(CASES / told["case"]).case
    tree = {"longarm": "case/1", "reference": "STORY-1", **told["case"]}
    return from_document(Document("story", tree, {})).case


def holds(case: Case, told: dict[str, Any], name: str) -> None:
    facts = load()
    answer = msgspec.to_builtins(paths(case, facts, date.fromisoformat(told["as_of"]), trace_case(case, facts)))
    for wanted in told.get("expect", []):
        assert found(answer, wanted), f"{name}: nothing matches {wanted}\n{near(answer, wanted)}"
    for unwanted in told.get("never", []):
        assert not found(answer, unwanted), f"{name}: must never be {unwanted}: {found(answer, unwanted)[0]}"
    for order in told.get("before", []):
        first, then = found(answer, order["first"]), found(answer, order["then"])
        assert first, f"{name}: nothing matches {order['first']}"
        assert then, f"{name}: nothing matches {order['then']}"
        last, next_ = max(p["rank"] for p in first), min(p["rank"] for p in then)
        assert last < next_, f"{name}: rank {last} of {order['first']} is not before rank {next_} of {order['then']}"


def found(answer: dict[str, Any], wanted: dict[str, Any]) -> list[Any]:
    """The parts of the answer that match: every key given must."""
    part = next((part for key, part in PARTS.items() if key in wanted), "paths")
    return [line for line in answer[part] if all(matches(part, line, key, value, wanted) for key, value in wanted.items())]


def matches(part: str, line: dict[str, Any], key: str, value: Any, wanted: dict[str, Any]) -> bool:
    if key == "instrument":
        return any(basis["instrument"] == value and fits(basis["binding"], wanted.get("binding")) for basis in line["basis"])
    if key == "binding" and "instrument" in wanted:
        return True  # read with the instrument
    if key == "obstacle":
        return any(fits(obstacle["code"], value) and of(obstacle, wanted) for obstacle in line["obstacles"])
    if "obstacle" in wanted and key in ("state", "events"):
        return True  # read with the obstacle
    if key == "opens_if":
        return any(str(value) in opening["code"] for opening in line["opens_if"])
    if key == "before":
        return line["before"] is not None and fits(line["before"]["id"], value)
    if key == "document":
        return fits(line["documents"], value)
    named = {"offence_of": "events", "jurisdiction": "state", "identifier": "id", "hazard": "id"}.get(key, key)
    return fits(line[named], value) if named in line else False


def of(obstacle: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """The state and the events of an expectation with an obstacle are those of the obstacle."""
    here = fits(obstacle["state"], wanted.get("state")) and (
        "instrument" not in wanted or obstacle["instrument"] == wanted["instrument"]
    )
    return here and all(event in obstacle["events"] for event in wanted.get("events", []))


def fits(said: Any, value: Any) -> bool:
    """A list of values means any of them; `any` means that there is one; nothing given always fits."""
    if value is None:
        return True
    if value == "any":
        return said not in (None, "", [], ())
    if isinstance(said, (list, tuple)):
        return any(fits(one, value) for one in said)
    if isinstance(value, list):
        return any(fits(said, one) for one in value)
    return str(said) == str(value)


def near(answer: dict[str, Any], wanted: dict[str, Any]) -> str:
    """What stands in the answer instead, for whoever reads the failure."""
    lines = []
    for path in answer["paths"]:
        if all(str(path.get(key)) == str(wanted[key]) for key in ("action", "forum", "requested") if key in wanted):
            codes = [f"{o['code']}:{o['state']}" for o in path["obstacles"]]
            opens = [o["code"] for o in path["opens_if"]]
            basis = [f"{b['instrument']}={b['binding']}/{b['fits']}" for b in path["basis"]]
            lines.append(f"  {path['rank']} {path['id']} {path['status']} {codes} {opens} {basis} {path['hazards']}")
    return "\n".join(lines[:12])
