"""docs/schemas/ says what the types say, and every command that answers has its schema there."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from longarm.cli.schema import ANSWERING, FILES, schema_of

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"


@pytest.mark.parametrize("name", [*FILES, *ANSWERING])
def test_the_committed_schema_is_the_one_of_the_types(name: str) -> None:
    committed = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    made = json.loads(json.dumps(schema_of(name)))
    assert committed == made, "run `make schemas`"
    Draft202012Validator.check_schema(committed)


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in FOLDER.glob("*.json")} == {f"{name}.schema.json" for name in (*FILES, *ANSWERING)}
