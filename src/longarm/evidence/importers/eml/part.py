"""One part of an e-mail (RFC 5322, RFC 2045 … 2047, RFC 2231): headers, names and text, read as far as they can be.

Headers are read with the old, lenient policy: the newer one's parser takes quadratic time on a hostile address.
"""

from __future__ import annotations

import codecs
import re
from email.errors import CloseBoundaryNotFoundDefect, MessageDefect, MessageError, StartBoundaryNotFoundDefect
from email.header import decode_header
from email.message import Message as Mail
from email.utils import getaddresses
from typing import Final

# What the email package is seen to raise on damaged headers: its own errors are not ValueErrors.
FAULTS: Final = (MessageError, ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
_LONGEST: Final = 16 * 1024
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NO_CHARSETS: Final = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "unicode-escape", "raw-unicode-escape"}
)
_CUT: Final = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)


def parts_of(part: Mail) -> list[Mail]:
    """The parts directly inside a multipart, or the mail inside an attached one."""
    held = part.get_payload()
    return [inner for inner in held if isinstance(inner, Mail)] if isinstance(held, list) else []


def defects(part: Mail) -> list[str]:
    """`mail_cut` where a part is not ended, `mail_damaged` for anything else the MIME parser objects to."""
    held: list[MessageDefect] = list(part.defects)
    return ["mail_cut" if isinstance(defect, _CUT) else "mail_damaged" for defect in held]


def header(mail: Mail, name: str) -> str:
    """A header field as written; bytes beyond ASCII are read as UTF-8 where they are."""
    value = mail.get(name, "")
    return letters(str(value)[:_LONGEST])


def letters(text: str) -> str:
    """The email package keeps bytes beyond ASCII as surrogates: the same as UTF-8, or U+FFFD."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def decoded(mail: Mail, name: str) -> str:
    """A header field with its encoded words (RFC 2047) put into letters, unfolded."""
    return words(header(mail, name))


def words(value: str) -> str:
    """Encoded words put into letters, white space and control characters made harmless."""
    try:
        parts = decode_header(value)
    except FAULTS:
        return " ".join(value.split())
    text = "".join(part if isinstance(part, str) else _bytes_text(part, charset or "ascii") for part, charset in parts)
    return " ".join(_CONTROL.sub("\ufffd", text).split())


def _bytes_text(data: bytes, charset: str) -> str:
    return data.decode(_codec(charset), "replace")


def _codec(charset: str) -> str:
    """The codec of a charset; UTF-8 where there is none, or one that is no charset of letters (some are slow on purpose)."""
    try:
        name = codecs.lookup(charset).name
        b"".decode(name)
    except (LookupError, ValueError):
        return "utf-8"
    return "utf-8" if name in _NO_CHARSETS else name


def address_of(mail: Mail, name: str) -> tuple[str, str]:
    """The first address of a field: the name shown, and the address itself (or nothing, if it is none)."""
    try:
        shown, address = getaddresses([header(mail, name)[:4096]])[0]
    except FAULTS:
        return "", ""
    return words(shown), address if "@" in address else ""


def file_name(part: Mail) -> str:
    """The file name of a part (RFC 2231 or encoded words), without control characters; never used as a path."""
    try:
        name = part.get_filename()
    except FAULTS:
        return ""
    return words(letters(str(name))) if name else ""


def content(part: Mail, findings: list[str]) -> str:
    """The text of a part in the charset it names; what does not fit becomes U+FFFD and a finding."""
    try:
        held = part.get_payload(decode=True)
    except FAULTS:
        held = None
    if not isinstance(held, bytes):
        findings.append("mail_damaged")
        return ""
    charset = part.get_param("charset") or "utf-8"
    try:
        return held.decode(_codec(charset) if isinstance(charset, str) else "utf-8")
    except ValueError:
        findings.append("bad_utf8")
        return held.decode("utf-8", "replace")


def one_line(value: str) -> str | None:
    """At most 1,024 characters without line ends; None when there are none."""
    return " ".join(value.split())[:1024] or None
