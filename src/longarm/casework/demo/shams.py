"""Shams: nine hundred messages with a man who says he is in Germany, and twelve screenshots of them."""

from __future__ import annotations

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from longarm.casework.demo.chat import Said, Scene, compose
from longarm.casework.demo.dice import Dice
from longarm.casework.demo.drawing import view
from longarm.casework.demo.exhibit import DemoExhibit
from longarm.casework.demo.phrases import phrases
from longarm.casework.demo.screenshot import WHATSAPP, screenshot
from longarm.casework.demo.whatsapp_export import ARABIC, export

_NUMBER: Final = "+49 171 3920017"
_WARM: Final = ("🌹", "😂", "🙏", "☕", "🤲", "😅")
_HARD: Final = ("😭", "😢", "💔", "😡")
_SCENES: Final = (
    Scene("contact", date(2021, 2, 14), date(2021, 2, 14), (20, 23)),
    Scene("everyday", date(2021, 2, 15), date(2021, 3, 5), (8, 23), lines=397, moods=_WARM),
    Scene("closer", date(2021, 3, 6), date(2021, 3, 15), (21, 24), moods=_WARM),
    Scene("turn", date(2021, 3, 20), date(2021, 3, 21), (10, 22)),
    Scene("obey", date(2021, 3, 22), date(2021, 9, 11), (9, 24), lines=363, tears=_HARD),
    Scene("daughter", date(2021, 9, 12), date(2021, 9, 13), (19, 23)),
    Scene("after", date(2021, 9, 14), date(2021, 9, 14), (9, 22)),
)
# The first words shown on each screenshot.
_SHOWN: Final = (
    "مرحبا، أنا وسام يلي حكيت معك عالفيس",
    "ابعتيلي صورة، بس شوف مع مين عم احكي",
    "إذا بتثقي فيني عنجد، ابعتيلي صورة خاصة، إلي أنا وبس",
    "وسام؟ رد عليّ",
    "اسمعيني منيح ولا تقاطعيني",
    "إذا ما بتعملي يلي بقلك عليه بنشرهن، وأول واحد بيشوفهن أخو جوزك",
    "بكرا الساعة تلاتة بتكوني لحالك وبتفتحي الكاميرا",
    "هي صورة الصفحة يلي عملتها، اسمك عليها وجاهزة",
    "حكيتي لحدا؟",
    "عملت مجموعة وسميتها باسم عيلتك",
    "عندي طلب جديد",
    "فكري منيح، قدامك لبكرا",
)


def chat() -> tuple[Said, ...]:
    """The whole conversation, in the time of Baghdad."""
    return compose(phrases("shams"), _SCENES, ZoneInfo("Asia/Baghdad"), Dice("shams"))


def exhibits() -> tuple[DemoExhibit, ...]:
    said = chat()
    harmless = sum(one.line.what == "image" and one.at.date() <= date(2021, 3, 5) for one in said)
    names = {"s": f"\u202a{_NUMBER}\u202c", "v": "شمس"}
    whole = export(said, names, _NUMBER, ARABIC, [view(number) for number in range(harmless)], ended=True)
    shots = [
        DemoExhibit(f"screenshot-{number:02d}.png", _shot(said, words), "friend-1", "kept-by-friend")
        for number, words in enumerate(_SHOWN, start=1)
    ]
    return (DemoExhibit(f"محادثة واتساب مع {_NUMBER}.zip", whole, "complainant", "phone-export"), *shots)


def _shot(said: tuple[Said, ...], words: str) -> bytes:
    first = next(number for number, one in enumerate(said) if one.line.text.startswith(words))
    return screenshot(said[first:], _NUMBER, "آخر ظهور اليوم", WHATSAPP)
