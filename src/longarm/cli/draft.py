"""Drafts a document as PDF from a case file. What the case does not hold is left blank and listed, never invented.

--ask lists what could be answered, with labels; --answers FILE gives the answers (YAML or JSON, one text a field). They are
printed into the document and kept nowhere. What only an authority may send stands under a notice of the organisation to its own
prosecution or police; --authority leaves the notice out. A draft informs: a lawyer or officer decides and signs.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from longarm.cli.given_path import given_path
from longarm.errors import BadInput, system_reason
from longarm.texts import LANGUAGES, PAPER_LANGUAGES, Language, PaperLanguage, say

if TYPE_CHECKING:
    from longarm.case.model import Case
    from longarm.documents.draft import Asked


class AskedField(msgspec.Struct, frozen=True, kw_only=True):
    """A field the case does not hold. `why` says what it is needed for."""

    id: str
    label: dict[str, str]
    why: str
    mandatory: bool


class DraftAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What was drafted and what is missing. With --ask nothing is written and `file` and `sha256` are null."""

    document: str
    case: str
    as_of: str
    language: Literal["ar", "en", "fr", "de"]
    forum: str | None
    path: str | None
    recipient: str | None
    file: str | None
    sha256: str | None
    missing: tuple[AskedField, ...]
    sources: tuple[str, ...]


ANSWER = DraftAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", type=given_path, help="case file (YAML or JSON)")
    parser.add_argument(
        "--document", required=True, metavar="ID", help="such as complaint-eg, preservation-request; `longarm paths` names them"
    )
    parser.add_argument("--lang", choices=PAPER_LANGUAGES, default="ar", help="language of the document (default: ar)")
    parser.add_argument("--out", type=given_path, metavar="FILE", help="where the PDF goes")
    parser.add_argument("--answers", type=given_path, metavar="FILE", help="answers to what the case does not hold")
    parser.add_argument("--ask", action="store_true", help="list what would be asked, write nothing")
    parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE", help="the day whose law counts (default: today)")
    parser.add_argument("--forum", metavar="CC", help="whose authority reads it (default: the best-ranked complaint's)")
    parser.add_argument("--path", metavar="ID", help="the path it serves (default: the best-ranked one that names it)")
    parser.add_argument("--authority", action="store_true", help="the drafter is an authority: no notice before a request")
    parser.add_argument("--recipient", metavar="ID", help="whose statement it is, where several persons got messages")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def run(options: argparse.Namespace) -> int:
    from longarm.case.file import read_case
    from longarm.law.load import load

    case, facts = read_case(options.case).case, load()
    day = options.as_of or date.today()  # noqa: DTZ011 - the day where the drafter sits
    forum = _forum(options.forum)
    if options.ask:
        from longarm.documents.draft import asks

        asked = asks(options.document, case, facts, day, forum=forum, path=options.path, recipient=options.recipient)
        return _print(options, _answer(options, case.reference, day, asked), _remark(options, case))
    out = _out(options.out)
    answers = read_answers(options.answers) if options.answers else {}
    from longarm.documents.draft import draft

    made = draft(
        options.document,
        case,
        facts,
        options.lang,
        day,
        answers=answers,
        forum=forum,
        path=options.path,
        authority=options.authority,
        recipient=options.recipient,
    )
    digest = _write(out, made.pdf)
    answer = msgspec.structs.replace(
        _answer(options, case.reference, day, made.missing),
        forum=made.forum,
        path=made.path,
        recipient=made.recipient,
        file=str(out),
        sha256=digest,
        sources=made.sources,
    )
    written = say("draft-written", _spoken(options.lang), title=made.title, file=str(out))
    return _print(options, answer, "\n".join(line for line in (written, _remark(options, case)) if line))


def _remark(options: argparse.Namespace, case: Case) -> str:
    from longarm.documents.form import form
    from longarm.documents.recipients import recipient_of, remark

    shape = form(options.document)
    return remark(shape, case, recipient_of(options.document, shape, case, options.recipient), _spoken(options.lang)) or ""


def read_answers(path: Path) -> dict[str, str]:
    """The answers in a file: one text for each field. Raises BadInput naming file and line."""
    from longarm.strict_yaml import load_file

    document = load_file(path)
    if not isinstance(document.tree, dict):
        raise BadInput("draft-answers-not-fields", file=str(path), line=1)
    for name, value in document.tree.items():
        if not isinstance(value, str):
            raise BadInput("draft-answers-not-fields", file=str(path), line=document.line_of((name,)))
    return {name: str(value) for name, value in document.tree.items()}


def _forum(code: str | None) -> str | None:
    from longarm.case.states import STATES

    if code is not None and code not in STATES:
        raise BadInput("draft-no-such-state", state=code)
    return code


def _out(path: Path | None) -> Path:
    if path is None:
        raise BadInput("draft-needs-out")
    if path.suffix.lower() != ".pdf":
        raise BadInput("draft-out-suffix", file=str(path))
    if path.exists():
        raise BadInput("draft-out-exists", file=str(path))
    return path


def _write(path: Path, data: bytes) -> str:
    """Whole or not at all; returns the SHA-256."""
    import hashlib
    import os

    half = path.with_name(f".{path.name}.part")
    try:
        with half.open("xb") as target:
            target.write(data)
            target.flush()
            os.fsync(target.fileno())
        half.replace(path)
    except OSError as fault:
        half.unlink(missing_ok=True)
        raise BadInput("draft-out-unwritable", file=str(path), why=system_reason(fault)) from fault
    return hashlib.sha256(data).hexdigest()


def _answer(options: argparse.Namespace, reference: str, day: date, asked: tuple[Asked, ...]) -> DraftAnswer:
    return DraftAnswer(
        document=options.document,
        case=reference,
        as_of=day.isoformat(),
        language=options.lang,
        forum=options.forum,
        path=options.path,
        recipient=options.recipient,
        file=None,
        sha256=None,
        missing=tuple(
            AskedField(id=x.id, label={lang: x.label.in_(lang) for lang in LANGUAGES}, why=x.why, mandatory=x.mandatory)
            for x in asked
        ),
        sources=(),
    )


def _print(options: argparse.Namespace, answer: DraftAnswer, first: str) -> int:
    if options.json:
        from longarm.cli.output import write_json

        write_json(answer)
        return 0
    from longarm.cli import for_terminal

    spoken = _spoken(options.lang)
    said = "\n".join([*([first] if first else []), *_lines(answer, spoken, asking=options.ask), ""])
    sys.stdout.write(for_terminal(said, spoken))
    return 0


def _spoken(language: PaperLanguage) -> Language:
    """The language longarm itself speaks beside a paper: English beside a German one."""
    return next((known for known in LANGUAGES if known == language), "en")


def _lines(answer: DraftAnswer, language: Language, *, asking: bool) -> list[str]:
    needed = [x for x in answer.missing if x.mandatory]
    listed = [f"  \u2066{x.id}\u2069  {x.label[language]}" for x in needed]
    if not asking:
        return [say("draft-missing", language, count=len(needed)), *listed] if needed else [say("draft-complete", language)]
    optional = [f"  \u2066{x.id}\u2069  {x.label[language]}" for x in answer.missing if not x.mandatory]
    return [say("draft-ask-mandatory", language), *listed, say("draft-ask-optional", language), *optional]
