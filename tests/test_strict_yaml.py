"""The reader guesses nothing and refuses what hides something, naming the line."""

import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.errors import BadInput
from longarm.strict_yaml import MAX_DEPTH, load


@pytest.mark.parametrize("written", ["NO", "no", "+218", "0020", "12:30", "2010", "1e3", "true", "2022-01-04", "0x10", "1_000"])
def test_a_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert load(f"value: {written}", "case.yaml").tree == {"value": written}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "yaml-repeated-key", 3),
        ("a: &x 1\nb: *x\n", "yaml-alias", 1),
        ("a: !!python/object:os.system x\n", "yaml-tag", 1),
        ("a: 1\nb:\n", "yaml-no-value", 2),
        ("a: 1\n---\nb: 2\n", "yaml-two-documents", 2),
        ("a: 1\n? [1, 2]\n: 3\n", "yaml-key-not-text", 2),
        ("a: [1, 2\n", "yaml-not-yaml", 2),
        ("a: 1\nb: \x07\n", "yaml-control-character", 2),
    ],
)
def test_what_hides_something_is_refused_with_its_line(text: str, message: str, line: int) -> None:
    with pytest.raises(BadInput) as refused:
        load(text, "case.yaml")
    assert (refused.value.message, refused.value.facts["line"]) == (message, line)


def test_a_hundred_thousand_brackets_are_refused_and_not_followed() -> None:
    with pytest.raises(BadInput) as refused:
        load("[" * 100_000, "case.yaml")
    assert refused.value.message in {"yaml-too-deep", "yaml-not-yaml"}  # libyaml has a limit of its own
    with pytest.raises(BadInput) as refused:
        load("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "case.yaml")
    assert refused.value.message == "yaml-too-deep"
    assert load("[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1), "deep.yaml").tree


def test_a_bomb_of_aliases_is_refused() -> None:
    bomb = "a: &a [x,x,x]\n" + "".join(f"{b}: &{b} [*{a},*{a}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True))
    with pytest.raises(BadInput) as refused:
        load(bomb, "case.yaml")
    assert refused.value.message == "yaml-alias"


def test_nothing_and_too_much_and_not_utf8() -> None:
    for data, message in ((b"", "yaml-empty"), (b"a: " + b"x" * 100, "yaml-too-large"), (b"a: \xff\n", "yaml-not-utf8")):
        with pytest.raises(BadInput) as refused:
            load(data, "case.yaml", max_bytes=64)
        assert refused.value.message == message


TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufeff\ufffe\uffff"), max_size=40
)
TREES = st.recursive(
    TEXT,
    lambda below: (
        st.lists(below, max_size=4) | st.dictionaries(st.text(string.ascii_letters, min_size=1, max_size=8), below, max_size=4)
    ),
    max_leaves=12,
)


@given(TREES)
def test_any_json_of_texts_is_read_as_it_was_written(tree: object) -> None:
    assert load(json.dumps({"tree": tree}), "case.json").tree == {"tree": tree}


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_one_sentence(data: bytes) -> None:
    try:
        load(data, "case.yaml")
    except BadInput as refused:
        assert str(refused)
