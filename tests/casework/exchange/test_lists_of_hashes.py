"""A list of hashes that others gave, in the form of ThreatExchange, meets the pictures of cases as cases meet each other's."""

from __future__ import annotations

import io
from uuid import UUID

import numpy as np
import pytest
from django.test import Client
from PIL import Image

from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at, open_case, save_case
from longarm.casework.exchange.advisories import given, hearing
from longarm.casework.exchange.advisories.hearing import forget, hear, heard, met_in
from longarm.casework.intake import holder, returns
from longarm.casework.intake.submit import submit
from longarm.casework.matches.seen import seen_in
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.proof.withheld import Known, withhold
from longarm.errors import BadInput
from longarm.intake.report import Report
from longarm.matching.item import Picture
from longarm.store.models import HeardTag
from people import AMAL, PASSPHRASE, People, everybody

pytestmark = pytest.mark.django_db


def drawing() -> bytes:
    """Waves of no meaning, from a fixed seed: rich enough for a hash of full quality."""
    drawn = np.random.default_rng(7)
    rows, columns = np.mgrid[0:256, 0:256] / 256
    total = sum(np.sin(2 * np.pi * (a * rows + b * columns + c)) for a, b, c in drawn.uniform(-6, 6, (12, 3)))
    shade = (255 * (total - total.min()) / (total.max() - total.min())).astype(np.uint8)
    held = io.BytesIO()
    Image.fromarray(shade).save(held, "PNG")
    return held.getvalue()


@pytest.fixture
def people(settings) -> People:  # type: ignore[no-untyped-def]
    made = everybody()
    settings.LONGARM_INTAKE = str(made.basma.organisation)
    return made


def pictured(people: People, case: UUID) -> tuple[UUID, Picture]:
    exhibit = add_exhibit(people.basma, case, io.BytesIO(drawing()), "sent.png")
    process_exhibit(people.basma, exhibit)
    (shown,) = seen_in(open_for(people.basma, case)).values()
    return exhibit, shown.pictures[0].picture


def line(pdq: bytes, *bits: int) -> bytes:
    """A line of the list: the hash with these bits turned over."""
    value = int.from_bytes(pdq)
    for bit in bits:
        value ^= 1 << bit
    return b"pdq " + value.to_bytes(32).hex().encode() + b"\n"


def test_the_same_a_near_and_a_mirrored_picture_are_met_and_a_far_one_is_not(people: People) -> None:
    case = open_case(people.basma, AMAL).id
    _, picture = pictured(people, case)
    far = bytes(byte ^ 0xA5 for byte in picture.pdq)
    for source, listed, bits in (
        ("same", line(picture.pdq), 0),
        ("near", line(picture.pdq, *range(0, 248, 8)), 31),
        ("mirrored", line(picture.variants[1], 3, 77), 2),
        ("over", line(picture.pdq, *range(0, 256, 8)), None),
        ("far", line(far), None),
    ):
        assert hear(people.basma, b"md5 0123\n" + listed, "hashes", source)[:3] == (1, 0, 0)
        found = [met for met in met_in(people.basma, case) if met.heard.advisory.title == source]
        assert [met.pictures for met in found] == ([(("E0001", bits),)] if bits is not None else []), source
    assert [met.identifiers for met in met_in(people.basma, case)] == [(), (), ()]
    stored = HeardTag.objects.values_list("tag", flat=True)
    assert len(stored) == 10, "that it is a list, that it holds pictures; no tag of a hash"
    assert len(set(map(bytes, stored))) == 2


def test_a_newer_list_of_the_same_source_takes_the_place_of_the_one_before(people: People) -> None:
    case = open_case(people.basma, AMAL).id
    _, picture = pictured(people, case)
    hear(people.basma, line(picture.pdq) + line(picture.pdq, 1), "hashes", "The  Union ")
    assert [(one.advisory.title, one.pictures) for one in heard(people.basma)] == [("The Union", 2)]
    assert hear(people.basma, line(bytes(32)), "hashes", "the union")[:3] == (0, 1, 0)
    assert met_in(people.basma, case) == ()
    forget(people.rana, heard(people.basma)[0].id)
    assert heard(people.basma) == ()


def test_only_what_was_agreed_to_and_may_be_opened_is_met(people: People) -> None:
    token = submit(Report(language="ar", words="يهددني", child="no", consents=())).token
    mine = returns.holder_of(token)
    exhibit, picture = pictured(people, mine.case)
    hear(people.basma, line(picture.pdq), "hashes", "The union")
    assert met_in(people.basma, mine.case) == (), "she did not allow it"
    holder.allow(returns.holder_of(token), "matching")
    assert len(met_in(people.basma, mine.case)) == 1
    withhold(people.basma, exhibit, Known(where="the chat", how="she said so"))
    assert met_in(people.basma, mine.case) == (), "an exhibit that is never opened is not compared"


def test_of_another_organisations_list_nothing_is_met(people: People) -> None:
    case = open_case(people.basma, AMAL).id
    _, picture = pictured(people, case)
    hear(people.karim, line(picture.pdq), "hashes", "The union")
    assert met_in(people.basma, case) == heard(people.basma) == ()


def test_a_list_without_a_source_too_long_or_one_too_many_is_refused(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(given, "MOST_HASHES", 3)
    monkeypatch.setattr(hearing, "MOST_LISTS", 2)
    for data, source in (
        (line(bytes(32)), " \u202e "),
        (b"md5 01\n", "x"),
        (b"".join(line(bytes(32), bit) for bit in range(4)), "x"),
    ):
        with pytest.raises(BadInput):
            hear(people.basma, data, "hashes", source)
    for source in ("one", "two", "two"):
        hear(people.basma, line(bytes(32)), "hashes", source)
    with pytest.raises(BadInput, match="are not kept"):
        hear(people.basma, line(bytes(32)), "hashes", "three")
    assert len(heard(people.basma)) == 2


def test_the_desk_takes_a_list_and_shows_on_the_case_what_it_met(people: People, client: Client) -> None:
    case = open_case(people.basma, AMAL).id
    _, picture = pictured(people, case)
    client.post("/desk/sign-in/", {"name": "Basma", "passphrase": PASSPHRASE})
    held = io.BytesIO(line(picture.pdq, 9))
    held.name = "hashes.txt"
    form = {"file": held, "form": "hashes", "source": "<b>The union</b>"}
    page = client.post("/desk/advisories/", form, headers={"accept-language": "en"}).content.decode()
    assert "&lt;b&gt;The union&lt;/b&gt;" in page
    assert "<b>The union" not in page
    page = client.get(f"/desk/cases/{case}/", headers={"accept-language": "en"}).content.decode()
    assert "&lt;b&gt;The union&lt;/b&gt;" in page
    assert "E0001" in page.partition("h-heard")[2].partition("</section>")[0]


def test_of_a_case_without_pictures_no_list_is_opened(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    case = open_case(people.basma, AMAL).id
    hear(people.basma, line(bytes(32)), "hashes", "The union")

    def nobody(*_: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(hearing, "open_said", nobody)
    assert met_in(people.basma, case) == ()
    file = case_at(open_for(people.basma, case)).case
    save_case(people.basma, case, file, 1)
