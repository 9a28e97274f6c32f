"""The diplomat: two WhatsApp chats with the same woman, from her number in France and, after she left, from Tunisia."""

from __future__ import annotations

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from longarm.casework.demo.chat import Said, Scene, compose
from longarm.casework.demo.dice import Dice
from longarm.casework.demo.drawing import view
from longarm.casework.demo.exhibit import DemoExhibit
from longarm.casework.demo.phrases import phrases
from longarm.casework.demo.whatsapp_export import FRENCH, export

_NUMBER_FR: Final = "+33 6 39 98 00 17"
_NUMBER_TN: Final = "+216 20 000 017"
_HARD: Final = ("😔", "😡", "🙏")
_IN_FRANCE: Final = (
    Scene("before", date(2019, 11, 4), date(2020, 1, 26), (8, 23), lines=92, moods=("🌹", "😊", "😂")),
    Scene("turn", date(2020, 2, 1), date(2020, 2, 1), (18, 22)),
    Scene("demand", date(2020, 2, 3), date(2020, 2, 5), (9, 22), tears=_HARD),
    Scene("paid", date(2020, 2, 10), date(2020, 2, 10), (10, 20)),
    Scene("again", date(2020, 3, 2), date(2020, 3, 8), (9, 22), tears=_HARD),
    Scene("paid_again", date(2020, 3, 10), date(2020, 3, 10), (10, 20)),
    Scene("between", date(2020, 3, 18), date(2020, 4, 28), (9, 23), lines=42, tears=_HARD),
)
_IN_TUNISIA: Final = (
    Scene("home", date(2020, 5, 9), date(2020, 5, 9), (18, 22)),
    Scene("home_demand", date(2020, 5, 10), date(2020, 5, 28), (9, 23), lines=36, tears=_HARD),
)


def chats() -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """The talk on the French number, and on the Tunisian one; his phone stays on the time of Paris."""
    zone = ZoneInfo("Europe/Paris")
    return (
        compose(phrases("diplomat"), _IN_FRANCE, zone, Dice("diplomat fr")),
        compose(phrases("diplomat"), _IN_TUNISIA, zone, Dice("diplomat tn")),
    )


def exhibits() -> tuple[DemoExhibit, ...]:
    return tuple(
        DemoExhibit(
            f"Discussion WhatsApp avec {number}.zip",
            export(said, {"s": f"\u202a{number}\u202c", "v": "S. M."}, number, FRENCH, pictures),
            "complainant",
            "phone-export",
        )
        for said, number, pictures in zip(chats(), (_NUMBER_FR, _NUMBER_TN), ([view(71)], []), strict=True)
    )
