"""The public pages of law: every state, every treaty, every language; nothing kept, nothing told by an address."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from django.test import Client

from longarm.case.states import STATES
from longarm.law.load import load
from longarm.law.wording import told
from longarm.texts import LANGUAGES, Language
from longarm.web.law.map import geometry, of_state

# They ask for one thing alone: the neutral face that the organisation chose.
pytestmark = [pytest.mark.django_db, pytest.mark.one_database("what they say comes from the facts")]
FACTS = load()
QUESTION = {
    "harmed_in": "EG", "suspect_in": "LY", "number_of": "LY", "demand": "sexual", "minor": "no", "pictures": "yes",
    "published": "unknown", "day": "2022-01-04", "language": "en",
}  # fmt: skip


class _Seen(HTMLParser):
    """The words of a page, its links and its inline styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.styles: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.links += [given["href"] or ""] if "href" in given else []
        self.styles += [tag] if "style" in given or tag == "style" else []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def get(address: str, language: str = "en") -> tuple[int, _Seen]:
    answer = Client().get(address, headers={"accept-language": language})
    assert answer["Cache-Control"] == "no-store"
    assert answer.cookies == {}
    return answer.status_code, _Seen(answer.content.decode())


def ask(**changed: str) -> _Seen:
    answer = Client().post("/between/", {**QUESTION, **changed})
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert answer.cookies == {}
    return _Seen(answer.content.decode())


def whole(seen: _Seen) -> None:
    """No sentence missing, no value of ours leaking, no style beside the sheet."""
    assert seen.styles == []
    for missing in ("None", "reference-", "between-", "paths-", "treaties-", "ask-", "LawDate", "{", "}"):
        assert missing not in seen.text, f"{missing} in {seen.text[seen.text.index(missing) - 60 :][:140]}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(FACTS.states))
def test_every_state_has_its_page(code: str, language: Language) -> None:
    status, seen = get(f"/law/{code}/", language)
    state = FACTS.states[code]
    assert status == 200
    assert state.names.in_language(language) in seen.text
    for offence in state.offences:
        article = " ".join(told(FACTS, offence.article, language).text.split())
        assert article in seen.text or not offence.exists or offence.article == "unknown"
    whole(seen)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(FACTS.instruments))
