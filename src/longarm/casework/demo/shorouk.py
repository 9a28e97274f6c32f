"""Shorouk: a Messenger export, two false pages as pictures and one from the network, the number of the police report."""

from __future__ import annotations

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from longarm.casework.demo.chat import Said, Scene, compose
from longarm.casework.demo.dice import Dice
from longarm.casework.demo.drawing import officer
from longarm.casework.demo.exhibit import DemoExhibit
from longarm.casework.demo.messenger_export import photo_uris, thread
from longarm.casework.demo.page import FalsePage, page_screenshot, warc
from longarm.casework.demo.paper import sheet
from longarm.casework.demo.phrases import phrases
from longarm.casework.demo.whatsapp_export import packed

_FOLDER: Final = "alnaqibkarim_5012345678"
_NAMES: Final = {"s": "النقيب كريم", "v": "شروق"}
_HARD: Final = ("😭", "😢", "💔", "😡")
_SCENES: Final = (
    Scene("contact", date(2021, 12, 28), date(2021, 12, 28), (19, 23)),
    Scene("softer", date(2021, 12, 29), date(2021, 12, 30), (9, 18), lines=82, moods=("🌹", "😊", "🙏")),
    Scene("turn", date(2021, 12, 30), date(2021, 12, 30), (19, 23), tears=_HARD),
    Scene("pressure", date(2021, 12, 31), date(2022, 1, 1), (19, 23), lines=62, tears=_HARD),
    Scene("pages", date(2022, 1, 2), date(2022, 1, 3), (15, 22), tears=_HARD),
    Scene("reported", date(2022, 1, 4), date(2022, 1, 4), (14, 20)),
)
_POSTS: Final = (
    ("2/1/2022", "كل اللي يعرف البنت دي يبعتلي، عندي كلام كتير عنها"),
    ("2/1/2022", "دي صورتها وده عنوانها، والبقية تأتي"),
    ("3/1/2022", "فاكرة نفسها هتسكتني"),
)
_PAGE: Final = FalsePage(
    "https://www.facebook.com/profile.php?id=100009000000038",
    "100009000000038",
    "شروق على حقيقتها",
    "صفحة شخصية، القليوبية",
    _POSTS,
    "2022-01-02T19:40:12Z",
)
_SECOND: Final = FalsePage(
    "https://www.facebook.com/profile.php?id=100009000000039",
    "100009000000039",
    "فضايح شروق",
    "صفحة عامة، أنشئت اليوم",
    (("3/1/2022", "الصفحة التانية زي ما وعدتك"), ("3/1/2022", "صورة البطاقة قريب")),
    "2022-01-03T20:05:00Z",
)


def chat() -> tuple[Said, ...]:
    """The whole conversation, in the time of Cairo."""
    return compose(phrases("shorouk"), _SCENES, ZoneInfo("Africa/Cairo"), Dice("shorouk"))


def exhibits() -> tuple[DemoExhibit, ...]:
    said = chat()
    first_picture = photo_uris(said, _FOLDER)[0]
    export = packed(
        {
            f"messages/inbox/{_FOLDER}/message_1.json": thread(said, _NAMES, _NAMES["s"], _FOLDER),
            first_picture: officer(),
        }
    )
    return (
        DemoExhibit("facebook-shorouk.zip", export, "complainant", "account-download"),
        DemoExhibit("page-1.png", page_screenshot(_PAGE), "complainant", "screenshot"),
        DemoExhibit("page-2.png", page_screenshot(_SECOND), "complainant", "screenshot"),
        DemoExhibit("page-1.warc", warc(_PAGE), "complainant", "saved-in-browser"),
        DemoExhibit("police-report.png", _report(), "complainant", "slip"),
    )


def _report() -> bytes:
    heading = ("مديرية أمن القليوبية", "إفادة بقيد محضر")
    body = (
        "رقم المحضر: 17 لسنة 2022 إداري",
        "التاريخ: 4 يناير 2022",
        "الموضوع: انتحال صفة.",
        "ملاحظة: الرقم المستخدم +218910000017 ليس رقمًا مصريًا، ولم تُقيَّد وقائع التهديد.",
    )
    return sheet(heading, body, stamp="ختم متخيَّل")
