"""`--help` and faults of arguments in Arabic, English and French: nothing without a translation, none that nobody asks for."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

import pytest

from longarm.cli import COMMANDS, Parser, main
from longarm.cli.parser_texts import lines, places
from parsers import within


def parsers() -> Iterator[argparse.ArgumentParser]:
    """Of every command and subcommand there is."""
    for command in COMMANDS:
        group = import_module(f"longarm.cli.{command.name}")
        yield from within(_made(f"longarm {command.name}", group))
        for one in getattr(group, "SUBCOMMANDS", ()):
            name = f"longarm.cli.{command.name}.{one.name.replace('-', '_')}"
            if find_spec(name):
                yield from within(_made(f"longarm {command.name} {one.name}", import_module(name)))


def _made(prog: str, module: object) -> Parser:
    parser = Parser(prog=prog, description=module.__doc__)
    module.add_arguments(parser)  # type: ignore[attr-defined]
    return parser


def test_every_command_and_option_is_said_in_arabic_and_french_and_nothing_else_is() -> None:
    asked, missing = set(), []
    for parser in parsers():
        place = parser.prog.removeprefix("longarm ")
        wanted = [((place,), bool(parser.description))]
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                wanted += [((f"{place} {choice.dest}",), bool(choice.help)) for choice in action._choices_actions]
            elif action.help is not argparse.SUPPRESS:
                wanted.append((places(action, place), bool(action.help)))
        for names, in_english in wanted:
            found = [name for name in names if name in lines()]
            asked.update(found[:1])
            missing += [names[0]] if in_english and not found else []
    assert missing == []
    assert sorted(set(lines()) - asked) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", ["الاستعمال: longarm exchange request new", "الخيارات", "المطلوب بالكلمات", "عرض هذا الشرح"]),
        ("en", ["usage: longarm exchange request new", "options", "what is asked, in words"]),
        ("fr", ["usage : longarm exchange request new", "options", "ce qui est demandé, en mots", "afficher cette aide"]),
    ],
)
def test_help_is_in_the_language_of_the_terminal(language: str, said: list[str], monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("LC_ALL", language)
    with pytest.raises(SystemExit) as ended:
        main(["exchange", "request", "new", "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    for one in said:
        assert one in shown


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["seal"], "il manque : PATH, --out. Plus : longarm seal --help"),
        (["seal", "x", "--out", "y", "--tape"], "rien ici ne s’appelle --tape"),
        (["draft", "x", "--document", "complaint-eg", "--lang", "tr"], "--lang ne peut être 'tr' ; c’est l’un de 'ar'"),
        (["draft", "x", "--document"], "--document demande une valeur après lui"),
        (["serve", "--port", "many"], "'many' n’est pas une valeur pour --port"),
        (["serve", "--workers", "0"], "'0' n’est pas une valeur pour --workers"),
        (["read", "--json=yes", "x"], "--json ne prend pas de valeur"),
        (["draft", "x", "--a"], "--a peut vouloir dire --answers, --ask, --as-of, --authority"),
        (["exchange", "lend"], "c’est l’un de 'card'"),
        (["sael"], "il n’y a pas de commande sael. Vouliez-vous dire seal"),
        (["zzzz"], "il n’y a pas de commande zzzz"),
    ],
)
def test_a_bad_argument_is_one_sentence_and_exit_code_2(given: list[str], said: str, monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("LC_ALL", "fr")
    try:
        code = main(given)
    except SystemExit as ended:
        code = int(str(ended.code))
    shown = capsys.readouterr().err
    assert code == 2
    assert said in shown
    assert shown.count("\n") == 1
