"""Every sentence that a page can ask for exists, in every language; every word of the case file has its label."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from longarm.case.vocabulary import PLATFORMS, REASONS, Certainty, EventKind, IdentifierType, Risk, Role, Wants
from longarm.law.answer import PathStatus, Ynu
from longarm.texts import LANGUAGES, Language, say
from longarm.web import dates, tags
from longarm.web.intake.screens import SCREENS

WEB = Path(dates.__file__).parent
ROOMS = r"(?:web|desk|intake|work)-[a-z0-9-]*[a-z0-9]"
ASKED = re.compile(rf'{{% (?:say|plain) "({ROOMS}(?:\.[a-z]+)?)"([^%]*)%}}')
IN_CODE = re.compile(rf'"({ROOMS})"')


def asked_for() -> dict[str, set[str]]:
    """Ids in templates with the names of the facts given, and ids in the code."""
    found: dict[str, set[str]] = {}
    for template in sorted((WEB / "templates").rglob("*.html")):
        for name, facts in ASKED.findall(template.read_text("utf-8")):
            found.setdefault(name, set()).update(re.findall(r"(\w+)=", facts))
    for module in sorted([*WEB.rglob("*.py"), *(WEB.parent / "casework").rglob("*.py")]):
        for name in IN_CODE.findall(module.read_text("utf-8")):
            found.setdefault(name, set())
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_the_templates_ask_for_is_there_with_its_facts(language: Language) -> None:
    for template in sorted((WEB / "templates").rglob("*.html")):
        for name, facts in ASKED.findall(template.read_text("utf-8")):
            given = dict.fromkeys(re.findall(r"(\w+)=", facts), "1")
            assert say(name, language, **given) is not None, f"{template.name}: {name}"


def test_every_sentence_of_these_rooms_is_asked_for_by_somebody() -> None:
    """What is left over is a sentence that nobody reads any more, or a label made from a word of the case file."""
    asked = asked_for()
    made = re.compile(r"desk-(event|type|wants|risk|platform|role|reason|source|message|most|due|missing)-|web-size-")
    made_work = re.compile(r"work-(outcome|channel|invited|address|never|how|icon|two|day|where|show|minutes|(hours|days)-long)")
    made_too = re.compile(r"intake-(safety|child|who|what|help|address|code|reach|invite)")
    for room in ("web", "desk", "intake", "work"):
        for line in (WEB.parent / f"texts/en/{room}.ftl").read_text("utf-8").splitlines():
            name = line.partition(" = ")[0]
            if not re.fullmatch(ROOMS, name) or made.match(name) or made_work.match(name) or made_too.match(name):
                continue
            assert name in asked, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_case_file_has_a_label(language: Language) -> None:
    words = {"event": EventKind, "type": IdentifierType, "wants": Wants, "risk": Risk, "role": Role}
    for room, word in words.items():
        for code in get_args(word):
            assert say(f"desk-{room}-{code.replace('_', '-')}", language)
    for room, codes in (("platform", PLATFORMS), ("reason", REASONS)):
        for code in codes:
            assert say(f"desk-{room}-{code.replace('_', '-')}", language)
    for certainty in get_args(Certainty):
        assert say("desk-certainty", language, certainty=certainty)
    for status in get_args(PathStatus):
        assert say("desk-status", language, status=status)
        assert say("desk-count-status", language, status=status, count=2)
    for binding in get_args(Ynu):
        assert say("desk-binding", language, binding=binding)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_of_the_public_pages_has_its_sentence(language: Language) -> None:
    for screen in SCREENS:
        for choice in screen.choices:
            name = f"intake-{screen.name}-{choice.replace('_', '-')}"
            assert say(name, language)
            assert say(f"{name}.more", language) is not None


@pytest.mark.parametrize(
    ("day", "ar", "en", "fr"),
    [
        ("2022-01-04", "4 يناير 2022", "4 January 2022", "4 janvier 2022"),
        ("2022-01", "يناير 2022", "January 2022", "janvier 2022"),
        ("2022", "2022", "2022", "2022"),
        ("unknown", "تاريخ غير معروف", "date not known", "date inconnue"),
    ],
)
def test_a_day_is_as_exact_as_it_is_known(day: str, ar: str, en: str, fr: str) -> None:
    assert [dates.day(day, language) for language in LANGUAGES] == [ar, en, fr]


def test_a_day_of_the_engine_is_written_as_the_reader_writes_days() -> None:
    engine = say("paths-note-future", "ar", day="2026-11-29", checked="2026-11-25")
    shown = dates.days_named(engine, "ar").replace("\u2068", "").replace("\u2069", "")
    assert "29 نوفمبر 2026" in shown
    assert "25 نوفمبر 2026" in shown
    assert "2026-11" not in shown


@pytest.mark.parametrize(("code", "ar"), [("SA", "السعودية"), ("LY", "ليبيا"), ("unknown", "دولة غير معروفة"), ("QQ", "QQ")])
def test_states_have_short_names(code: str, ar: str) -> None:
    assert dates.state(code, "ar") == ar


@pytest.mark.parametrize(("size", "said"), [(0, "0 bytes"), (999, "999 bytes"), (1500, "1.5 kB"), (2_000_000, "2 MB")])
def test_sizes_are_short(size: int, said: str) -> None:
    assert dates.size(size, "en").translate(dict.fromkeys((0x2068, 0x2069))) == said


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("from \u2068EG\u2069", "from <bdi>EG</bdi>"),
        ("a < b & \u2068<script>\u2069", "a &lt; b &amp; <bdi>&lt;script&gt;</bdi>"),
        ("\u2069 closed too early", " closed too early"),
        ("\u2068never closed", "<bdi>never closed</bdi>"),
    ],
)
def test_marks_become_elements_and_nothing_else_does(text: str, html: str) -> None:
    assert tags.isolated(text) == html


def test_a_french_mark_does_not_begin_a_line() -> None:
    assert tags.isolated("« Recettes du jour » : quoi ?") == "«\u00a0Recettes du jour\u00a0»\u00a0: quoi\u00a0?"


def test_a_name_cannot_close_the_isolation_around_it() -> None:
    from django.template import Context

    said = tags.say(Context({"language": "ar"}), "desk-from", who="\u2069\u202eevil<b>")
    assert said == "من <bdi>evil&lt;b&gt;</bdi>"
