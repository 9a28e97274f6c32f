"""A stored file reads from any place, gives no byte that was not authenticated, and cannot be cut, swapped or lengthened."""

from __future__ import annotations

import io
import random
import zipfile
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.errors import Unsound
from longarm.keys.stream import CHUNK, DecryptingReader, EncryptingWriter, plain_size, stored_size

KEY = bytes(range(32))
BOUND = b"file-1"
SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5]


def stored(data: bytes, pieces: int = 7000) -> bytes:
    target = io.BytesIO()
    writer = EncryptingWriter(target, KEY, BOUND)
    for at in range(0, len(data), pieces):
        writer.write(data[at : at + pieces])
    writer.finish()
    return target.getvalue()


def reader(data: bytes, bound: bytes = BOUND, key: bytes = KEY) -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, DecryptingReader(io.BytesIO(data), key, bound)))


@pytest.mark.parametrize("size", SIZES)
def test_a_file_of_any_size_comes_back(size: int) -> None:
    data = random.Random(size).randbytes(size)
    kept = stored(data)
    assert reader(kept).read() == data
    assert (len(kept), plain_size(len(kept))) == (stored_size(size), size)


@given(st.lists(st.tuples(st.integers(0, 10 * CHUNK), st.integers(0, 2 * CHUNK)), max_size=8))
@settings(max_examples=30, deadline=None)
def test_reading_from_any_place_gives_the_bytes_of_that_place(moves: list[tuple[int, int]]) -> None:
    data = random.Random(1).randbytes(9 * CHUNK + 77)
    source = reader(KEPT_NINE)
    for place, length in moves:
        source.seek(place)
        assert source.read(length) == data[place : place + length]


KEPT_NINE = stored(random.Random(1).randbytes(9 * CHUNK + 77))


def test_going_back_in_a_long_file_starts_from_the_nearest_mark() -> None:
    data = random.Random(2).randbytes(200 * CHUNK)
    source = reader(stored(data, 1 << 20))
    for place in (199 * CHUNK, 70 * CHUNK + 3, 5, 130 * CHUNK - 1, 64 * CHUNK, 0):
        source.seek(place)
        assert source.read(10) == data[place : place + 10]


def test_an_archive_is_read_out_of_a_stored_file() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(50):
            archive.writestr(f"{number}.txt", f"text {number}" * 5000)
    with zipfile.ZipFile(reader(stored(packed.getvalue()))) as archive:
        assert archive.testzip() is None
        assert archive.read("49.txt").startswith(b"text 49")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("cut", [1, 17, CHUNK, CHUNK + 17])
def test_a_cut_file_is_noticed_even_between_two_chunks(size: int, cut: int) -> None:
    kept = stored(bytes(size))
    with pytest.raises(Unsound):
        reader(kept[: max(0, len(kept) - cut)]).read()


@pytest.mark.parametrize("size", SIZES)
def test_a_lengthened_file_is_noticed(size: int) -> None:
    kept = stored(bytes(size))
    for more in (b"\x00", bytes(17), bytes(CHUNK + 17), kept):
        with pytest.raises(Unsound):
            reader(kept + more).read()


def test_a_file_that_was_never_ended_does_not_read_to_its_end() -> None:
    target = io.BytesIO()
    writer = EncryptingWriter(target, KEY, BOUND)
    writer.write(bytes(3 * CHUNK))  # the process died here
    with pytest.raises(Unsound):
        reader(target.getvalue()).read()


def test_two_chunks_swapped_are_noticed() -> None:
    kept = stored(random.Random(3).randbytes(3 * CHUNK))
    head, size = 28, CHUNK + 17
    first, second, rest = kept[head : head + size], kept[head + size : head + 2 * size], kept[head + 2 * size :]
    with pytest.raises(Unsound):
        reader(kept[:head] + second + first + rest).read()


def test_one_flipped_bit_is_noticed_at_its_place_and_bytes_before_it_are_good() -> None:
    data = random.Random(4).randbytes(3 * CHUNK)
    kept = bytearray(stored(data))
    kept[28 + CHUNK + 17 + 5] ^= 1
    source = DecryptingReader(io.BytesIO(bytes(kept)), KEY, BOUND)
    assert source.read(CHUNK) == data[:CHUNK]
    with pytest.raises(Unsound):
        source.read(1)


def test_a_file_does_not_open_under_another_name_or_key() -> None:
    kept = stored(b"secret")
    with pytest.raises(Unsound):
        reader(kept, bound=b"file-2").read()
    with pytest.raises(Unsound):
        reader(kept, key=bytes(32)).read()


def test_the_end_is_not_believed_before_the_last_chunk_was_opened() -> None:
    kept = bytearray(stored(bytes(CHUNK)))
    kept[-1] ^= 1  # the empty last chunk
    source = reader(bytes(kept))
    with pytest.raises(Unsound):
        source.read()


def test_a_last_chunk_that_does_not_say_it_is_the_last_is_refused() -> None:
    from nacl import bindings as sodium

    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    head = sodium.crypto_secretstream_xchacha20poly1305_init_push(state, KEY)
    chunk = sodium.crypto_secretstream_xchacha20poly1305_push(state, b"half a message", BOUND)
    with pytest.raises(Unsound):
        reader(b"LAF1" + head + chunk).read()
