"""Reads and writes the case file (`longarm: case/1`, YAML or JSON), without loss in either direction."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec
import yaml

from longarm import strict_yaml, typed_yaml
from longarm.case.model import Case
from longarm.case.vocabulary import PLATFORMS, REASONS
from longarm.errors import BadInput
from longarm.strict_yaml import Document, Place

MAX_BYTES: Final = 8 * 1024 * 1024


class Warned(NamedTuple):
    """A word the open vocabularies do not hold: kept as it is, and said. `message` is an id of `texts`."""

    message: str
    facts: dict[str, Any]


class Read(NamedTuple):
    case: Case
    warnings: tuple[Warned, ...]


def read_case(path: Path) -> Read:
    """The case in the file at `path`. Raises BadInput naming file and line when it is not a case."""
    return from_document(strict_yaml.load_file(path, MAX_BYTES))


def parse_case(text: bytes | str, name: str) -> Read:
    """The case in `text`; `name` stands for it in errors. Raises BadInput as `read_case` does."""
    return from_document(strict_yaml.load(text, name, MAX_BYTES))


def from_document(document: Document) -> Read:
    tree = document.tree
    if not isinstance(tree, dict) or "longarm" not in tree:
        raise BadInput("case-not-a-case", file=document.name)
    if tree["longarm"] != "case/1":
        raise BadInput(
            "case-other-version", file=document.name, line=document.line_of(("longarm",)), found=str(tree["longarm"])[:40]
        )
    case = typed_yaml.convert(document, Case)
    _check_names(document, case)
    return Read(case, tuple(_open_words(document, case)))


def to_json(case: Case) -> bytes:
    """The case as one JSON document, UTF-8, indented by two."""
    return msgspec.json.format(msgspec.json.encode(case, enc_hook=typed_yaml.encode), indent=2) + b"\n"


def to_yaml(case: Case) -> str:
    """The case as YAML that `read_case` reads back to an equal case."""
    tree = msgspec.to_builtins(case, enc_hook=typed_yaml.encode, str_keys=True)
    return yaml.dump(_as_text(tree), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=4096)


class _Dumper(yaml.SafeDumper):
    """Block style, without the anchors that our reader refuses."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


def _as_text(tree: Any) -> Any:
    """Every scalar as text, as the reader sees it: `true`, `1994`."""
    if isinstance(tree, dict):
        return {key: _as_text(value) for key, value in tree.items()}
    if isinstance(tree, (list, tuple)):
        return [_as_text(value) for value in tree]
    return {True: "true", False: "false"}.get(tree, str(tree)) if isinstance(tree, bool) else str(tree)


def _check_names(document: Document, case: Case) -> None:
    """Ids are unique, and every id that is referred to exists."""
    seen: dict[str, int] = {}
    for kind in ("persons", "identifiers", "events", "exhibits"):
        for index, part in enumerate(getattr(case, kind)):
            line = document.line_of((kind, index))
            if part.id in seen:
                raise BadInput("case-repeated-id", file=document.name, line=line, id=part.id, first=seen[part.id])
            seen[part.id] = line
    for place, name in _references(case):
        if name not in seen:
            near = difflib.get_close_matches(name, seen, n=1, cutoff=0.5)
            where = {"file": document.name, "line": document.line_of(place), "id": name}
            raise BadInput("case-no-such-id-near", **where, near=near[0]) if near else BadInput("case-no-such-id", **where)


def _references(case: Case) -> list[tuple[Place, str]]:
    found: list[tuple[Place, str]] = []
    for i, person in enumerate(case.persons):
        for j, location in enumerate(person.locations):
            found += [(("persons", i, "locations", j, "because"), name) for name in location.because]
    for i, identifier in enumerate(case.identifiers):
        found += [(("identifiers", i, "used_by"), identifier.used_by)] if identifier.used_by else []
    for i, event in enumerate(case.events):
        for key in ("by", "to", "concerns"):
            found += [(("events", i, key), name)] if (name := getattr(event, key)) else []
        found += [(("events", i, key), name) for key in ("events", "exhibits") for name in getattr(event, key)]
    return found


def _open_words(document: Document, case: Case) -> list[Warned]:
    words: list[tuple[Place, str, tuple[str, ...]]] = []
    words += [(("identifiers", i, "platform"), x.platform, PLATFORMS) for i, x in enumerate(case.identifiers) if x.platform]
    words += [(("events", i, "via"), x.via, PLATFORMS) for i, x in enumerate(case.events) if x.via]
    words += [(("events", i, "reason"), x.reason, REASONS) for i, x in enumerate(case.events) if x.reason]
    return [
        Warned("case-open-word", {"file": document.name, "line": document.line_of(place), "word": word})
        for place, word, known in words
        if word not in known
    ]
