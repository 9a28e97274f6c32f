"""From a strict document to frozen typed values: what is unknown is refused with its line and the nearest right word.
Long: what each refusal of msgspec means, in one place.
"""

from __future__ import annotations

import difflib
import re
from typing import Any, Final, Protocol, TypeVar

import msgspec

from longarm.errors import BadInput
from longarm.strict_yaml import Document, Place
from longarm.texts import Sentence

T = TypeVar("T")

# What msgspec says (pinned by requirements.lock, held by tests): "… - at `$.persons[0].roles[0]`".
_AT: Final = re.compile(r" - at `(?P<path>\$[^`]*)`$")
_STEP: Final = re.compile(r"\.(?P<key>[^.\[]+)|\[(?P<index>\d+)\]|\[\.\.\.\]")
_ENUM: Final = re.compile(r"Invalid enum value '(?P<word>.*)'", re.DOTALL)
_FIELD: Final = re.compile(r"Object contains unknown field `(?P<word>.*)`", re.DOTALL)
_MISSING: Final = re.compile(r"Object missing required field `(?P<word>.*)`")
_EXPECTED: Final = re.compile(r"Expected `(?P<wanted>.*)`, got `(?P<got>.*)`")
_LIMIT: Final = re.compile(r"Expected `(?P<kind>\w+)`(?P<length> of length)? (?P<sign><=|>=) (?P<limit>\d+)")
_FORM: Final = re.compile(r"Expected `str` matching regex '(?P<form>.*)'", re.DOTALL)
_LIMITS: Final = {
    ("of", "<="): "yaml-too-long",
    ("of", ">="): "yaml-too-short",
    ("", "<="): "yaml-too-high",
    ("", ">="): "yaml-too-low",
}
_FORMS: Final = {
    r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$": "yaml-not-a-name",
    r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$": "yaml-not-a-name",
    r"^[0-9a-f]{64}$": "yaml-not-a-digest",
}

# The kinds of values, as msgspec and Python call them; a date has a sentence of its own.
_KINDS: Final = {
    "str": Sentence("yaml-kind-text"),
    "object": Sentence("yaml-kind-keys"),
    "dict": Sentence("yaml-kind-keys"),
    "array": Sentence("yaml-kind-list"),
    "list": Sentence("yaml-kind-list"),
    "int": Sentence("yaml-kind-number"),
    "float": Sentence("yaml-kind-number"),
    "bool": Sentence("yaml-kind-yes-or-no"),
    "When": Sentence("yaml-kind-date"),
}


class Parsed(Protocol):
    """A value with a text form of its own, such as a date."""

    @classmethod
    def parse(cls, text: str) -> Any: ...


class Fault(ValueError):
    """A check of a value that failed: the id of a sentence and its facts, to be placed by `convert`."""

    def __init__(self, message: str, /, **facts: Any) -> None:
        super().__init__(message)
        self.message = message
        self.facts = facts


def convert(document: Document, wanted: type[T]) -> T:
    """`document` as a `wanted` (a frozen msgspec Struct). Raises BadInput naming file, line and the nearest right word."""
    try:
        return msgspec.convert(document.tree, wanted, strict=False, dec_hook=_parse)
    except msgspec.ValidationError as fault:
        raise _explain(document, wanted, fault) from fault


def _parse(wanted: type[Any], value: object) -> object:
    """Values that read themselves: any class with `parse`."""
    if not isinstance(value, str):
        raise Fault("yaml-wrong-kind", wanted=_kind(wanted.__name__), got=_kind(type(value).__name__))
    try:
        return wanted.parse(value)
    except Fault:
        raise
    except ValueError:
        raise Fault(f"yaml-no-such-{wanted.__name__.lower()}", value=value) from None


def encode(value: object) -> object:
    """The text form of values that `convert` parses: for msgspec's `enc_hook`."""
    return str(value)


