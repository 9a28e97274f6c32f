"""Every act that can stand in the record is told in words, in every language; whoever adds one adds its words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import longarm
from longarm.casework.life.subject_export import _SHOWN
from longarm.texts import LANGUAGES, say

SOURCES = sorted(Path(longarm.__file__).parent.rglob("*.py"))
ACT = {"record": 1, "record_everywhere": 0}  # which argument says it
WRITERS = {"node.py", "records.py"}  # they pass on what they are given


def acts() -> dict[str, str]:
    """Name of the act, and a file that writes it."""
    return {act: path.name for path in SOURCES if path.name not in WRITERS for act in of_file(path)}


def of_file(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for call in ast.walk(function):
                place = ACT.get(call.func.id) if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else None
                if isinstance(call, ast.Call) and place is not None and len(call.args) > place:
                    found = set(words(call.args[place], function))
                    assert found, f"{path.name}:{call.lineno}: which act is it? Write it out"
                    yield from found


def words(node: ast.expr, function: ast.FunctionDef) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(act)):
            yield act
        case ast.IfExp(body=one, orelse=other):
            yield from words(one, function)
            yield from words(other, function)
        case ast.Name(id=name):
            for inner in ast.walk(function):
                if isinstance(inner, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in inner.targets):
                    yield from words(inner.value, function)
            for argument in function.args.args:
                if argument.arg == name and isinstance(argument.annotation, ast.Subscript):  # Literal["…", "…"]
                    yield from (n.value for n in ast.walk(argument.annotation) if isinstance(n, ast.Constant))


def test_the_search_finds_what_is_written() -> None:
    assert {"case-opened", "hold-lifted", "danger-over", "approval-refused", "restored"} <= set(acts())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_has_words(language: str) -> None:
    for act, where in acts().items():
        assert say(f"record-act-{act}", language), where


def test_no_words_stand_for_acts_that_nobody_writes() -> None:
    text = (Path(longarm.__file__).parent / "texts/en/record.ftl").read_text("utf-8")
    told = {line.split(" = ")[0].removeprefix("record-act-") for line in text.splitlines() if line.startswith("record-act-")}
    assert told == set(acts())


def test_the_copy_for_the_person_harmed_names_acts_that_exist() -> None:
    assert set(acts()) >= _SHOWN
