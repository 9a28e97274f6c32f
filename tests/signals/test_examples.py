"""Each kind of identifier brings its own examples; they hold, and what is clean stays as it is."""

from types import ModuleType

import pytest

from longarm.signals import account, card, email, iban, imei, ip, payment_handle, phone, url, wallet

KINDS = (account, card, email, iban, imei, ip, payment_handle, phone, url, wallet)
EXAMPLES = [(kind, written, normal) for kind in KINDS for written, normal in kind.EXAMPLES.items()]


@pytest.mark.parametrize(
    ("kind", "written", "normal"), EXAMPLES, ids=[f"{k.__name__.rpartition('.')[2]}-{w}" for k, w, _ in EXAMPLES]
)
def test_an_example_has_the_normal_form_its_file_promises(kind: ModuleType, written: str, normal: str) -> None:
    assert kind.clean(written) == normal
    assert kind.clean(normal) == normal


@pytest.mark.parametrize("kind", [k for k in KINDS if k is not payment_handle], ids=lambda k: k.__name__.rpartition(".")[2])
@pytest.mark.parametrize("text", ["", " ", "شكرا", "2021-12-30", "12", "a" * 5000, "\u202e", "@", "://", "+", "()"])
def test_what_is_no_identifier_is_none(kind: ModuleType, text: str) -> None:
    assert kind.clean(text) is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__.rpartition(".")[2])
def test_each_kind_says_what_it_proves_and_what_not(kind: ModuleType) -> None:
    assert kind.__doc__ is not None
    assert "Prove" in kind.__doc__
    assert "not" in kind.__doc__
