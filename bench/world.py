"""A world of generated cases with known offenders: what matching is measured on (`make world`).

Its parameters stand in world_parameters.yaml, each with its source or the word assumed.

Thresholds and weights were fixed on seed 1; seeds 2 and 3 report. Nothing here is a real person, number or threat.
"""

from __future__ import annotations

import hashlib
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from longarm.case.model import Case, Event, Identifier, Person
from longarm.case.when import When
from longarm.matching.item import Item, Picture
from longarm.matching.items import items_of
from longarm.matching.text.masked import words_of

_START = date(2019, 1, 1)
_GIVEN = """
محمد أحمد علي حسن حسين محمود خالد عمر يوسف إبراهيم سعيد سامي كريم طارق ياسر عماد وليد هاني رامي فادي زياد باسم
نادر جمال كمال فؤاد صالح ناصر منير بشار أيمن أنس بلال حازم رائد عادل ماجد مروان نبيل وائل
""".split()
_FAMILY = """
السيد المصري الليبي العراقي الشامي الحسن الحسيني الخطيب النجار الحداد الصباغ العطار البنا القاضي الراوي
الجبوري الدليمي التميمي الزاوي الفيتوري المبروك الورفلي السنوسي الشريف المهدي الهاشمي القرشي العلي الأحمد
المحمود الصالح الناصر السالم الكيلاني الرفاعي الأيوبي الحلبي البغدادي الموصلي البصري التونسي الجزائري المغربي
السوداني اليمني الصنعاني العدني الكويتي القطري العماني الأردني المقدسي الغزاوي النابلسي الخليلي الصيداوي
الطرابلسي البيروتي الدمشقي الحمصي
""".split()
_STOCK = (
    "عندك مهلة لحد بكرة وإلا صورك هتنزل في كل مكان",
    "لو بلغت الشرطة هنشر كل حاجة عند أهلك",
    "ادفع المبلغ على المحفظة وابعت صورة التحويل",
    "معايا كل الصور والفيديو ومعايا أسماء أهلك وصحابك",
    "دي آخر فرصة قبل ما أرسل الفيديو للعيلة",
    "متفكرش تعمل بلوك لأني هبعت كل حاجة فورا",
    "كل ساعة تأخير المبلغ يزيد والفضيحة تكبر",
    "حول الفلوس النهارده قبل المغرب أو استعد للفضيحة",
)
_SYLLABLES = "با تي جو حا خي دو را زي سا شو صا ضي طا ظو عا غي فا قو كا لي ما نو ها وي يا".split()


class World(NamedTuple):
    """Items of all cases, and whose each case is."""

    items: list[Item]
    offender: dict[str, int]
    cases: list[Case]


def parameters() -> dict[str, float]:
    read = yaml.safe_load((Path(__file__).parent / "world_parameters.yaml").read_text("utf-8"))
    return {line["name"]: float(line["value"]) for line in read}


def make(seed: int, cases: int = 20_000, offenders: int = 300) -> World:
    """`offenders` have two cases or more; everybody else has one."""
    return _Maker(seed, cases, offenders).world()


class _Offender(NamedTuple):
    number: int
    days: list[int]
    phones: list[tuple[int, str]]  # from which day on
    first_phone: str | None
    accounts: list[tuple[str, str]]  # id, handle
    payments: list[tuple[int, str]]
    changer: str | None
    email: str
    wallet: str | None
    iban: str | None
    texts: list[str]
    picture: int | None
    name: str


