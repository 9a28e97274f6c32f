"""Prints the JSON Schema (2020-12) of the case file, of series/1, or of a command's --json answer.

The schemas are made from the types that read and write the data, so they cannot say anything else; the committed copies
stand in docs/schemas/ (`make schemas` writes them, a test holds them current).
"""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Any, Final

import msgspec

from longarm.case.model import Case
from longarm.case.when import When
from longarm.cli.output import write_json
from longarm.documents.series_file import SeriesFile

# Commands whose module names the type of its --json answer as ANSWER (one object, or one object a line);
# a subcommand with its group: exchange-token is cli/exchange/token.py.
ANSWERING: Final = (
    "demo",
    "read",
    "identify",
    "seal",
    "stamp",
    "verify",
    "paths",
    "ask",
    "treaties",
    "reach",
    "match",
    "draft",
    "backup",
    "restore",
    "check",
    "exchange-card",
    "exchange-member",
    "exchange-token",
    "exchange-post",
    "exchange-hits",
    "exchange-escrow",
    "hub-member",
    "hub-log",
    "holder-member",
    "holder-key",
    "holder-log",
    "exchange-ceremony",
    "exchange-request",
    "exchange-operation",
    "exchange-probe",
    "exchange-figures",
    "exchange-lab",
)
FILES: Final = {"case": Case, "series": SeriesFile}  # files of ours, beside the answers of commands
_WHEN: Final = {
    "type": "string",
    "pattern": r"^(unknown|\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?)$",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=(*FILES, *ANSWERING), help="case, series, or the command whose answer is meant")


def run(options: argparse.Namespace) -> int:
    write_json(schema_of(options.name))
    return 0


def schema_of(name: str) -> dict[str, Any]:
    """The schema of the case file (`case`), of the file beside the paper on a series (`series`), or of a command's answer."""
    described = FILES[name] if name in FILES else import_module(f"longarm.cli.{name.replace('-', '.')}").ANSWER
    body = _any_of(described) if isinstance(described, tuple) else msgspec.json.schema(described, schema_hook=_custom)
    title = f"longarm {name}/1" if name in FILES else f"longarm {name.replace('-', ' ')} --json"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **body}


def _any_of(described: tuple[type, ...]) -> dict[str, Any]:
    """One object a line, each of one of these types."""
    schemas, parts = msgspec.json.schema_components(described, schema_hook=_custom, ref_template="#/$defs/{name}")
    return {"anyOf": list(schemas), "$defs": parts}


def _custom(kind: type) -> dict[str, Any]:
    if kind is When:
        return dict(_WHEN)
    raise NotImplementedError(kind)
