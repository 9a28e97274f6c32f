"""The forms: every field known, every document named by the law engine's rules has a form."""

import pytest

from longarm.documents.draft import drafted
from longarm.documents.fill import FILLED_BY
from longarm.documents.form import documents, fields, form
from longarm.errors import BadInput
from longarm.texts import LANGUAGES, say


@pytest.mark.parametrize("document", documents())
def test_every_field_of_a_form_is_described_once(document: str) -> None:
    shape = form(document)
    assert set(shape.fields) <= set(fields())
    assert set(shape.optional) <= set(shape.fields)
    assert all(source.checked for source in (*shape.model, *shape.legal_basis))


def test_what_is_filled_is_a_field() -> None:
    assert set(FILLED_BY) <= set(fields())


def test_all_but_two_documents_are_drafted_and_each_in_every_language_of_the_interface() -> None:
    assert set(documents()) - set(drafted()) == {"hit-notification", "lawful-notice"}
    assert all(languages == LANGUAGES for languages in drafted().values())


@pytest.mark.parametrize("document", documents())
def test_every_language_of_a_paper_has_its_title_and_labels(document: str) -> None:
    shape = form(document)
    for language in shape.drafted:
        assert getattr(shape.title, language)
        assert all(getattr(fields()[name].label, language) for name in shape.fields)


@pytest.mark.parametrize("document", documents())
def test_every_dated_rule_is_said_in_every_language_of_its_paper(document: str) -> None:
    shape = form(document)
    for rule in shape.rules:
        for language in shape.drafted:
            assert say(f"document-rule-{rule.id}", language, **({"day": "x"} if rule.id == "iq-follow-up" else {}))


def test_a_misspelt_document_is_answered_with_the_nearest() -> None:
    with pytest.raises(BadInput) as refused:
        form("complaint-eq")
    assert refused.value.facts["near"] in documents()
