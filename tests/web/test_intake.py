"""The public pages: safety, then the child, then what happened; what is said, what is never said, and that nothing is kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from longarm.texts import LANGUAGES, Language, say

MUST_SAY = {
    "not-fault": "هذه جريمة، والذنب ذنب من يهددك، لا ذنبك.",
    "control": "القرار لك في كل خطوة، ويمكنك التوقف في أي وقت.",
    "skip": "يمكنك ترك أي سؤال بلا جواب.",
    "limits": "نحفظ السر، إلا إذا كانت حياة إنسان أو سلامة طفل في خطر. وعندها نخبرك أولًا إن استطعنا.",
    "no-pay": "قبل دفع أي شيء، لنتحدث. الدفع في الغالب لا يوقف التهديد.",
    "keep": "الأفضل ألا يُحذف شيء الآن. وإذا كان بقاؤه خطرًا عليك، نحفظ معك نسخة أولًا، ثم يُحذف.",
    "no-image": "لا نحتاج إلى الصورة، ولا داعي لإرسالها إلينا.",
    "honest": "لا أعرف بعد هل سيُعاقَب. لكن هذا ما نستطيع فعله اليوم.",
}
NEVER = "ضحية|فضيحة|عار|شرفك|مخلة|فاضحة|خطؤك|كان يجب|لماذا أرسلت|"
NEVER += "اهدئي|لا تقلقي|اصبري|مضمون|فورًا|خط ساخن|عقدة|معرّف"
DANGER_WORDS = ["ابتزاز", "صور", "بلاغ", "شكوى", "شرطة", "قضية", "محامٍ", "blackmail", "police", "chantage", "longarm"]


class Visit:
    """A person on her way through the screens, without a browser's memory."""

    def __init__(self, language: Language = "ar") -> None:
        self.client = Client()
        self.language = language
        self.text = self.client.get(f"/?lang={language}").content.decode()

    def answer(self, *choices: str, **fields: object) -> Visit:
        sent = {"state": self.state, "language": self.language, "choice": list(choices), "go": "next", **fields}
        self.text = self.client.post("/", sent).content.decode()
        return self

    @property
    def state(self) -> str:
        found = re.search(r'id="answers".*?name="state" value="([^"]+)"', self.text, re.DOTALL)
        assert found
        return found[1]

    @property
    def asks_for_a_file(self) -> bool:
        return 'type="file"' in self.text


def at_words(child: str, language: Language = "ar") -> Visit:
    visit = Visit(language).answer("safe").answer("no").answer(child)
    if child in ("yes", "unsure"):
        visit.answer()
    return visit.answer("me").answer("threat")


def test_danger_and_child_are_asked_before_anything_can_be_sent() -> None:
    visit = Visit()
    assert say("intake-safety", "ar") in visit.text
    assert not visit.asks_for_a_file
    for step in (("safe",), ("no",), ("no",), ("me",)):
        visit.answer(*step)
        assert not visit.asks_for_a_file
    assert visit.answer("threat").asks_for_a_file


@pytest.mark.parametrize("child", ["yes", "unsure", ""])
@pytest.mark.parametrize("language", LANGUAGES)
def test_with_a_child_in_it_only_words_are_taken_and_it_is_said(child: str, language: Language) -> None:
    visit = at_words(child, language)
    assert not visit.asks_for_a_file
    assert "textarea" in visit.text
    assert "18" in visit.text


def test_the_road_of_the_child_comes_at_once() -> None:
    visit = Visit().answer("safe").answer("no").answer("yes")
    assert "takeitdown.ncmec.org" in visit.text
    assert say("intake-child-road-no-copy", "ar") in visit.text


def test_a_file_pushed_in_despite_a_child_is_not_even_named() -> None:
    visit = at_words("yes").answer(words="كلمات", files=SimpleUploadedFile("chat.txt", b"x" * 1000))
    assert "1000" not in visit.text


