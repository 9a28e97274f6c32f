"""The YAML under `facts/`, as it is written and read by lawyers: found, hashed, read strictly, put together as `Facts`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

import msgspec

from longarm.errors import BadInput
from longarm.law.model import (
    Facts,
    FormerState,
    HashProgram,
    HazardRule,
    Instrument,
    Line,
    Platform,
    PlatformRule,
    Source,
    State,
    Translation,
    Word,
)
from longarm.strict_yaml import Document, load_file
from longarm.typed_yaml import convert

FOLDER: Final = Path(__file__).with_name("facts")
T = TypeVar("T")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    sources: dict[str, Source] = {}


class _Hazards(_File, frozen=True, kw_only=True):
    order: tuple[str, ...]
    items: tuple[HazardRule, ...]


class _Lines(_File, frozen=True, kw_only=True):
    items: tuple[Line, ...]


class _HashPrograms(_File, frozen=True, kw_only=True):
    items: tuple[HashProgram, ...]


class _PlatformRules(_File, frozen=True, kw_only=True):
    items: tuple[PlatformRule, ...]


class _Words(_File, frozen=True, kw_only=True):
    note: str
    items: tuple[Word, ...]


class _Former(_File, frozen=True, kw_only=True):
    items: tuple[FormerState, ...]


class _Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    en: str
    ar: str
    fr: str


class _Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    sentences: tuple[_Sentence, ...]


class Read(NamedTuple):
    """The facts, and the documents they came from (for what only the written form shows)."""

    facts: Facts
    documents: tuple[Document, ...]


def yaml_files(folder: Path = FOLDER) -> list[Path]:
    """The files of facts, in the order of their names."""
    return sorted(folder.rglob("*.yaml"))


def digest(folder: Path = FOLDER) -> str:
    """SHA-256 over the names and bytes of all files of facts."""
    total = hashlib.sha256()
    for path in yaml_files(folder):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def read_folder(folder: Path = FOLDER) -> Read:
    """All facts under `folder`. Raises BadInput naming file and line where one of them is not as it must be."""
    documents: list[Document] = []

    def one(name: str, wanted: type[T]) -> T:
        document = load_file(folder / name)
        documents.append(Document(name, document.tree, document.lines))
        return convert(document, wanted)

    def each(part: str, wanted: type[T]) -> Iterator[tuple[str, T]]:
        for path in sorted((folder / part).glob("*.yaml")):
            yield path.stem, one(f"{part}/{path.name}", wanted)

    hazards, lines = one("hazards.yaml", _Hazards), one("lines.yaml", _Lines)
    programs, rules = one("hash_programs.yaml", _HashPrograms), one("platform_rules.yaml", _PlatformRules)
    words, shared = one("glossary.yaml", _Words), one("sources.yaml", _File)
    former = one("former_states.yaml", _Former)
    worded = [one(path.relative_to(folder).as_posix(), _Wording) for path in sorted((folder / "wording").rglob("*.yaml"))]
    facts = Facts(
        states=dict(each("states", State)),
        instruments=dict(each("instruments", Instrument)),
        platforms=dict(each("platforms", Platform)),
        hazards={str(item.id): item for item in hazards.items},
        order=hazards.order,
        lines=_by_id(lines.items),
        hash_programs=_by_id(programs.items),
        platform_rules=_by_id(rules.items),
        glossary=_by_id(words.items),
        former_states={item.code: item for item in former.items},
        sources=_merged(file.sources for file in (shared, hazards, lines, programs, rules, former)),
        wording=_by_english(worded),
    )
    return Read(facts, tuple(documents))


def _by_id(items: Iterable[T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for item in items:
        name: str = item.id  # type: ignore[attr-defined]
        if name in found:
            raise BadInput("law-repeated-id", place=name)
        found[name] = item
    return found


def _by_english(files: Iterable[_Wording]) -> dict[str, Translation]:
    found: dict[str, Translation] = {}
    for said in (sentence for file in files for sentence in file.sentences):
        if said.en in found:
            raise BadInput("law-worded-twice", sentence=said.en)
        found[said.en] = Translation(ar=said.ar, fr=said.fr)
    return found


def _merged(maps: Iterable[dict[str, Source]]) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for sources in maps:
        for name, source in sources.items():
            if found.setdefault(name, source) != source:
                raise BadInput("law-repeated-id", place=f"sources/{name}")
    return found
