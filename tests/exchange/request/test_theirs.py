"""What is of somebody harmed is met in what a suspect used, however it is written there: nothing with her name in it leaves."""

from __future__ import annotations

import pytest

from longarm.case.model import Case, Identifier, Person
from longarm.exchange.request.theirs import Theirs

AMAL = Person(
    id="amal", roles=("complainant",), alias="Amal", legal_name="Amal Karim", safe_contact="her sister, after five: 0919 999 991"
)
NOOR = Person(
    id="noor", roles=("complainant",), alias="woman 2", legal_name="نور الشريف",
    safe_contact={"where": "write to noor.two@example.org, never call"},
)  # fmt: skip
OWN = Identifier(id="own", type="account", value="https://example.com/moonlit77", handle="moonlit77", used_by="amal")
CASE = Case(longarm="case/1", reference="EG-2026-0007", persons=(AMAL, NOOR), identifiers=(OWN,))
THEIRS = Theirs([CASE])


@pytest.mark.parametrize(
    "text",
    [
        "amal.karim",
        "karim_amal.1996",
        "AmalKarim",
        "https://www.facebook.com/amal-karim-96",
        "the.real.AmalPhotos",  # her alias alone
        "amal_1996@example.org",
        "Ámal Kárim",
        "noor.alsharif",  # in the letters of another script
        "https://example.com/%D9%86%D9%88%D8%B1-%D8%A7%D9%84%D8%B4%D8%B1%D9%8A%D9%81",
        "نور_الشريف",
        "am\u200bal.ka\u200brim",
        "woman2",
        "+218 91 9999991",  # stands among words in how she is reached
        "noor.two",
        "moonlit77_fake",
        "ＡＭＡＬ　ＫＡＲＩＭ",
    ],
)
def test_her_name_number_and_account_are_met_in_every_spelling(text: str) -> None:
    assert THEIRS.in_(text)


@pytest.mark.parametrize(
    "text",
    ["karim.the.great", "amalgam_1", "+201100000017", "https://www.facebook.com/profile.php?id=100000000000017", "woman", ""],
)
def test_what_is_his_goes(text: str) -> None:
    assert not THEIRS.in_(text)
