"""Every sentence exists in Arabic, English and French, and asks for the same facts in each."""

import re
from importlib.resources import files

import pytest
from fluent.syntax import FluentParser, ast

from longarm.texts import LANGUAGES, PAPER_LANGUAGES, TextMissing, say

TEXTS = files("longarm.texts")
ROOMS = sorted(entry.name.removesuffix(".ftl") for entry in (TEXTS / "ar").iterdir() if entry.name.endswith(".ftl"))
ARABIC = re.compile(r"[\u0600-\u06ff]")
WESTERN_MARKS = re.compile(r"[,;?](?=\s|$)")


def messages(room: str, language: str) -> dict[str, ast.Message | ast.Term]:
    source = TEXTS / language / f"{room}.ftl"
    assert source.is_file(), f"{room} has no {language} texts"
    entries = FluentParser().parse(source.read_text("utf-8")).body
    broken = [entry.content for entry in entries if isinstance(entry, ast.Junk)]
    assert not broken, f"{language}/{room}.ftl cannot be read at: {broken[0]!r}"
    found: dict[str, ast.Message | ast.Term] = {}
    for entry in entries:
        if isinstance(entry, ast.Message | ast.Term):
            assert entry.id.name not in found, f"{language}/{room}.ftl says {entry.id.name} twice"
            found[entry.id.name] = entry
    return found


def facts_of(entry: ast.Message | ast.Term) -> set[str]:
    found: set[str] = set()

    def walk(node: object) -> None:
        if isinstance(node, ast.VariableReference):
            found.add(node.id.name)
        if isinstance(node, ast.BaseNode):
            for value in vars(node).values():
                walk(value)
        if isinstance(node, list):
            for value in node:
                walk(value)

    walk(entry)
    return found


def test_the_three_languages_have_the_same_rooms() -> None:
    for language in LANGUAGES:
        rooms = sorted(e.name.removesuffix(".ftl") for e in (TEXTS / language).iterdir() if e.name.endswith(".ftl"))
        assert rooms == ROOMS, language


@pytest.mark.parametrize("room", ROOMS)
def test_a_sentence_missing_in_one_language_is_found(room: str) -> None:
    english = messages(room, "en")
    for language in LANGUAGES:
        other = messages(room, language)
        assert sorted(other) == sorted(english), language
        for name, entry in english.items():
            assert facts_of(other[name]) == facts_of(entry), f"{language}: {name} asks for other facts"


def test_a_language_that_only_papers_speak_says_all_that_papers_say() -> None:
    for language in set(PAPER_LANGUAGES) - set(LANGUAGES):
        assert [entry.name for entry in (TEXTS / language).iterdir()] == ["document.ftl"]
        english, other = messages("document", "en"), messages("document", language)
        assert sorted(other) == sorted(english), language
        for name, entry in english.items():
            assert facts_of(other[name]) == facts_of(entry), f"{language}: {name} asks for other facts"


@pytest.mark.parametrize("room", ROOMS)
def test_arabic_sentences_are_arabic_and_use_arabic_marks(room: str) -> None:
    for line in (TEXTS / "ar" / f"{room}.ftl").read_text("utf-8").splitlines():
        name, _, text = line.partition(" = ")
        if not text or not ARABIC.search(text):
            continue
        spoken = re.sub(r"\{[^}]*\}|`[^`]*`|“[^”]*”", "", text)
        assert not WESTERN_MARKS.search(spoken), f"{name}: western comma or question mark in an Arabic sentence"


def test_asking_for_a_sentence_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(TextMissing):
        say("case-never-written", "ar")
    with pytest.raises(TextMissing):
        say("case-not-a-case", "ar")  # lacks its file


def test_a_value_keeps_its_own_direction_inside_arabic() -> None:
    assert "\u2068+218910000017\u2069" in say("case-not-a-case", "ar", file="+218910000017")


def test_a_hostile_length_is_shortened_and_never_a_traceback() -> None:
    said = say("case-not-a-case", "ar", file="x" * 100_000)
    assert len(said) < 3_000
    assert "…" in said
