"""Two officers, one request: the great table (`test_permissions.py`) has one officer; here another one asks too."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from longarm.casework.cases import open_case
from longarm.casework.day import statements
from longarm.store.models import Channel, Letter, Upload
from people import AMAL, join

pytestmark = pytest.mark.django_db
NOBODY = "00000000-0000-4000-8000-000000000000"


def _acts(client: Client, channel: str) -> list[HttpResponse]:
    address = f"/desk/statements/{channel}/"
    return [
        client.get(address),
        client.post(address, {"text": "She said"}),
        client.post(f"{address}files/", {"files": SimpleUploadedFile("a.txt", b"a letter")}),
        client.post(f"/desk/channels/{channel}/statement/", {"do": "reseal"}),
    ]


def test_what_another_officer_was_asked_sounds_like_what_nobody_was(people, enter) -> None:  # type: ignore[no-untyped-def]
    case = open_case(people.basma, AMAL).id
    omar = join(people.basma, "Omar", "consular")
    join(people.basma, "Sami", "consular")
    channel = statements.ask(people.basma, case, omar.user, "Ask Hana", "ar")
    sami = enter("Sami")
    assert str(channel) not in sami.get("/desk/statements/").content.decode()
    foreign, missing = _acts(sami, str(channel)), _acts(sami, NOBODY)
    assert [one.status_code for one in foreign] == [404, 404, 404, 403]
    assert [_said(one) for one in foreign] == [_said(one) for one in missing]
    assert [one.status_code for one in _acts(enter("Omar"), str(channel))] == [200, 302, 302, 403]
    assert (Channel.objects.count(), Letter.objects.count(), Upload.objects.count()) == (1, 3, 1)


def _said(answer: HttpResponse) -> str:
    return answer.content.decode().partition("<main")[2].replace(NOBODY, "")
