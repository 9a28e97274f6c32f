"""A refusal has a form of its own: no other step asks for a reason, and no slip in a list of steps refuses."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from longarm.casework.exchange.requests.receiving import take
from longarm.casework.exchange.requests.showing import read_request
from longarm.store.models import Request
from longarm.web.desk.exchange.request_shown import shown

sys.path.insert(0, str(Path(__file__).parent.parent / "casework/exchange/requests"))
from elsewhere import Elsewhere, here, now

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(people: Any, settings: Any) -> UUID:
    settings.LONGARM_INTAKE = str(people.basma.organisation)
    here(people.basma)
    request, letter = Elsewhere(people.basma).asks()
    take(letter, now())
    return request


def forms(page: str) -> list[str]:
    return re.findall(r"<form.*?</form>", page[page.index("<main") :], re.DOTALL)


def test_only_the_form_that_refuses_asks_for_a_reason(people: Any, enter: Any, asked: UUID) -> None:
    basma = enter("Basma")
    address = f"/desk/exchange/requests/{asked}/"
    found = forms(basma.get(address).content.decode())
    [steps] = [one for one in found if 'value="verify"' in one]
    [refusal] = [one for one in found if 'name="reason"' in one]
    assert 'value="refuse"' not in steps
    assert '<input type="hidden" name="do" value="refuse">' in refusal
    assert 'name="exhibits"' not in steps, "nothing can go along before it was verified"

    kept = basma.post(address, {"do": "refuse", "reason": "", "words": "Ask the prosecutor."}).content.decode()
    [refusal] = [one for one in forms(kept) if 'name="reason"' in one]
    assert "Ask the prosecutor." in refusal
    assert "<details open" in kept.replace(' class="add card narrow"', ""), "what was typed is not folded away"
    assert basma.post(address, {"do": "refuse", "reason": "language", "words": "In French, please."}).status_code == 302
    assert Request.objects.get(id=asked).state == "refused"


def test_the_purpose_is_one_line_a_law(people: Any, settings: Any) -> None:
    settings.LONGARM_INTAKE = str(people.basma.organisation)
    here(people.basma)
    request, letter = Elsewhere(people.basma).asks()
    take(letter, now())
    view = read_request(people.basma, request, now().date())
    basis = view.about.ask.basis
    [one] = basis.purpose
    more = replace(basis, purpose=(one, replace(one, article="431"), replace(one, law="another-law", article="7"), one))
    about = replace(view.about, ask=replace(view.about.ask, basis=more))
    said = shown(view._replace(about=about), "en")["purpose"]
    assert said == [("Libya", "Penal Code (Libya)", ("430", "431")), ("Libya", "another-law", ("7",))]