def _explain(document: Document, wanted: type[Any], fault: msgspec.ValidationError) -> BadInput:
    words = str(fault)
    place: Place = ()
    if at := _AT.search(words):
        words = words[: at.start()]
        place = _place(at["path"])
    where: dict[str, Any] = {"file": document.name, "line": document.line_of(place)}
    if isinstance(cause := fault.__cause__, Fault):
        named = next((name for name in cause.facts.values() if isinstance(name, str) and (*place, name) in document.lines), None)
        if named:
            where["line"] = document.line_of((*place, named))
        return BadInput(cause.message, **where, **cause.facts)
    if match := _ENUM.fullmatch(words):
        return _unknown("yaml-unknown-word", where, match["word"], _choices(wanted, place))
    if match := _FIELD.fullmatch(words):
        where["line"] = document.line_of((*place, match["word"]))
        return _unknown("yaml-unknown-key", where, match["word"], _choices(wanted, place))
    if match := _MISSING.fullmatch(words):
        return BadInput("yaml-missing-key", **where, word=match["word"])
    if match := _EXPECTED.fullmatch(words):
        return BadInput("yaml-wrong-kind", **where, wanted=_kind(match["wanted"]), got=_kind(match["got"]))
    if match := _LIMIT.fullmatch(words):
        return BadInput(_LIMITS["of" if match["length"] else "", match["sign"]], **where, limit=int(match["limit"]))
    if (match := _FORM.fullmatch(words)) and (said := _FORMS.get(match["form"])):
        return BadInput(said, **where)
    return BadInput("yaml-refused", **where, why=words)


def _kind(name: str) -> Sentence | str:
    """What a person calls it; several kinds, and what has no other name, as they are."""
    return _KINDS.get(name.removesuffix(" | null"), name)


def _place(path: str) -> Place:
    """msgspec's path as a place. A step into a free mapping is written `[...]` there: the place ends before it."""
    place: list[str | int] = []
    for step in _STEP.finditer(path.removeprefix("$")):
        if step["key"]:
            place.append(step["key"])
        elif step["index"]:
            place.append(int(step["index"]))
        else:
            break
    return tuple(place)


def _unknown(message: str, where: dict[str, Any], word: str, choices: list[str]) -> BadInput:
    if near := difflib.get_close_matches(word, choices, n=1, cutoff=0.5):
        return BadInput(f"{message}-near", **where, word=word, near=near[0])
    return BadInput(message, **where, word=word, choices=", ".join(sorted(choices)))


def _choices(wanted: Any, place: Place) -> list[str]:
    """The words that may stand at `place`: the keys of an object, or the values of a closed vocabulary."""
    kinds = [msgspec.inspect.type_info(wanted)]
    for step in place:
        kinds = [below for kind in kinds for below in _below(kind, step)]
    words: list[str] = []
    for kind in kinds:
        for option in _options(kind):
            if isinstance(option, msgspec.inspect.StructType):
                words += [f.encode_name for f in option.fields]
            elif isinstance(option, msgspec.inspect.LiteralType):
                words += [str(v) for v in option.values]
            elif isinstance(option, msgspec.inspect.EnumType):
                words += [str(v.value) for v in option.cls]
    return words


def _options(kind: Any) -> list[Any]:
    return list(kind.types) if isinstance(kind, msgspec.inspect.UnionType) else [kind]


def _below(kind: Any, step: str | int) -> list[Any]:
    found: list[Any] = []
    for option in _options(kind):
        if isinstance(option, msgspec.inspect.StructType):
            found += [f.type for f in option.fields if f.encode_name == step]
        elif isinstance(option, msgspec.inspect.DictType):
            found.append(option.value_type)
        elif isinstance(option, msgspec.inspect.TupleType):
            found += option.item_types[step : step + 1] if isinstance(step, int) else []
        elif hasattr(option, "item_type"):
            found.append(option.item_type)
    return found