class _Maker:
    def __init__(self, seed: int, cases: int, offenders: int) -> None:
        self.p = parameters()
        self.dice = random.Random(seed)
        self.count, self.offenders = cases, offenders
        self.used_numbers: list[tuple[int, str, int]] = []  # last day, number, whose
        self.used_handles: list[tuple[int, str, int]] = []
        self.serial = 0
        self.victims: list[str] = []
        word = self._word
        self.vocabulary = [word() for _ in range(500)]
        self.round_texts = [self._template() for _ in range(int(self.p["going_round_texts"]))]
        self.changers = [self._number() for _ in range(int(self.p["changers"]))]
        self.hubs = [self._number() for _ in range(int(self.p["hubs"]))]
        share = self.dice.random
        self.changer_weight = [1 / (1 + 20 * share()) for _ in self.changers]

    def world(self) -> World:
        sizes = [self._size() for _ in range(self.offenders)]
        left = self.count - sum(sizes)
        everybody = [self._offender(n, size) for n, size in enumerate(sizes + [1] * left)]
        told = sorted((day, one.number) for one in everybody for day in one.days)
        made: list[Case] = []
        items: list[Item] = []
        whose: dict[str, int] = {}
        for index, (day, number) in enumerate(told):
            one = everybody[number]
            case, texts, images = self._case(index, day, one)
            made.append(case)
            whose[case.reference] = number
            items += items_of(case, _traces(case), texts=texts, images=images)
        return World(items, whose, made)

    def _chance(self, name: str) -> bool:
        return self.dice.random() < self.p[name]

    def _size(self) -> int:
        """A power law between 2 and the most."""
        most = int(self.p["most_cases_of_one"])
        sizes = range(2, most + 1)
        return self.dice.choices(sizes, [size ** -self.p["tail"] for size in sizes])[0]

    def _number(self) -> str:
        self.serial += 1
        return f"+2010{self.serial:08d}" if self.serial % 2 else f"+21891{self.serial:07d}"

    def _word(self) -> str:
        return "".join(self.dice.choices(_SYLLABLES, k=self.dice.randint(1, 3)))

    def _template(self) -> str:
        own = [" ".join(self.dice.choices(self.vocabulary, k=self.dice.randint(6, 12))) for _ in range(self.dice.randint(2, 4))]
        parts = own + self.dice.sample(_STOCK, 2)
        self.dice.shuffle(parts)
        return "، ".join(parts)

    def _offender(self, number: int, size: int) -> _Offender:
        d, p = self.dice, self.p
        span = d.randint(20, 900) if size > 1 else 1
        start = d.randint(0, int(p["days"]) - span)
        days = sorted(start + d.randint(0, span) for _ in range(size))
        phones = [(0, self._number())]
        while phones[-1][0] + p["phone_days"] < span:
            phones.append((int(phones[-1][0] + d.expovariate(1 / p["phone_days"]) + 20), self._number()))
        payments = [(0, self._number())]
        while payments[-1][0] + p["payment_days"] < span:
            payments.append((int(payments[-1][0] + d.expovariate(1 / p["payment_days"]) + 30), self._number()))
        accounts = []
        for _ in range(1 + (span > 200) + (span > 500)):
            self.serial += 1
            accounts.append((f"1000090{self.serial:08d}", f"user{self.serial}"))
        ages = int(p["recycled_least"]), int(p["recycled_most"])
        if self._chance("recycled") and (old := self._older(self.used_numbers, start, *ages)):
            phones[0] = (0, old)
        if self._chance("handle_taken") and (old := self._older(self.used_handles, start, 1, 900)):
            accounts[0] = (accounts[0][0], old)
        kept = phones[0][1] if self._chance("phone_kept") else None
        for (_, phone), (until, _) in zip(phones, [*phones[1:], (span, "")], strict=True):
            last = days[-1] if phone == kept else min(days[-1], start + until)
            self.used_numbers.append((last, phone, number))
        self.used_handles.append((days[-1], accounts[0][1], number))
        texts = [d.choice(self.round_texts) if self._chance("copies_text") else self._template() for _ in range(d.randint(1, 2))]
        changer = d.choices(self.changers, self.changer_weight)[0] if self._chance("through_changer") else None
        wallet = None
        if self._chance("has_wallet"):  # half of those paid through a changer name a wallet of his
            wallet = f"bitcoin:c{changer}" if changer and d.random() < 0.5 else f"bitcoin:w{self.serial}"
        picture = None
        if self._chance("own_picture"):
            picture = d.randint(0, int(p["going_round_pictures"]) - 1) if self._chance("copies_picture") else 1000 + number
        self.serial += 1
        return _Offender(
            number, days, [(start + b, x) for b, x in phones], kept, accounts,
            [(start + b, x) for b, x in payments],
            changer,
            f"box{self.serial}@example.org", wallet,
            f"EG{self.serial:027d}" if self._chance("has_iban") else None, texts, picture,
            f"{d.choice(_GIVEN)} {d.choice(_FAMILY)}",
        )  # fmt: skip

    def _older(self, used: list[tuple[int, str, int]], day: int, least: int, most: int) -> str | None:
        fitting = [text for last, text, _ in used[-4000:] if least <= day - last <= most]
        return self.dice.choice(fitting) if fitting else None

    def _case(self, index: int, day: int, one: _Offender) -> tuple[Case, dict[str, Any], dict[str, Any]]:
        d = self.dice
        found: list[Identifier] = []

        def add(kind: str, value: str, user: str | None = "s", **more: str) -> None:
            found.append(Identifier(id=f"i{len(found)}", type=kind, value=value, used_by=user, **more))  # type: ignore[arg-type]

        if self._chance("says_phone"):
            kept = one.first_phone if one.first_phone and d.random() < 0.5 else None
            add("phone", kept or _on(one.phones, day))
        if self._chance("says_account"):
            stable, handle = d.choice(one.accounts[: 1 + min(len(one.accounts) - 1, (day - one.days[0]) // 250)])
            if self._chance("knows_id"):
                add("account", stable, platform="facebook", handle=handle)
            else:
                add("account", handle, platform="facebook")
        if self._chance("says_payment"):
            add(
                "payment_handle",
                one.changer if one.changer and d.random() < 0.7 else _on(one.payments, day),
                service="vodafone_cash",
            )
        if self._chance("says_email"):
            add("email", one.email)
        if one.wallet and d.random() < 0.6:
            add("wallet", one.wallet)
        if one.iban and d.random() < 0.6:
            add("iban", one.iban)
        if self._chance("says_name"):
            add("name", one.name)
        if self._chance("names_hub"):
            add("phone", d.choice(self.hubs), "s" if self._chance("hub_as_suspect") else None)
        if self.victims and self._chance("planted"):
            add("phone", d.choice(self.victims[-3000:]))
        own = self._number()
        self.victims.append(own)
        if d.random() < 0.5:
            add("phone", own, "c")
        when = When.parse((_START + timedelta(days=day)).isoformat()) if self._chance("dated") else When.parse("unknown")
        case = Case(
            longarm="case/1", reference=f"W-{index:06d}", identifiers=tuple(found), opened=when,
            persons=(Person(id="c", roles=("complainant",)), Person(id="s", roles=("suspect",))),
            events=(Event(id="e1", kind="demand", by="s", to="c", at=when),),
        )  # fmt: skip
        texts = {"x1": [words]} if self._chance("says_text") and (words := words_of(self._edited(d.choice(one.texts)))) else {}
        images = {"x2": [self._copy(one.picture)]} if one.picture is not None and self._chance("says_image") else {}
        return case, texts, images

    def _edited(self, text: str) -> str:
        """A copy: words changed, a name and an amount put in, spelling and tatweel as they fall."""
        words = text.split()
        for _ in range(self.dice.randint(0, int(self.p["edited_words"]))):
            words[self.dice.randrange(len(words))] = self.dice.choice(self.vocabulary)
        words.insert(self.dice.randrange(len(words)), f"يا {self.dice.choice(_GIVEN)}")
        words.insert(self.dice.randrange(len(words)), str(self.dice.randint(2, 90) * 100))
        return " ".join(word.replace("ا", "أ") if self.dice.random() < 0.1 else word for word in words)

    def _copy(self, picture: int) -> Picture:
        """Bits turned as measured on Meta's picture: recompressed 2-12, thumbnail 16, crop of 1 % 22, cropped more 36 and up."""
        d = self.dice
        whole = int.from_bytes(hashlib.sha256(f"{picture}".encode()).digest())
        off = d.randint(33, 110) if self._chance("cropped") else d.choice((2, 4, 6, 8, 8, 10, 10, 12, 16, 22))
        for bit in d.sample(range(256), off):
            whole ^= 1 << bit
        return Picture(whole.to_bytes(32), 90)


def _on(kept: list[tuple[int, str]], day: int) -> str:
    return [value for begin, value in kept if begin <= day][-1]


def _traces(case: Case) -> list[Any]:
    """The normal forms are written as such here: reading numbers is measured elsewhere, and would take half of the time."""
    from longarm.case.model import Trace

    def one(identifier: Identifier) -> Trace:
        if identifier.type == "account":
            return Trace(id=identifier.id, normal=f"facebook:{identifier.value}", certainty="high")
        return Trace(id=identifier.id, normal=identifier.value)

    return [one(identifier) for identifier in case.identifiers if identifier.type != "name"]
