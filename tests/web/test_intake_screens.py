"""The public intake, as people meet it: Amal on a phone others look at, a teacher for a pupil, a flooder, a hasty finger."""

from __future__ import annotations

import hashlib
import re
from itertools import count
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client
from visitor import FREE, Visitor

from longarm.casework.cases import read_case
from longarm.casework.intake import invitations
from longarm.casework.intake.door import Limits
from longarm.casework.node import node
from longarm.casework.rules import Hours, Rules, change_rules
from longarm.keys.passphrase import LEAST
from longarm.law.load import load
from longarm.store.models import Case, Channel, Upload
from longarm.texts import LANGUAGES, Language, say
from longarm.web.intake import neutral

pytestmark = pytest.mark.django_db

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
CHAT = b"[30/10/2026, 21:00:05] +218 91 000 0017: pay\n" * 40


def the_case() -> Case:
    return Case.objects.get(stage=Case.Stage.RECEIVED)


def test_amal_writes_from_a_phone_that_others_look_at_and_comes_back(resist) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor("ar").choose("family", "watched")
    assert say("intake-help-watched", "ar") in amal.plain
    amal.choose(do="lines", lives="EG")
    assert "15115" in amal.plain  # who can be called in Egypt
    amal.choose().choose("no").choose("me").choose("threat", "money")
    amal.send("هددني بنشر شيء إن لم أدفع 500 دينار", code="digits")
    code = amal.code
    assert re.fullmatch(r"(\d{4} ){3}\d{4}", code)
    amal.post(do="leave")
    assert amal.answer.status_code == 303
    assert amal.answer["Location"] == "/"

    told = the_case()
    assert told.urgent
    assert not told.child
    file = read_case(resist.basma, told.id).case
    assert {event.kind for event in file.events} == {"threat_to_publish", "demand"}
    assert {"honour_violence", "monitored_device"} <= set(file.risks)
    assert file.persons[0].locations[0].state == "EG"

    # Another day, another device, other digits and spaces.
    amal = Visitor("ar").post(do="code").post(do="enter", code=code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))
    assert "هددني بنشر شيء" in amal.plain
    amal.post(do="write", words="كتب اليوم مرة أخرى", danger="1")
    assert "كتب اليوم مرة أخرى" in amal.plain
    amal.post(do="wish", how="message", where="+20 100 000 0017", hours="من 10 إلى 12", word="زيتون")
    assert say("intake-kept", "ar") in amal.plain
    assert "زيتون" not in amal.text  # nor the number: the page may be read by whoever took the phone
    assert "0017" not in amal.text
    assert say("intake-reach-kept", "ar") in amal.plain
    amal.post(do="wish", how="call", where="", hours="مساء", word="")
    amal.post(do="allow", use="contact")
    assert amal.text.count('class="chip open"') == 1
    amal.post(do="allow", use="contact", **{"not": "1"})
    assert say("intake-consent-take-back", "ar") not in amal.plain
    assert say("intake-withdraw-remains", "ar") in amal.post(do="withdraw").plain
    assert say("intake-withdrawn-note", "ar") in amal.post(do="withdrawn").plain
    assert 'name="words"' not in amal.text


def test_who_left_is_forgotten_and_an_old_page_opens_nothing(resist) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor().send(code="digits")
    kept_by_the_browser = amal.hidden("token")
    amal.post(do="leave")
    stranger = Visitor().post(do="page", token=kept_by_the_browser)
    assert stranger.answer.status_code == 401
    assert "500" not in stranger.plain
    assert 'name="code"' in stranger.text


def test_six_words_lead_back_and_a_wrong_code_is_one_sentence(resist) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor("ar").send(code="words")
    assert len(amal.code.split()) == 6
    assert "500" in Visitor().post(do="code").post(do="enter", code=amal.code.replace(" ", "\n")).plain
    stranger = Visitor().post(do="code").post(do="enter", code="0000 1111 2222 3333")
    assert stranger.answer.status_code == 400
    assert say("intake-wrong-code", "en") in stranger.plain
    assert "0000 1111 2222 3333" in stranger.plain  # what was typed stays, to be looked at


