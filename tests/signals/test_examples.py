"""Each kind of identifier brings its own examples; they hold, and what is clean stays as it is."""

from types import ModuleType

import pytest

from longarm.signals import account, card, email, iban, imei, ip, name, payment_handle, phone, site, skeleton, url, wallet

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


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__.rpartition(".")[2])
def test_each_kind_compares(kind: ModuleType) -> None:
    for normal in kind.EXAMPLES.values():
        assert kind.compare(normal, normal) == "same"
        assert kind.compare(normal, f"{normal}0") != "same"


@pytest.mark.parametrize("kind", [k for k in KINDS if hasattr(k, "weaker")], ids=lambda k: k.__name__.rpartition(".")[2])
def test_whatever_compare_finds_an_index_finds_by_a_shared_key(kind: ModuleType) -> None:
    near = [
        *kind.EXAMPLES.values(),
        "+970590000017",
        "+972590000017",
        "telegram:paypal",
        "telegram:раypal",
        "ton:A?memo=1",
        "ton:A",
    ]
    near += [
        "https://a.example.com/x",
        "https://b.example.com/",
        "https://b.exarnple.com/",
        "amal@example.org",
        "arnal@example.org",
    ]
    for one in near:
        for other in near:
            shared = one == other or bool(set(kind.weaker(one)) & set(kind.weaker(other)))
            assert (kind.compare(one, other) is not None) == shared, (one, other)


@pytest.mark.parametrize(("written", "key"), name.EXAMPLES.items())
def test_spellings_of_a_name_meet(written: str, key: str) -> None:
    assert name.clean(written) == key
    assert name.compare(key, key) == "sound"


def test_a_name_of_two_consonants_is_none() -> None:
    assert name.clean("علي") is None


@pytest.mark.parametrize(("word", "other"), skeleton.EXAMPLES.items())
def test_words_that_look_alike_have_one_skeleton(word: str, other: str) -> None:
    assert skeleton.skeleton(word) == skeleton.skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ρaypal", "paypal"), ("ѕсоре", "scope"), ("ϲοm", "com"), ("𝐚dmin", "admin"), ("o-o", "o‐o"), ("l1", "ll"), ("ʍ", "ʍ")],
)
def test_confusables_of_the_standard(one: str, other: str) -> None:
    """Pairs of confusables.txt (UTS 39), the whole-script and the mixed-script kind."""
    assert skeleton.skeleton(one) == skeleton.skeleton(other)


def test_the_shipped_table_is_its_own_fixed_point() -> None:
    """UTS 39: a prototype is replaced by nothing; 6,000 sources are there."""
    table = skeleton._table()
    assert len(table) > 6000
    standard = {k: v for k, v in table.items() if k not in skeleton._ARABIC}
    assert all(skeleton.skeleton(v) == skeleton.skeleton(skeleton.skeleton(v)) for v in list(standard.values())[::7])


@pytest.mark.parametrize(("host", "registered"), site.EXAMPLES.items())
def test_the_registered_domain(host: str, registered: str | None) -> None:
    assert site.site(host) == registered
