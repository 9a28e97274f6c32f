"""What may appear on a screen: the kind by the bytes, texts without hidden letters, pictures that break only themselves."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from longarm.evidence.preview.kind import shown_as
from longarm.evidence.preview.picture import FORMATS, Unfit
from longarm.evidence.preview.render import render
from longarm.evidence.preview.text import text_preview

KINDS = {
    "picture JPEG": b"\xff\xd8\xff\xe1\0\x10Exif",
    "picture BMP": b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0",
    "picture WEBP": b"RIFF\x10\0\0\0WEBPVP8 ",
    "audio audio/wav": b"RIFF\x10\0\0\0WAVEfmt ",
    "audio audio/ogg": b"OggS\0\2" + bytes(22) + b"\x01\x13OpusHead",
    "video video/ogg": b"OggS\0\2" + bytes(22) + b"\x01\x2a\x80theora",
    "audio audio/mpeg": b"\xff\xfb\x90\x64" + bytes(100),
    "audio audio/aac": b"\xff\xf1\x50\x80" + bytes(100),
    "audio audio/mp4": b"\0\0\0\x1cftypM4A \0\0\0\0",
    "video video/mp4": b"\0\0\0\x1cftypmp42\0\0\0\0",
    "video video/3gpp": b"\0\0\0\x1cftyp3gp5\0\0\0\0",
    "video video/webm": b"\x1aE\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm",
    "none ": b"\x1aE\xdf\xa3\xa3\x42\x82\x88matroska",
    "text ": "BM: مرحبا".encode(),
}
NEVER_DRAWN = [
    b"%PDF-1.7",
    b"\0\0\0\x18ftypheic\0\0\0\0",
    b"\x7fELF\x02\x01\x01" + bytes(9),
    b"",
    b"{\\rtf1 a}",
]


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_is_told_by_the_first_bytes(kind: str) -> None:
    assert " ".join(shown_as(KINDS[kind])) == kind


@pytest.mark.parametrize("data", NEVER_DRAWN)
def test_what_is_never_drawn(data: bytes) -> None:
    assert shown_as(data).how == "none"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_a_text_of_any_encoding_is_a_text(encoding: str) -> None:
    data = ("عندي صورك\n" * 30).encode(encoding)
    assert shown_as(data).how == "text"
    assert text_preview(data, more=False).lines[0][-1].text == "عندي صورك"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_every_letter_of_a_text_is_there_and_none_is_hidden(text: str) -> None:
    seen = text_preview(text.encode("utf-8", "replace"), more=False)
    for line in seen.lines:
        for piece in line:
            assert not piece.mark or piece.text.startswith("U+")
            assert not set(piece.text) & set("\u202a\u202e\u2066\u2069\u200b\u200e\x00\x1b\x7f\x85")
    kept = "".join(piece.text for line in seen.lines for piece in line if not piece.mark)
    assert [letter for letter in text.removeprefix("\ufeff") if letter.isalnum()] == [one for one in kept if one.isalnum()]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.booleans())
def test_whatever_the_bytes_something_is_shown(data: bytes, more: bool) -> None:
    shown_as(data)
    text_preview(data, more=more)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(FORMATS), st.data())
def test_a_damaged_picture_is_shown_or_refused_and_nothing_else(kind: str, data: st.DataObject) -> None:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((40, 30)).convert("RGB").save(out, kind)
    bent = bytearray(out.getvalue())
    for _ in range(data.draw(st.integers(1, 6))):
        bent[data.draw(st.integers(0, len(bent) - 1))] = data.draw(st.integers(0, 255))
    try:
        made = render(bytes(bent[: data.draw(st.integers(1, len(bent)))]), blurred=False)
    except Unfit as unfit:
        assert unfit.code in ("damaged", "large")
    else:
        assert made.jpeg.startswith(b"\xff\xd8\xff")
