"""A form that holds one small file in memory holds no more of twenty, and does not read for ever."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from longarm.web import uploads
from longarm.web.uploads import Held, HeldUpload

LIMIT = 1000


def held(sizes: list[int]) -> list[Held]:
    files = [SimpleUploadedFile(f"{number}.json", b"x" * size) for number, size in enumerate(sizes)]
    request = RequestFactory().post("/", {"file": files})
    request.upload_handlers = [HeldUpload(LIMIT)]
    return request.FILES.getlist("file")


def test_of_one_file_all_is_held_and_one_byte_more_than_is_taken() -> None:
    assert [len(one.data) for one in held([LIMIT])] == [LIMIT]
    assert [len(one.data) for one in held([5 * LIMIT])] == [LIMIT + 1]


def test_twenty_files_take_the_memory_of_one() -> None:
    assert sum(len(one.data) for one in held([LIMIT] * 20)) <= LIMIT + 1


def test_what_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MAX_DROPPED", 100_000)
    assert held([200_000, 1]) == []
