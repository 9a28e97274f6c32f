"""The case file: read strictly, written without loss, refused with the line and the nearest right word."""

from importlib.resources import files

import pytest

from longarm.case.file import parse_case, to_json, to_yaml
from longarm.errors import BadInput

FOUNDING = sorted(
    (entry for entry in (files("longarm.casework") / "demo" / "cases").iterdir() if entry.name.endswith(".yaml")),
    key=lambda e: e.name,
)
HEAD = "longarm: case/1\nreference: XX-1\n"


@pytest.mark.parametrize("entry", FOUNDING, ids=lambda entry: entry.name)
def test_a_founding_case_survives_the_way_to_yaml_and_json_and_back(entry) -> None:  # type: ignore[no-untyped-def]
    case = parse_case(entry.read_bytes(), entry.name).case
    assert parse_case(to_yaml(case), "again.yaml").case == case
    assert parse_case(to_json(case), "again.json").case == case


@pytest.mark.parametrize(
    ("text", "message", "line", "near"),
    [
        ("persons:\n  - {id: a, roles: [complainent]}\n", "yaml-unknown-word-near", 4, "complainant"),
        ("persons:\n  - {id: a, roles: [suspect], aliass: X}\n", "yaml-unknown-key-near", 4, "alias"),
        ("events:\n  - {id: e1, kind: threat_to_publisch}\n", "yaml-unknown-word-near", 4, "threat_to_publish"),
        ("risks: [honor_violence]\n", "yaml-unknown-word-near", 3, "honour_violence"),
        (
            "events:\n  - {id: e1, kind: reply, by: suspct}\npersons:\n  - {id: suspect, roles: [suspect]}\n",
            "case-no-such-id-near",
            4,
            "suspect",
        ),
    ],
)
def test_a_wrong_word_is_refused_with_the_nearest_right_one(text: str, message: str, line: int, near: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_case(HEAD + text, "case.yaml")
    assert (refused.value.message, refused.value.facts["line"], refused.value.facts["near"]) == (message, line, near)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("opened: 2022-02-30\n", "yaml-no-such-when"),
        ("persons:\n  - {id: a, roles: [suspect], nationality: [ZZ]}\n", "case-unknown-state"),
        ("persons:\n  - {id: a, roles: []}\n", "case-no-role"),
        ("persons:\n  - {id: a, roles: [suspect]}\n  - {id: a, roles: [suspect]}\n", "case-repeated-id"),
        ("persons:\n  - {id: a, roles: [suspect], locations: [{state: EG, from: 2022, to: 2021}]}\n", "case-ends-before-start"),
    ],
)
def test_what_cannot_be_is_refused(text: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_case(HEAD + text, "case.yaml")
    assert refused.value.message == message
    for language in ("ar", "en", "fr"):
        assert refused.value.in_language(language)


def test_an_open_word_is_kept_and_warned_of() -> None:
    read = parse_case(HEAD + "events:\n  - {id: e1, kind: contact, via: friendster}\n", "case.yaml")
    assert read.case.events[0].via == "friendster"
    assert [warned.message for warned in read.warnings] == ["case-open-word"]


def test_another_file_or_version_is_told_apart() -> None:
    for text, message in (("a: b\n", "case-not-a-case"), ("longarm: case/9\n", "case-other-version")):
        with pytest.raises(BadInput) as refused:
            parse_case(text, "case.yaml")
        assert refused.value.message == message