@pytest.mark.parametrize("child", ["yes", "unsure", ""])
def test_a_teacher_for_a_pupil_is_asked_for_words_only(resist, child: str) -> None:  # type: ignore[no-untyped-def]
    teacher = Visitor().choose("safe").choose(child)
    if child:
        assert "takeitdown.ncmec.org" in teacher.plain
        assert say("intake-child-road-no-copy", "en") in teacher.plain
        assert "16000" in teacher.choose(do="lines", lives="EG").plain  # the child line of the state
        teacher.choose()
    teacher.choose("school").choose("demand")
    assert "we take no files" in teacher.plain
    teacher.send("A pupil of 15 told me.", code="digits")
    assert the_case().child
    assert say("intake-files-now", "en") not in teacher.plain
    assert not teacher.post(do="files").asks_for_a_file

    # Pushed in all the same: refused before its first byte is kept.
    pushed = {f"file.{teacher.hidden('token')}": SimpleUploadedFile("x.jpg", b"x" * 5000), "do": "give"}
    assert teacher.post(**pushed).answer.status_code == 403
    assert teacher.post(do="begin", name="x.jpg", size="5000").answer.status_code == 403
    assert not Upload.objects.exists()
    assert not [file for file in node().vault.rglob("*") if file.is_file()]


def test_files_come_whole_from_a_plain_form_or_in_pieces_after_the_line_dropped(resist) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor().send(code="digits").post(do="files")
    amal.post(**{f"file.{amal.hidden('token')}": SimpleUploadedFile("chat.txt", CHAT), "do": "give"})
    assert "chat.txt" in amal.plain
    assert "arrived" in amal.plain
    kept = [file.read_bytes() for file in node().vault.rglob("*") if file.is_file()]
    assert len(kept) == 1  # the file, and nothing of the way it came
    assert b"+218 91 000 0017" not in kept[0]
    token = amal.hidden("token")

    def ask(**fields: object) -> dict[str, object]:
        return Client().post("/", {"token": token, "language": "en", **fields}).json()

    upload = ask(do="begin", name="second.txt", size=len(CHAT))["upload"]
    first = SimpleUploadedFile("piece", CHAT[:700])
    assert ask(do="piece", upload=upload, offset=0, piece=first)["arrived"] == 700
    again = ask(do="piece", upload=upload, offset=0, piece=SimpleUploadedFile("piece", CHAT[:700]))  # its answer was lost
    assert again["arrived"] == 700
    assert "error" in again
    assert ask(do="arrived", upload=upload)["arrived"] == 700
    assert "second.txt" in Visitor().post(do="files", token=token).plain
    ask(do="piece", upload=upload, offset=700, piece=SimpleUploadedFile("piece", CHAT[700:]))
    assert ask(do="finish", upload=upload)["arrived"] == len(CHAT)
    assert [row.state for row in Upload.objects.order_by("made_at")] == ["whole", "whole"]


def test_the_school_adds_what_it_received_and_sees_nothing_else(resist) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor().send("What only Amal and we know", code="digits").post(do="invite")
    amal.post(do="invited", kind="recipient", about="my son’s school", code="digits")
    code, case = amal.code, the_case().id
    assert Visitor().post(do="code").post(do="enter", code=code).answer.status_code == 400  # not before the team agrees
    invitations.confirm(resist.basma, case, invitations.asked(resist.basma, case)[0].letter)
    school = Visitor().post(do="code").post(do="enter", code=code)
    assert "only Amal" not in school.plain
    assert say("intake-invite", "en") not in school.plain
    school.post(do="write", words="Three letters came to the school.")
    assert "Three letters" in school.plain
    assert "Three letters" not in amal.post(do="page").plain


def test_whoever_presses_twice_has_written_once_and_sees_the_same_code(resist) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor().walk()
    page = {"state": amal.hidden("state"), "token": None, "code": "digits"}
    codes = {amal.send(**page).code for _ in range(3)}
    assert len(codes) == 1
    assert Channel.objects.count() == 1
    for _ in range(3):
        amal.send(**page)
    assert amal.answer.status_code == 409  # not for ever: somebody else may press Back
    assert codes.pop() not in amal.plain


def paid(page: str) -> str:
    """What the script of the page works out."""
    seed, puzzles, bits = re.findall(r'data-(?:seed|puzzles|bits)="([^"]+)"', page)

    def good(index: int, number: int) -> bool:
        digest = hashlib.sha256(f"{seed}:{index}:{number}".encode()).digest()
        return int.from_bytes(digest, "big") >> (256 - int(bits)) == 0

    return ",".join(next(str(n) for n in count() if good(index, n)) for index in range(int(puzzles)))


