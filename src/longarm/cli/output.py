"""How answers leave: JSON, one object a line or one indented document, as UTF-8 whatever the terminal says."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import msgspec

from longarm.typed_yaml import encode


def write_json(answer: object) -> None:
    """One indented JSON document."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(answer, enc_hook=encode), indent=2) + b"\n")


def write_lines(answers: Iterable[object]) -> None:
    """JSON lines, written as they come: memory stays flat."""
    encoder = msgspec.json.Encoder(enc_hook=encode)
    buffer = bytearray()
    for answer in answers:
        encoder.encode_into(answer, buffer, len(buffer))
        buffer += b"\n"
        if len(buffer) > 1 << 16:
            sys.stdout.buffer.write(buffer)
            buffer.clear()
    sys.stdout.buffer.write(buffer)
