"""Three women in Libya, threatened by one man: wallet, number, wording and picture tie their files together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from longarm.casework.demo.chat import Said, Scene, compose
from longarm.casework.demo.dice import Dice
from longarm.casework.demo.drawing import accusation
from longarm.casework.demo.exhibit import DemoExhibit
from longarm.casework.demo.messenger_export import photo_uris, thread
from longarm.casework.demo.phrases import phrases
from longarm.casework.demo.screenshot import MESSENGER, screenshot
from longarm.casework.demo.whatsapp_export import ARABIC_LATIN_DIGITS, export, packed

_SUSPECT: Final = {1: "عيادة الأعشاب", 2: "دكتور أعشاب", 3: "عيادة الأعشاب الطبيعية"}
_WOMEN: Final = {1: "أم سراج", 2: "نجاة", 3: "هدى"}
_PAY: Final = {1: "pay_wallet", 2: "pay_wallet_local", 3: "pay_call"}
_PROFILE: Final = "facebook.com/profile.php?id=100009000000047"
_HARD: Final = ("😭", "💔", "🤲")


def chat(woman: int) -> tuple[Said, ...]:
    """The Messenger talk of woman 1, 2 or 3: each is told other things, 2 and 3 the same threat letter for letter."""
    words = phrases("libyan-women")
    told = dict(words.told)
    told["hello"] = (told["hello"][0], *told["hello"][woman : woman + 5])
    told["plead"] = told["plead"][woman - 1 :: 3]
    told["lasting"] = told["lasting"][woman - 1 :: 2]
    day = date(2022, 5, 10 + woman)
    before = day.replace(day=day.day - 3)
    scenes = (
        Scene("hello", before, before.replace(day=before.day + 1), (10, 22)),
        Scene("threat_first" if woman == 1 else "threat", day, day, (11, 13)),
        Scene(_PAY[woman], day, day, (13, 14)),
        Scene("plead", day, day, (14, 19), tears=_HARD),
        Scene("lasting", day, day, (20, 23)),
    )
    return compose(replace(words, told=told), scenes, ZoneInfo("Africa/Tripoli"), Dice(f"libyan woman {woman}"))


def helper_chat() -> tuple[Said, ...]:
    """What woman 1 wrote with the activist who helps her."""
    scene = Scene("helper", date(2022, 5, 12), date(2022, 5, 31), (15, 22))
    return compose(phrases("libyan-women"), (scene,), ZoneInfo("Africa/Tripoli"), Dice("libyan helper"))


def exhibits(woman: int) -> tuple[DemoExhibit, ...]:
    said = chat(woman)
    folder = f"aladat_{8100000000 + woman}"
    names = {"s": _SUSPECT[woman], "v": _WOMEN[woman]}
    members = {f"messages/inbox/{folder}/message_1.json": thread(said, names, names["s"], folder)}
    picture = accusation() if woman == 2 else accusation(size=360, quality=55)
    if woman > 1:
        members[photo_uris(said, folder)[0]] = picture
    made = [DemoExhibit(f"facebook-{woman}.zip", packed(members), "complainant", "account-download")]
    if woman == 1:
        text = export(helper_chat(), {"a": "الناشطة", "v": _WOMEN[1]}, "الناشطة", ARABIC_LATIN_DIGITS)
        made.append(DemoExhibit("محادثة واتساب مع الناشطة.zip", text, "activist", "phone-export"))
    else:
        made.append(DemoExhibit(f"picture-{woman}.jpg", picture, "complainant", "as-received"))
    below = _PROFILE if woman == 2 else "Messenger"
    first = next(number for number, one in enumerate(said) if one.at.date() == date(2022, 5, 10 + woman))
    shot = screenshot(said[first:], names["s"], below, MESSENGER)
    made.append(DemoExhibit(f"screenshot-{woman}.png", shot, "activist", "screenshot"))
    return tuple(made)
