"""Eng. Ahmed: three thousand messages that forty people received over eight years, e-mails, a police note.
Long: ten years of one case.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Final
from zoneinfo import ZoneInfo

from longarm.casework.demo.chat import Said, Scene, compose
from longarm.casework.demo.dice import Dice
from longarm.casework.demo.exhibit import DemoExhibit
from longarm.casework.demo.letters import Attachment, Letter, eml
from longarm.casework.demo.messenger_export import thread
from longarm.casework.demo.paper import sheet
from longarm.casework.demo.phrases import Exchange, Line, Phrases, phrases
from longarm.casework.demo.whatsapp_export import packed

_CAIRO: Final = timezone(timedelta(hours=2))
_DUBAI: Final = timezone(timedelta(hours=4))
_SENDER: Final = "sawt.alhaqiqa@example.com"
_FIRST_ACCOUNT: Final = ("حق المظلوم", "haqalmazloum")
_SECOND_ACCOUNT: Final = ("صوت الحقيقة", "sawtalhaqiqa")
_FIRST: Final = (
    Scene("early", date(2013, 11, 20), date(2014, 12, 28), (10, 24), lines=18, mixed=True),
    Scene("middle", date(2015, 1, 10), date(2019, 11, 30), (10, 24), lines=20, mixed=True),
)
_SECOND: Final = (
    Scene("late", date(2020, 3, 1), date(2021, 7, 2), (10, 24), lines=20, mixed=True),
    Scene("school", date(2021, 7, 10), date(2021, 8, 12), (9, 24), lines=17, mixed=True),
)


def threads(number: int) -> dict[str, tuple[tuple[Said, ...], str]]:
    """What recipient `number` (0 … 39) got, by the name of the account it came from, with the thread's folder."""
    words, zone = _for_one(phrases("ahmed"), number), ZoneInfo("Africa/Cairo")
    return {
        name: (compose(words, scenes, zone, Dice(f"ahmed {number} {short}")), f"{short}_{7000000000 + 13 * number}")
        for (name, short), scenes in ((_FIRST_ACCOUNT, _FIRST), (_SECOND_ACCOUNT, _SECOND))
    }


def exhibits() -> tuple[DemoExhibit, ...]:
    members: dict[str, bytes] = {}
    for number, recipient in enumerate(phrases("ahmed").lists["names"]):
        for account, (said, folder) in threads(number).items():
            path = f"{number + 1:02d} {recipient}/messages/inbox/{folder}/message_1.json"
            members[path] = thread(said, {"s": account, "v": recipient}, account, folder)
    return (
        DemoExhibit("forwarded-by-40-recipients.zip", packed(members), "friend-1", "collected"),
        DemoExhibit("school-2021-07-11.eml", _school_july(), "school", "original-mail"),
        demand(),
        DemoExhibit("school-2021-08-09.eml", _school_august(), "school", "original-mail"),
        DemoExhibit("police-note.png", _police_note(), "complainant", "photograph"),
    )


def demand() -> DemoExhibit:
    """The e-mail of 5 August 2021 that asks for money."""
    letter = _from_suspect(
        datetime(2021, 8, 5, 22, 41, 7, tzinfo=_CAIRO),
        "ahmed@example.org",
        subject="آخر فرصة",
        text="عشرين ألف جنيه وأقفل كل الصفحات وأسيب المدرسة في حالها.\nمعاك لحد آخر الشهر.\nالرد على نفس الإيميل.\nصوت الحقيقة\n",
        number="20210805204107.5",
    )
    return DemoExhibit("demand-2021-08-05.eml", eml(letter), "complainant", "original-mail")


def one_thread() -> DemoExhibit:
    """What one recipient handed on, alone."""
    account = _SECOND_ACCOUNT[0]
    said, folder = threads(0)[account]
    recipient = phrases("ahmed").lists["names"][0]
    data = thread(said, {"s": account, "v": recipient}, account, folder)
    return DemoExhibit("message_1.json", data, None, "handed-on")


def _for_one(words: Phrases, number: int) -> Phrases:
    """The same writing reaches everybody; what people answer, or whether, is their own."""
    dice = Dice(f"answers {number}")
    told = {phase: tuple(_answered(exchange, words, dice) for exchange in held) for phase, held in words.told.items()}
    return replace(words, told=told)


def _answered(exchange: Exchange, words: Phrases, dice: Dice) -> Exchange:
    last = exchange[-1]
    if last.speaker != "v":
        answer = Line("v", dice.one_of(words.lists["answers"]))
        return (*exchange, answer) if dice.chance(25) else exchange
    choice = dice.below(10)
    if choice < 3:
        return exchange[:-1]
    return (*exchange[:-1], Line("v", dice.one_of(words.lists["answers"]))) if choice < 6 else exchange