def test_every_treaty_has_its_page(name: str, language: str) -> None:
    status, seen = get(f"/law/treaty/{name}/", language)
    assert status == 200
    assert " ".join(FACTS.instruments[name].title.in_language(language).split()) in seen.text
    whole(seen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_leads_to_all_of_them(language: str) -> None:
    _, seen = get("/law/", language)
    linked = {link.partition("?")[0] for link in seen.links}
    assert {f"/law/{code}/" for code in FACTS.states} <= linked
    assert {f"/law/treaty/{name}/" for name in FACTS.instruments} <= linked
    whole(seen)


def test_a_state_we_know_nothing_of_says_unknown_and_shows_its_treaties() -> None:
    status, seen = get("/law/JP/")
    assert status == 200
    assert "the answer about it is “unknown”" in seen.text
    assert "Budapest" in seen.text or "Cybercrime" in seen.text


@pytest.mark.parametrize("address", ["/law/QQ/", "/law/treaty/none-such/", "/law/eg/", "/law/treaty/../EG/"])
def test_what_does_not_exist_is_not_found(address: str) -> None:
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("code", sorted(FACTS.states))
def test_no_mission_abroad_is_a_place_to_report(code: str) -> None:
    _, seen = get(f"/law/{code}/")
    for channel in FACTS.states[code].channels:
        if channel.kind == "consular":
            assert channel.name.in_language("en") not in seen.text


def test_a_gap_is_shown_as_unknown() -> None:
    _, seen = get("/law/DJ/")
    assert "Acts for which no article is known here" in seen.text
    assert "Unknown, not allowed" in seen.text


def test_the_day_decides_who_is_bound() -> None:
    before, after = (get(f"/law/treaty/riyadh-1983/?on={day}")[1].text for day in ("2013-05-01", "2022-01-04"))
    egypt = re.compile(r"Egypt\s+(yes|no|unknown)")
    assert (egypt.search(before)[1], egypt.search(after)[1]) == ("no", "yes")  # type: ignore[index]


@pytest.mark.parametrize("address", ["/law/EG/?on=2022-13-01", "/law/treaty/riyadh-1983/?on=tomorrow"])
def test_a_day_that_is_none_is_said(address: str) -> None:
    status, seen = get(address)
    assert status == 400
    assert "is no day" in seen.text or "no date" in seen.text, seen.text[:400]


def test_shorouks_question() -> None:
    seen = ask()
    text = seen.text
    assert text.index("Before any step") < text.index("Block the picture by its hash")
    assert "16328" in text
    assert "Riyadh Arab Agreement for Judicial Cooperation" in text
    assert "art. 309 bis (a)" in text or "309 bis (a)" in text
    assert "Libya has signed" in text
    assert "ratified" in text
    whole(seen)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("other", ["LY", "DE", "JP", "unknown", "EG"])
@pytest.mark.parametrize("minor", ["yes", "no", "unknown"])
def test_every_answer_is_whole_in_every_language(language: str, other: str, minor: str) -> None:
    whole(ask(suspect_in=other, number_of="unknown", minor=minor, language=language, published="yes", other_day="2013-05-01"))


def test_a_child_comes_first() -> None:
    text = ask(minor="yes", demand="images").text
    assert text.index("keep no copy") < text.index("Protect the child") < text.index("File a complaint")


def test_two_days_say_what_changed_and_why() -> None:
    text = ask(day="2022-10-01", other_day="2013-05-01").text
    assert "What changed between" in text
    changed = text[text.index("What changed between") :]
    assert "No longer in the way" in changed
    assert "Riyadh Arab Agreement for Judicial Cooperation" in changed


def test_the_language_changes_without_asking_again() -> None:
    seen = ask(speak="ar")
    assert "قبل أي خطوة" in seen.text
    assert "16328" in seen.text


@pytest.mark.parametrize(
    "bad",
    [
        {"harmed_in": ""},
        {"harmed_in": "ZZ"},
        {"harmed_in": "<b>"},
        {"suspect_in": "Libya"},
        {"number_of": "x"},
        {"day": "soon"},
        {"other_day": "2022-02-30"},
    ],
)
def test_a_question_that_cannot_be_answered_is_asked_again_with_what_was_chosen(bad: dict[str, str]) -> None:
    answer = Client().post("/between/", {**QUESTION, **bad})
    text = answer.content.decode()
    assert answer.status_code == 400
    assert 'role="alert"' in text
    assert "<b>&" not in text
    assert "<b></b>" not in text
    if "harmed_in" not in bad:
        assert '<option value="EG" selected>' in text


def test_no_address_tells_what_was_asked_and_the_title_is_neutral() -> None:
    shown, answered = Client().get("/between/?lang=en"), Client().post("/between/", QUESTION)
    for answer in (shown, answered):
        text = answer.content.decode()
        assert "<title>Recipes of the day</title>" in text
        assert 'method="get"' not in text
        assert not re.search(r'(href|action)="[^"]*(harmed_in|EG/\?harmed|suspect)', text)
    assert "form-action" in answered["Content-Security-Policy"]


def test_a_get_with_the_question_in_its_address_is_not_answered() -> None:
    text = Client().get("/between/", QUESTION).content.decode()
    assert "Riyadh" not in text
    assert '<option value="EG" selected>' not in text


def test_the_map_shows_only_states_and_each_of_ours() -> None:
    drawn = {code for frame in geometry().shapes.values() for code in frame} | set(geometry().dots)
    assert drawn <= STATES
    assert set(FACTS.states) <= drawn
    size = sum(len(outline) for frame in geometry().shapes.values() for outline in frame.values())
    assert size < 60_000


def test_the_table_beside_the_map_names_every_coloured_state() -> None:
    shown = of_state("EG", date(2026, 11, 24), "en")
    coloured = sum(len(frame.shapes) for frame in shown.frames)
    named = {row.code for _, _, rows in shown.groups for row in rows}
    assert coloured
    assert {row.status for status, _, rows in shown.groups for row in rows if status != row.status} == set()
    libya = next(row for _, _, rows in shown.groups for row in rows if row.code == "LY")
    assert libya.status == "open"
    assert "riyadh-1983" in dict(libya.instruments)
    assert "EG" not in named


def test_a_persons_page_is_light() -> None:
    asked, answered = Client().get("/between/?lang=ar"), Client().post("/between/", {**QUESTION, "language": "ar"})
    assert len(asked.content) < 45_000
    assert len(answered.content) < 130_000


def test_the_map_and_the_questions_come_back_where_they_are_wanted() -> None:
    with_map, again = ask(go="map"), Client().post("/between/", {**QUESTION, "go": "again"}).content.decode()
    assert "Natural Earth" in with_map.text
    assert "Natural Earth" not in ask().text
    assert '<option value="EG" selected>' in again
    assert "Before any step" not in again


def test_an_answer_is_light_and_the_desk_is_never_compressed() -> None:
    """The longest pair of the founding cases stays under 20 kB on the wire."""
    light = Client(headers={"accept-encoding": "gzip"})
    answer = light.post("/between/", {**QUESTION, "language": "ar"})
    assert answer["Content-Encoding"] == "gzip"
    assert len(answer.content) < 20_000
    assert "Content-Encoding" not in light.get("/desk/sign-in/").headers


def test_each_source_is_written_once_and_every_note_leads_to_it() -> None:
    page = Client().post("/between/", QUESTION).content.decode()
    listed = re.findall(r'<li id="s(\d+)">(.*?)</li>', page)
    assert len({source for _, source in listed}) == len(listed)
    assert set(re.findall(r'href="#s(\d+)"', page)) == {number for number, _ in listed}
    for name in re.findall(r'href="#([a-z0-9-]+)"', page):
        assert f'id="{name}"' in page


def test_why_an_instrument_does_not_carry_a_step_is_said_once_and_its_page_holds_the_facts() -> None:
    question = {**QUESTION, "harmed_in": "IQ", "suspect_in": "DE", "number_of": "DE", "day": "2021-09-30"}
    page = Client().post("/between/", question).content.decode()
    others = "".join(re.findall(r'<p class="others">.*?</p>', page, re.DOTALL))
    assert others.count('href="/law/treaty/arab-convention-2010/') > 1
    assert re.sub("<.*?>", "", others).count("Germany is not a party to “Arab Convention on") == 1
    assert "Arab Convention" in Client().get("/law/treaty/arab-convention-2010/?lang=en").content.decode()
