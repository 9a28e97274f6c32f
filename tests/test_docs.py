"""What README, CONTRIBUTING and docs name is there: links and their places, files, tests, commands and their options."""

from __future__ import annotations

import argparse
import re
import shlex
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from longarm.cli import COMMANDS, Parser
from parsers import within

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"))
)  # fmt: skip
OURS = ("src", "tests", "docs", "bench", "tools", "requirements")
ENDS = "py|yaml|md|html|css|js|ftl|typ|tsv|csv|json|toml|lock|svg|png|txt|pem|msgpack"
# Files of a bundle, a letter, a translator or another program, which are not in this house.
ELSEWHERE = {
    "derived/messages.jsonl", "data/beside/series.pdf", "translation/languages.toml", "cases/C-….json", "data/manifest.json",
}  # fmt: skip
_LINE = re.compile(r"(?:[A-Z_]+=\S* )*(?:sudo -u \w+ )?(?:\S*/)?longarm ([a-z].*)")


def text_of(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def heads(page: Path) -> set[str]:
    """The places of a page, as GitHub names them."""
    lines = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S).splitlines()
    found = (re.sub(r"\]\([^)]*\)", "", line.lstrip("# ").lower()) for line in lines if line.startswith("#"))
    return {re.sub(r"[^\w -]", "", head).strip().replace(" ", "-") for head in found}


@cache
def files() -> str:
    """Every file of the house, one a line, with a slash before it."""
    there = (path.relative_to(ROOT).as_posix() for room in OURS for path in (ROOT / room).rglob("*") if path.is_file())
    return "\n".join(f"/{name}" for name in (*there, "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "pyproject.toml")) + "\n"


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(page)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, place = target.partition("#")
        there = (ROOT / page).parent / name if name else ROOT / page
        assert there.exists(), target
        assert not place or place in heads(there), target


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_is_there(page: str) -> None:
    for span in re.findall(r"`([^`\n]+)`", text_of(page)):
        for path, _, name in re.findall(rf"(?:^|(?<=[ (]))((?:[^\s`():]+/)+[^\s`():/]*\.(?:{ENDS}))(::(\w+))?(?=$|[ ),:])", span):
            if path.startswith(("/", "~", "?", "http")) or path in ELSEWHERE:
                continue
            found = re.search(rf"/(?:{_pattern(path)})\n", files())
            assert found, path
            assert not name or f"def {name}(" in (ROOT / found[0].strip("/\n")).read_text("utf-8"), f"{path}::{name}"


@pytest.mark.parametrize("page", PAGES)
def test_every_test_and_target_that_is_named_is_there(page: str) -> None:
    named = re.findall(r"`(test_\w+)(…?)`", text_of(page))
    wrong = [name for name, more in named if not any(one.startswith(name) if more else one == name for one in _tests())]
    assert wrong == []
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.M))
    assert set(re.findall(r"(?:`|^)make ([a-z]+)(?:`| {2,}| [A-Z]+=)", text_of(page), flags=re.M)) <= targets


@cache
def _tests() -> frozenset[str]:
    """Names of tests and of their files."""
    there = list((ROOT / "tests").rglob("*.py"))
    names = (name for path in there for name in re.findall(r"^ *(?:async )?def (test_\w+)", path.read_text("utf-8"), flags=re.M))
    return frozenset((*names, *(path.stem for path in there)))


def test_every_page_is_found_from_the_front() -> None:
    front = text_of("README.md") + text_of("docs/architecture.md")
    assert [page.name for page in (ROOT / "docs").glob("*.md") if f"{page.name})" not in front] == []


def test_the_readme_counts_what_there_is() -> None:
    law = ROOT / "src" / "longarm" / "law" / "facts"
    states, treaties = (len(list((law / room).glob("*.yaml"))) for room in ("states", "instruments"))
    cases = len(list((ROOT / "src" / "longarm" / "casework" / "demo" / "cases").glob("*.yaml")))
    said = re.search(r"each of (\d+) states and (\d+) treaties", text_of("README.md"))
    assert said
    assert (int(said[1]), int(said[2]), cases) == (states, treaties, 9), "nine cases, says the page"


def test_the_picture_of_the_house_shows_its_rooms_from_top_to_bottom() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    drawn = re.findall(r'font-weight="700"[^>]*>(\w+)<', text_of("docs/pictures/house.svg"))
    rooms = [re.findall(r"\w+", layer) for layer in layers][: -len(("typed_yaml", "strict_yaml", "errors", "texts"))]
    place = iter(drawn)
    assert [sorted(next(place) for _ in floor) for floor in rooms] == [sorted(floor) for floor in rooms]


def _pattern(path: str) -> str:
    """A path with its places to fill in (`XX`, `ID`, `<document>`, `*`, `{ar,en}`) as a pattern that ends a path."""
    choices = re.sub(r"\\\{(.*?)\\\}", lambda one: f"(?:{one[1].replace(',', '|')})", re.escape(path))
    return r"(?:.*/)?" + re.sub(r"<[^>]*>|\\\*|\b(?:XX|ID)\b", "[^/]+", choices)


@pytest.mark.parametrize("page", PAGES)
def test_every_command_and_option_that_is_named_is_there(page: str) -> None:
    for written in _commands(text_of(page)):
        for words in _each(written.split()):
            parser, rest = _parser(words, written)
            known = {option for one in within(parser) for action in one._actions for option in action.option_strings}
            asked = {re.split(r"[=|]", word.strip("[].,;"))[0] for word in rest if word.lstrip("[").startswith("--")}
            assert asked <= known, f"{written}: {asked - known}"


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_is_shown_whole_can_be_typed(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    for written in _shown(text_of(page)):
        if re.search(r"[…|\[]", written):
            continue
        parser, rest = _parser(shlex.split(written), written)
        try:
            parser.parse_args(rest)
        except SystemExit:
            pytest.fail(f"{written}: {capsys.readouterr().err}")


def _shown(text: str) -> Iterator[str]:
    """Commands in blocks of code, without what is said beside them."""
    for block in re.findall(r"^```\w*\n(.*?)^```", text, flags=re.M | re.S):
        for line in block.replace("\\\n", " ").splitlines():
            for one in re.split(r" {3,}|\s#\s| && | > ", line):
                if found := _LINE.fullmatch(one.strip()):
                    yield found[1]


def _commands(text: str) -> Iterator[str]:
    yield from _shown(text)
    prose = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    yield from (found[1] for span in re.findall(r"`([^`\n]+)`", prose) if (found := _LINE.fullmatch(span)))


def _each(words: list[str]) -> Iterator[list[str]]:
    """`exchange post|hits` is two commands."""
    place = next((number for number, word in enumerate(words[:2]) if "|" in word), None)
    if place is None:
        yield words
    else:
        yield from ([*words[:place], one, *words[place + 1 :]] for one in words[place].split("|"))


def _parser(words: list[str], written: str) -> tuple[argparse.ArgumentParser, list[str]]:
    """The parser of a command or subcommand, and what it is given."""
    assert words[0] in {command.name for command in COMMANDS}, written
    module, name, rest = import_module(f"longarm.cli.{words[0]}"), words[0], words[1:]
    if hasattr(module, "SUBCOMMANDS") and rest and re.fullmatch(r"[a-z-]+", rest[0]):
        path = f"longarm.cli.{words[0]}.{rest[0].replace('-', '_')}"
        assert find_spec(path), written
        module, name, rest = import_module(path), f"{words[0]} {rest[0]}", rest[1:]
    parser: argparse.ArgumentParser = Parser(prog=name, description=module.__doc__)
    module.add_arguments(parser)
    return parser, rest
