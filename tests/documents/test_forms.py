"""The forms: every field known, every document named by the law engine's rules has a form."""

import pytest

from longarm.documents.draft import drafted
from longarm.documents.fill import FILLED_BY
from longarm.documents.form import documents, fields, form
from longarm.errors import BadInput
from longarm.texts import LANGUAGES


@pytest.mark.parametrize("document", documents())
def test_every_field_of_a_form_is_described_once(document: str) -> None:
    shape = form(document)
    assert set(shape.fields) <= set(fields())
    assert set(shape.optional) <= set(shape.fields)
    assert all(source.checked for source in (*shape.model, *shape.legal_basis))


def test_what_is_filled_is_a_field() -> None:
    assert set(FILLED_BY) <= set(fields())


def test_a_document_that_is_drafted_is_drafted_in_every_language() -> None:
    assert {"complaint-eg", "complaint-generic", "evidence-inventory"} <= set(drafted())
    assert all(languages == LANGUAGES for languages in drafted().values())


def test_a_misspelt_document_is_answered_with_the_nearest() -> None:
    with pytest.raises(BadInput) as refused:
        form("complaint-eq")
    assert refused.value.facts["near"] in documents()