def test_who_thinks_of_self_harm_is_answered_before_the_next_question() -> None:
    visit = Visit().answer("self_harm")
    assert say("intake-life", "ar") in visit.text
    assert say("intake-phone", "ar") in visit.answer().text


def test_every_question_can_be_left_without_an_answer() -> None:
    visit = Visit()
    for _ in range(6):
        visit.answer()
    assert say("intake-end", "ar") in visit.text


@pytest.mark.parametrize("name", MUST_SAY)
def test_what_must_be_said_is_said_in_the_agreed_words(name: str) -> None:
    assert say(f"intake-{name}", "ar") == MUST_SAY[name]
    visit, seen = Visit(), ""
    for step in (("safe",), ("yes",), ("no",), ("me",), ("threat",), ()):
        seen += visit.text
        visit.answer(*step)
    assert MUST_SAY[name] in seen + visit.text


def test_what_must_never_be_said_is_in_no_sentence() -> None:
    text = (Path(__file__).parents[2] / "src/longarm/texts/ar/intake.ftl").read_text("utf-8")
    assert [word for word in NEVER.split("|") if word in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_and_address_tell_nothing(language: Language) -> None:
    visit = Visit(language)
    for step in ((), (), (), (), (), (), ()):
        title = re.search("<title>(.*?)</title>", visit.text)
        assert title
        assert not [word for word in DANGER_WORDS if word in title[1]]
        assert 'action="/"' in visit.text
        visit.answer(*step)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_that_it_is_a_demonstration_and_offers_the_way_out(language: Language) -> None:
    visit = Visit(language)
    for step in (("self_harm",), (), ("yes",), ("yes",), (), ("me",), ("threat",), ()):
        assert say("intake-demonstration", language) in visit.text
        assert 'id="leave"' in visit.text
        assert "noreferrer" in visit.text
        visit.answer(*step)
    assert say("intake-demonstration", language) in visit.text


def test_a_file_is_counted_and_let_go(tmp_path: Path, settings) -> None:  # type: ignore[no-untyped-def]
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    secret = b"canary-of-a-chat " * 400_000
    visit = at_words("no", "en").answer(words="three small words", files=SimpleUploadedFile("chat.txt", secret))
    assert str(len(secret)) in visit.text
    assert "canary-of-a-chat" not in visit.text
    assert list(tmp_path.iterdir()) == []


def test_words_are_given_back_to_nobody_but_the_writer() -> None:
    visit = at_words("no", "en").answer(words="<b>three</b> small words")
    assert "3 words" in re.sub("<.*?>", "", visit.text)
    assert "<b>three" not in visit.text


def test_an_answer_that_somebody_changed_begins_again() -> None:
    visit = Visit("en")
    text = visit.client.post("/", {"state": visit.state[:-3] + "abc", "language": "en", "go": "next"}).content.decode()
    assert say("intake-safety", "en") in text
    assert "back at the start" in text


def test_answers_are_too_old_after_some_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    visit = Visit("en")
    later = time.time() + 4 * 3600
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)
    assert "back at the start" in visit.answer("safe").text


def test_the_language_changes_in_the_middle_and_the_answers_stay() -> None:
    visit = Visit("ar").answer("safe")
    text = visit.client.post("/", {"state": visit.state, "language": "ar", "speak": "fr"}).content.decode()
    assert say("intake-phone", "fr") in text
    assert '<html lang="fr" dir="ltr">' in text


@pytest.mark.parametrize(("header", "language"), [("fr-CA,fr;q=0.8", "fr"), ("de,en;q=0.5", "en"), ("de", "ar"), ("", "ar")])
def test_the_first_page_speaks_what_the_browser_prefers(header: str, language: str) -> None:
    assert f'<html lang="{language}"' in Client().get("/", headers={"accept-language": header}).content.decode()


def test_other_methods_are_refused() -> None:
    assert Client().delete("/").status_code == 405
    assert Client().put("/").status_code == 405
