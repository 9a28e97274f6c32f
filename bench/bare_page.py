"""The bare page: `/` answers one line. `/fifty/` asks the node's database for fifty rows of three columns and writes them through
a plain template: what a page of Django costs that does anything at all. `/keep/` takes a file, and keeps it in the clear."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

from longarm.store.models import Case

_TEMPLATE = Engine().from_string(
    "<!doctype html><title>fifty</title><table>{% for id, stage, made_at in rows %}"
    '<tr class="{% if stage == "open" %}open{% endif %}"><td>{{ id }}<td>{{ stage }}<td>{{ made_at }}{% endfor %}</table>'
)


def line(_: HttpRequest) -> HttpResponse:
    return HttpResponse("<!doctype html><title>bare</title><p>bare</p>")


def fifty(_: HttpRequest) -> HttpResponse:
    rows = Case.objects.order_by("id").values_list("id", "stage", "made_at")[:50]
    return HttpResponse(_TEMPLATE.render(Context({"rows": rows})))


class Kept(FileUploadHandler):
    """Written as it comes, a mebibyte at a time, and on the disk before the answer."""

    chunk_size = 1 << 20

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.path = Path(os.environ["LONGARM_DATA"], "bare.part")
        self.target = self.path.open("wb")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002
        self.target.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        self.target.flush()
        os.fsync(self.target.fileno())
        self.target.close()
        self.path.unlink()
        return UploadedFile(file=None, name="-", size=file_size)


def keep(request: HttpRequest) -> HttpResponse:
    request.upload_handlers = [Kept()]
    return HttpResponse(str(request.FILES["files"].size))


urlpatterns = [path("", line), path("fifty/", fifty), path("keep/", keep)]