def _from_suspect(
    sent: datetime, to: str, *, subject: str, text: str, number: str, attachments: tuple[Attachment, ...] = ()
) -> Letter:
    """A mail of the suspect: its lowest Received line and X-Originating-IP name the address he wrote from."""
    arrived = (sent + timedelta(seconds=2)).astimezone(_DUBAI)
    host = to.partition("@")[2]
    return Letter(
        sender="صوت الحقيقة",
        address=_SENDER,
        to=to,
        subject=subject,
        sent=sent,
        text=text,
        message_id=f"<{number}@mail.example.com>",
        route=(
            f"from mail.example.com (mail.example.com [198.51.100.8]) by mx.{host} with ESMTPS id 17; {_stamp(arrived)}",
            f"from [192.0.2.17] (helo=desktop) by mail.example.com with ESMTPA id 4; {_stamp(sent)}",
        ),
        more=(
            ("Authentication-Results", f"mx.{host}; spf=pass smtp.mailfrom={_SENDER}; dkim=pass header.d=example.com"),
            ("X-Originating-IP", "[192.0.2.17]"),
        ),
        attachments=attachments,
    )


def _school(sent: datetime, subject: str, text: str, number: str, attachments: tuple[Attachment, ...]) -> bytes:
    return eml(
        Letter(
            sender="إدارة المدرسة",
            address="office@school.example",
            to="ahmed@example.org",
            subject=subject,
            sent=sent,
            text=text,
            message_id=f"<{number}@school.example>",
            route=(
                f"from mx.school.example (mx.school.example [198.51.100.20]) by mx.example.org with ESMTPS id 9; {_stamp(sent)}",
            ),
            attachments=attachments,
        )
    )


def _school_july() -> bytes:
    letter = sheet(
        ("إلى إدارة المدرسة",),
        (
            "أنا فاعل خير، وعندكم تلميذ في الصف الثاني أبوه نصاب ومطلوب.",
            "مع الخطاب صورة الولد علشان تعرفوه.",
            "لو سكتوا هبعت لكل أولياء الأمور.",
            "صوت الحقيقة",
        ),
    )
    original = _from_suspect(
        datetime(2021, 7, 10, 7, 14, 2, tzinfo=_CAIRO),
        "office@school.example",
        subject="إلى إدارة المدرسة: حقيقة ولي أمر عندكم",
        text="مرفق خطاب وصورة. اقرأوا كويس قبل فوات الأوان.\n",
        number="20210710051402.17",
        attachments=(Attachment("خطاب.png", "image/png", letter),),
    )
    return _school(
        datetime(2021, 7, 11, 9, 5, 40, tzinfo=_DUBAI),
        "رسالة وصلتنا بشأن ابنكم",
        "السيد المهندس أحمد المحترم،\nوصلتنا أمس الرسالة المرفقة كما هي، وفيها صورة ابنكم، ونحن قلقون عليه.\n"
        "نرجو الحضور أو الاتصال.\nإدارة المدرسة\n",
        "20210711050540.3",
        (Attachment("original.eml", "message/rfc822", eml(original)),),
    )


def _school_august() -> bytes:
    letter = sheet(
        ("إلى أولياء أمور الصف الثاني",),
        (
            "ابنكم قاعد جنب ابن راجل نصاب.",
            "اسألوا المدرسة ليه ساكتة.",
            "المرة الجاية الأسماء كلها.",
            "صوت الحقيقة",
        ),
    )
    return _school(
        datetime(2021, 8, 9, 8, 30, 12, tzinfo=_DUBAI),
        "خطاب وصل إلى أولياء الأمور",
        "السيد المهندس أحمد المحترم،\nأبلغنا عدد من أولياء الأمور أن الخطاب المرفق وصلهم مساء 8 أغسطس "
        "من العنوان sawt.alhaqiqa@example.com.\nنحفظ الأصول لدينا لحين طلبها.\nإدارة المدرسة\n",
        "20210809043012.8",
        (Attachment("خطاب إلى أولياء الأمور.png", "image/png", letter),),
    )


def _police_note() -> bytes:
    heading = ("مركز الشرطة", "إفادة")
    body = (
        "التاريخ: 25 يوليو 2021",
        "حضر المهندس أحمد وأفاد بوصول رسائل مسيئة إلى مدرسة ابنه من العنوان sawt.alhaqiqa@example.com.",
        "بالفحص تبيّن أن مرسل الرسائل خارج حدودنا، ولم يُقيَّد بلاغ.",
        "أُعطيت له هذه الإفادة بناءً على طلبه.",
    )
    return sheet(heading, body, stamp="ختم متخيَّل")


def _stamp(at: datetime) -> str:
    return at.strftime("%a, %d %b %Y %H:%M:%S %z")
