"""Every document that an open or conditional path of a founding case names is drafted for that path."""

import msgspec
import pytest
from papers_made import DAYS, answer_for, founding, made
from pypdfium2 import PdfDocument

from longarm.documents.draft import draft, drafted_in
from longarm.errors import BadInput
from longarm.law.load import load

# The fewest words of a page, its head and foot included: a page with a signature alone (some twenty) is a page too many.
FEWEST = 30


def named(name: str) -> list[tuple[str, str]]:
    open_ones = [path for path in answer_for(name).paths if path.status in ("open", "conditional")]
    return [(path.id, document) for path in open_ones for document in path.documents]


@pytest.mark.parametrize("name", DAYS)
def test_every_paper_of_an_open_path_is_drafted_for_that_path(name: str) -> None:
    assert named(name)
    for place, (path, document) in enumerate(named(name)):
        languages = drafted_in(document)
        assert {"ar", "en"} <= set(languages), document
        paper = made(document, name, languages[place % len(languages)], path=path)
        assert paper.path == path
        assert paper.pdf.startswith(b"%PDF")


@pytest.mark.parametrize("name", ["shorouk", "shams", "ahmed"])
def test_no_page_is_nearly_empty(name: str) -> None:
    for document in dict(map(reversed, named(name))):  # type: ignore[arg-type]
        pages = [page.get_textpage().get_text_range() for page in PdfDocument(made(document, name, "ar").pdf)]
        assert all(len(page.split()) > FEWEST for page in pages), (document, [len(page.split()) for page in pages])


def test_a_path_that_a_danger_forbids_has_no_draft() -> None:
    """A refugee is not sent to the own embassy: no button, no paper for it."""
    refugee = msgspec.structs.replace(founding("ahmed"), risks=("own_embassy",))
    for path in (None, "consular_statement:EG"):
        with pytest.raises(BadInput) as refused:
            draft("consular-statement", refugee, load(), "ar", DAYS["ahmed"], path=path)
        assert refused.value.message == "draft-forbidden"
        assert "own_embassy" in refused.value.facts["hazards"]


def test_a_path_that_does_not_name_the_document_is_refused_with_those_that_do() -> None:
    with pytest.raises(BadInput) as refused:
        made("mla-subscriber", "shorouk", "en", path="subscriber_data:EG:XX")
    assert refused.value.message == "draft-no-such-path"
    assert "subscriber_data:EG:LY" in refused.value.facts["paths"]


def test_the_path_chosen_decides_the_other_state_its_instrument_and_the_identifiers() -> None:
    to_libya = made("mla-subscriber", "shorouk", "en", path="subscriber_data:EG:LY")
    to_america = made("mla-subscriber", "shorouk", "en", path="subscriber_data:EG:US")
    assert made("mla-subscriber", "shorouk", "en").path == to_libya.path
    assert to_america.pdf != to_libya.pdf
