"""Both hashes in one read, whatever the size and however the reader gives its bytes."""

import hashlib
import io
import resource
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.evidence.bag_info import bag_info, parse_bag_info
from longarm.evidence.hashing import CHUNK, digests, digests_of
from longarm.evidence.manifest import manifest, parse_manifest, safe_path


class Dribble(io.RawIOBase):
    """Gives a few bytes at a time, as a pipe or an archive may."""

    def __init__(self, data: bytes, step: int) -> None:
        self.rest, self.step = memoryview(data), step

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def, override]
        part = self.rest[: min(self.step, len(buffer))]
        buffer[: len(part)] = part
        self.rest = self.rest[len(part) :]
        return len(part)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 6 * CHUNK, 13 * CHUNK + 7])
@pytest.mark.parametrize("step", [CHUNK * 2, 300_001])
def test_size_and_hashes_and_a_faithful_copy(size: int, step: int) -> None:
    data = hashlib.shake_128(str(size).encode()).digest(size)
    copy = bytearray()
    found = digests_of(Dribble(data, step), copy.extend)  # type: ignore[arg-type]
    assert found == digests(data)
    assert (found.size, found.sha256, found.sha512) == (size, hashlib.sha256(data).hexdigest(), hashlib.sha512(data).hexdigest())
    assert copy == data


def test_a_writer_that_fails_fails_the_copy_and_ends_its_threads() -> None:
    import threading

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    before = threading.active_count()
    with pytest.raises(OSError, match="No space"):
        digests_of(io.BytesIO(bytes(CHUNK * 30)), full)
    assert threading.active_count() == before


def test_memory_stays_flat(tmp_path: Path) -> None:
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(256 << 20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with (tmp_path / "sparse").open("rb") as file:
        digests_of(file)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 16 * 1024, "KiB"


@given(
    st.dictionaries(
        st.from_regex(r"data/[a-zA-Z0-9_-]{1,8}(\.[a-z0-9]{1,4})?", fullmatch=True), st.binary(max_size=4), max_size=6
    )
)
@settings(max_examples=50)
def test_a_manifest_reads_back(files: dict[str, bytes]) -> None:
    listed = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    assert parse_manifest(manifest(listed), "sha256") == listed


@pytest.mark.parametrize("line", ["00  data/x", f"{'0' * 64}", f"{'g' * 64}  x", f"{'0' * 64}  a\n{'1' * 64}  a", "\x85"])
def test_a_line_that_is_none_is_refused(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - its text is the number of the line
        parse_manifest(line.encode(), "sha256")


NOT_PLAIN = ["/a", "a//b", "../a", "a/..", "a/./b", ".hidden", "a b", "a\\b", "é", "a\n", "", "a/", "x" * 201]


@pytest.mark.parametrize("path", NOT_PLAIN)
def test_a_path_that_is_not_plain(path: str) -> None:
    assert not safe_path(path)


def test_a_label_s_value_cannot_write_another_field() -> None:
    label = bag_info([("Source-Organization", "Resist\nPayload-Oxum: 1.1"), ("Payload-Oxum", "2.2")])
    assert parse_bag_info(label) == {"Source-Organization": "Resist Payload-Oxum: 1.1", "Payload-Oxum": "2.2"}
    with pytest.raises(ValueError):  # noqa: PT011
        parse_bag_info(b"A: 1\nA: 2\n")
    assert parse_bag_info(b"A: 1\n  2\n") == {"A": "1 2"}
