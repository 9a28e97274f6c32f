"""The case page: the map of states with its table, and the page that stays whole where no path can be worked out."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client

from longarm.casework.cases import open_case
from longarm.law.load import load
from longarm.web import assets
from people import AMAL

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[2]
TWO_PLACES = AMAL.replace("locations: [{state: EG}]", "locations: [{state: EG, certainty: known}, {state: LY, certainty: known}]")


@pytest.fixture
def basma(people, enter) -> Client:  # type: ignore[no-untyped-def]
    return enter("Basma")


def page(client: Client, case: UUID, day: str = "2026-01-04") -> str:
    answer = client.get(f"/desk/cases/{case}/?as_of={day}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_coloured_state_stands_in_the_table_with_its_status(people, basma: Client) -> None:  # type: ignore[no-untyped-def]
    seen = page(basma, open_case(people.basma, AMAL).id)
    part = seen[seen.index('aria-labelledby="h-states"') :].partition("</section>")[0]
    drawn = set(re.findall(r'class="(?:open|conditional|blocked|unknown|home)" href="[^"]*#(?:old|americas)-([A-Z]{2})"', part))
    assert {"EG", "LY"} <= drawn
    rows = re.findall(r'<th scope="row">(.*?)</tr>', part, re.DOTALL)
    for code in drawn:
        name = load().states[code].names.in_language("en")
        assert any(name in row and 'class="chip' in row for row in rows), code


def test_the_page_refers_to_the_drawing_and_holds_none_of_it(people, basma: Client) -> None:  # type: ignore[no-untyped-def]
    """A case page gets heavy enough without outlines of 170 states."""
    seen = page(basma, open_case(people.basma, AMAL).id)
    figure = seen[seen.index('<div class="frames"') :].partition("</div>")[0]
    assert len(figure.encode()) < 3_000
    (address,) = {used.partition("#")[0] for used in re.findall(r'<use[^>]* href="([^"]*)"', figure)}
    answer = basma.get(address)
    assert answer["Content-Type"] == "image/svg+xml"
    assert 'id="old-EG"' in answer.content.decode()


def test_the_drawing_is_made_from_the_shapes() -> None:
    made = runpy.run_path(str(ROOT / "tools/map_drawing.py"))["drawing"]
    shapes = json.loads((ROOT / "src/longarm/web/law/shapes.json").read_text())
    assert (Path(assets.__file__).parent / "static/desk/world.svg").read_text() == made(shapes), "run tools/map_drawing.py"


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_case_the_engine_refuses_is_shown_whole_with_what_to_correct(people, basma: Client, language: str) -> None:  # type: ignore[no-untyped-def]
    case = open_case(people.basma, TWO_PLACES).id
    basma.post("/desk/language/", {"speak": language, "back": "/desk/cases/"})
    seen = page(basma, case)
    assert "+218910000017" in seen
    assert 'id="e1"' in seen
    assert f'href="/desk/cases/{case}/file/"' in seen
    said = re.sub("<.*?>|[\u2066-\u2069]", "", seen)
    assert {"ar": "تعذّر حساب", "en": "could not be worked out", "fr": "n’a pas pu être établi"}[language] in said
    assert "complainant" in said
    assert {"ar": "لا شيء يترتب", "en": "Nothing follows", "fr": "Rien ne découle"}[language] not in said


def test_an_error_of_the_engine_itself_closes_no_case(people, basma: Client, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """As if the compiled facts had lost their instruments while the node runs."""
    import msgspec

    case = open_case(people.basma, AMAL).id
    halved = msgspec.structs.replace(load(), instruments={})
    monkeypatch.setattr("longarm.law.load.load", lambda: halved)
    seen = page(basma, case)
    assert "+218910000017" in seen
    assert "stopped with an error" in seen
    assert 'aria-labelledby="h-states"' not in seen