def test_a_flooder_pays_and_a_school_behind_one_address_gets_through(resist, settings) -> None:  # type: ignore[no-untyped-def]
    settings.LONGARM_DOOR = Limits(puzzles=2, bits=4, wait=30, network_free=3, steps=2)
    flooder = Visitor(network="203.0.113.5").walk()
    assert flooder.send(code="digits").answer.status_code == 429  # no work, no waiting
    assert "wait-30" in flooder.text
    assert not Case.objects.exists()
    assert flooder.post(do="send", proof=paid(flooder.text)).code  # what was written is still there
    for _ in range(5):
        flooder = Visitor(network="203.0.113.5").walk()
        flooder.send(code="digits", proof=paid(flooder.text))
    assert 'data-bits="6"' in Visitor(network="203.0.113.5").walk().text  # dearer, and never closed
    assert 'data-bits="4"' in Visitor(network="198.51.100.9").walk().text  # others pay what they paid


def test_who_has_no_script_waits_from_the_first_screen_on(resist, settings, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    import time

    settings.LONGARM_DOOR = Limits(wait=30)
    amal = Visitor().walk()
    assert amal.send(code="digits").answer.status_code == 429
    later = time.time() + 31
    monkeypatch.setattr("time.time", lambda: later)
    assert amal.post(do="send").code


def test_answers_are_too_old_after_some_hours(resist, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    import time

    amal = Visitor()
    later = time.time() + 4 * 3600
    monkeypatch.setattr("time.time", lambda: later)
    assert "back at the start" in amal.choose("safe").plain


def test_an_answer_that_somebody_changed_begins_again(resist) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor()
    amal.choose("safe", state=amal.hidden("state")[:-3] + "abc")
    assert say("intake-safety", "en") in amal.plain
    assert "back at the start" in amal.plain


def test_every_question_can_be_left_without_an_answer(resist) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor().walk((), (), (), ())
    assert amal.send("", code="digits").code
    assert the_case().child  # what is not known is not *no*


def test_the_language_changes_in_the_middle_and_the_answers_stay(resist) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor("ar").walk().post(words="كلمات أولى", speak="fr", code="digits")
    assert '<html lang="fr" dir="ltr">' in amal.text
    assert "كلمات أولى" in amal.text
    assert 'value="digits" checked' in amal.text


def test_no_number_of_another_state_is_ever_shown(resist) -> None:  # type: ignore[no-untyped-def]
    facts = load()
    for state in sorted(facts.states):
        for danger in ("self_harm", "family"):
            plain = Visitor().choose(danger).choose(do="lines", lives=state).plain
            foreign = {line.contact for line in facts.lines.values() if line.state not in (state, "any")}
            own = {line.contact for line in facts.lines_of(state)}
            assert not [number for number in foreign - own if re.search(rf"(?<![\w-]){re.escape(number)}(?![\w-])", plain)], state
            assert "24 November 2026" in plain or "no number" in plain


def test_no_desk_of_the_police_is_offered_to_who_fears_the_family(resist) -> None:  # type: ignore[no-untyped-def]
    plain = Visitor().choose("family").choose(do="lines", lives="IQ").plain
    assert "Interior ministry" not in plain
    assert "Community police" not in plain


def test_a_time_is_promised_only_where_hours_are_staffed(resist) -> None:  # type: ignore[no-untyped-def]
    assert say("intake-answer-unknown", "en") in Visitor().walk().plain
    change_rules(resist.basma, Rules(staffed=(Hours(0, "09:00", "17:00"),), time_zone="Africa/Cairo"))
    amal = Visitor().walk()
    assert "120 minutes" in amal.plain
    assert "Egypt" in amal.send(code="digits").post(do="page").plain  # by which clock


def test_title_icon_and_exit_are_the_organisation_s_own_and_the_environment_s_first(resist, settings) -> None:  # type: ignore[no-untyped-def]
    change_rules(resist.basma, Rules(neutral_title="Garden notes", neutral_icon="leaf", exit_address="https://weather.example/"))
    text = Visitor().text
    assert "<title>Garden notes</title>" in text
    assert "icons/leaf.svg" in text
    assert 'href="https://weather.example/"' in text
    settings.NEUTRAL_TITLE, settings.EXIT_ADDRESS = "Bus times", "https://bus.example/"
    text = Visitor().text
    assert "<title>Bus times</title>" in text
    assert 'href="https://bus.example/"' in text


def test_what_went_wrong_and_what_is_read_of_law_has_the_same_face(resist, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """A screen that failed stands in her history like every other; the desk says what it is."""
    change_rules(resist.basma, Rules(neutral_title="Garden notes", neutral_icon="leaf", exit_address="https://weather.example/"))
    asked = Client(headers={"accept-language": "en"}, raise_request_exception=False)
    for address, status in (("/nothing/", 404), ("/between/", 200), ("/law/XX/", 404)):
        answer = asked.get(address)
        assert answer.status_code == status
        assert "<title>Garden notes</title>" in answer.content.decode()
        assert "icons/leaf.svg" in answer.content.decode()
    assert "<title>longarm</title>" in asked.get("/desk/nothing/").content.decode()

    def away() -> None:
        raise OperationalError("away")

    monkeypatch.setattr(neutral, "face", away)  # the database: the sentence comes all the same, with our own neutral words
    gone = asked.get("/nothing/")
    assert gone.status_code == 404
    assert f"<title>{say('intake-title', 'en')}</title>" in gone.content.decode()


def test_where_nobody_could_read_it_nothing_can_be_sent_and_nothing_is_lost(db, settings) -> None:  # type: ignore[no-untyped-def]
    settings.LONGARM_DOOR, settings.LONGARM_RECEIPT_COST = FREE, LEAST
    amal = Visitor().walk()
    assert say("intake-closed", "en") in re.sub("<[^>]*>", "", amal.text)
    amal.send("Words I do not want to write twice")
    assert amal.answer.status_code == 409
    assert "Words I do not want to write twice" in amal.text


@pytest.mark.parametrize("name", MUST_SAY)
def test_what_must_be_said_is_said_in_the_agreed_words(resist, name: str) -> None:  # type: ignore[no-untyped-def]
    assert say(f"intake-{name}", "ar") == MUST_SAY[name]
    visitor, seen = Visitor("ar"), ""
    for step in (("safe",), ("no",), ("me",), ("threat",)):
        seen += visitor.plain
        visitor.choose(*step)
    assert MUST_SAY[name] in seen + visitor.plain


def test_what_must_never_be_said_is_in_no_sentence() -> None:
    for room in ("intake", "consent", "holder", "giving", "letter"):
        text = (Path(__file__).parents[2] / f"src/longarm/texts/ar/{room}.ftl").read_text("utf-8")
        assert [word for word in NEVER.split("|") if word in text] == [], room


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_has_one_title_one_address_the_way_out_and_no_cookie(resist, language: Language) -> None:  # type: ignore[no-untyped-def]
    amal, titles = Visitor(language), set()

    def look() -> None:
        titles.update(re.findall("<title>(.*?)</title>", amal.text))
        assert set(re.findall(r'(?:action|formaction)="([^"]*)"', amal.text)) == {"/"}
        assert 'id="leave"' in amal.text
        assert amal.answer["Cache-Control"] == "no-store"
        assert not amal.answer.cookies

    for step in (("self_harm",), (), ("no",), ("me",), ("threat",)):
        look()
        amal.choose(*step)
    amal.send(code="digits")
    for section in ("page", "files", "reach", "consents", "invite", "withdraw"):
        look()
        amal.post(do=section)
    assert len(titles) == 1
    assert not [word for word in DANGER_WORDS if word in next(iter(titles))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_with_all_it_names_is_under_sixty_kilobytes_and_from_here(resist, language: Language) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor(language)

    def weigh() -> None:
        named = set(re.findall(r'(?:src|href)="([^"]+)"', amal.text)) - {re.findall(r'id="leave" href="([^"]+)"', amal.text)[0]}
        assert all(address.startswith("/static/") for address in named), named
        assert sum(len(Client().get(address).content) for address in named) + len(amal.answer.content) < 60_000

    for step in (("self_harm", "family", "watched"), (), ("yes",), (), ("me",), ("threat",)):
        weigh()
        amal.choose(*step, lives="EG")
    weigh()
    amal.send("word " * 1500, code="digits")
    for section in ("page", "files", "reach", "consents", "invite", "withdraw"):
        weigh()
        amal.post(do=section)


@pytest.mark.parametrize(("header", "language"), [("fr-CA,fr;q=0.8", "fr"), ("de,en;q=0.5", "en"), ("de", "ar"), ("", "ar")])
def test_the_first_page_speaks_what_the_browser_prefers(header: str, language: str) -> None:
    assert f'<html lang="{language}"' in Client().get("/", headers={"accept-language": header}).content.decode()


def test_other_methods_are_refused() -> None:
    assert Client().delete("/").status_code == 405
    assert Client().put("/").status_code == 405
