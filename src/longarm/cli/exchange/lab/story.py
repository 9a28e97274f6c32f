"""What happens in the lab, step by step, with what each party saw: two name one number, both are told, one asks, one answers;
three keep theirs closed until they are three; the three work on one series, with a common day; one tells how a state answered."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Generator, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from longarm.cli.exchange.lab.party import Party
from longarm.cli.exchange.lab.world import STATES, THRESHOLD, Lab
from longarm.errors import Unsound

NUMBER: Final = "+218910000017"  # what Tripoli and Cairo both name
CLOSED: Final = "+218920000023"  # what one person in each of the three names
PATH: Final = "preserve_data:EG:LY"
WORDS: Final = "نرجو حفظ بيانات المشترك وسجلات الرقم من 28 ديسمبر 2021."
ANSWER: Final = "طلبنا من المشغّل حفظ البيانات، وأكّد أنها محفوظة لمدة 90 يومًا."
SILENT: Final = 120  # cases of Cairo that had no answer
FAR_OFF: Final = 60  # noise of scale 3 is that far off once in a hundred million labs
OPERATION: Final = ("ياسمين", "رقم واحد يتكرر في قضايا ثلاث دول.")
FOUND: Final = "دفع مكتب الصرافة قرب المحطة الحوالات كلها إلى شخص واحد."
TASK: Final = "التحقق من المشتركين الذين حُوّلت إليهم المكالمات."


class Step(NamedTuple):
    """`message`: the sentence of the room `lab`; `facts`: what it says."""

    message: str
    facts: dict[str, Any]


def set_up(lab: Lab) -> Iterator[Step]:
    """Everything that has to stand before anybody reports anything."""
    lab.set_up()
    yield Step("lab-members", {})
    yield Step("lab-key", {"epoch": lab.epoch, "threshold": THRESHOLD, "holders": len(lab.holders)})


def hit(lab: Lab) -> Iterator[Step]:
    """Tripoli, then Cairo; Baghdad holds other cases. Raises Unsound where the story does not end as it should."""
    nodes = lab.nodes
    for name in ("baghdad", "tripoli"):
        lab.open_cases(name)
        nodes[name].ask("round")
    _must(not nodes["tripoli"].ask("hits"), "hits")
    yield Step("lab-tripoli", {"number": NUMBER})
    yield Step("lab-hub-sees", lab.hub.ask("saw"))
    lab.open_cases("cairo")
    nodes["cairo"].ask("round")
    nodes["tripoli"].ask("round")
    nodes["baghdad"].ask("round")
    for name, other in (("cairo", "Tripoli"), ("tripoli", "Cairo")):
        found = nodes[name].ask("hits")
        _must([(one["value"], one["organisation"], one["desk"]) for one in found] == [(NUMBER, other, other)], "hits")
    _must(not nodes["baghdad"].ask("hits"), "hits")
    yield Step("lab-hit", {"number": NUMBER})
    yield Step("lab-hub-sees", lab.hub.ask("saw"))
    yield Step("lab-holders-saw", {"elements": sum(holder.ask("saw")["elements"] for holder in lab.holders)})
    yield Step("lab-baghdad", {})


def request(lab: Lab) -> Iterator[Step]:
    """Cairo asks Tripoli that data are kept; Tripoli verifies, accepts and answers. Raises Unsound as `hit` does."""
    cairo, tripoli = lab.nodes["cairo"], lab.nodes["tripoli"]
    asked = cairo.ask("ask", case=lab.cases["cases/shorouk"], to=tripoli.card.fingerprint, path=PATH, words=WORDS)
    cairo.ask("deliver")
    yield Step("lab-asked", {"path": PATH})
    (line,) = tripoli.ask("requests")
    _must((line["id"], line["state"], line["measure"]) == (asked, "received", "preserve"), "request")
    tripoli.ask("verify", request=asked)
    yield Step("lab-verified", {"due": line["due_on"]})
    tripoli.ask("answer", request=asked, act="accept")
    tripoli.ask("answer", request=asked, act="answer", words=ANSWER)
    tripoli.ask("deliver")
    (line,) = cairo.ask("requests")
    _must((line["id"], line["state"]) == (asked, "answered"), "request")
    yield Step("lab-answered", {})


def closed(lab: Lab) -> Iterator[Step]:
    """Three people in three states name one number, each only if two others do: two are not enough. Raises Unsound as `hit`."""
    cases = yield from waiting(lab)
    cases["baghdad"] = str(lab.nodes["baghdad"].ask("report", number=CLOSED, others=2)["case"])
    for name in ("baghdad", "tripoli", "cairo"):
        lab.nodes[name].ask("round")
    for name, case in cases.items():
        others = sorted(one.capitalize() for one in cases if one != name)
        _must(lab.nodes[name].ask("kept_closed", case=case) == others, "closed")
    yield Step("lab-opened", {"number": CLOSED})


def waiting(lab: Lab) -> Generator[Step, None, dict[str, str]]:
    """The first two of them, whose cases it returns: nothing opens yet. Raises Unsound as `hit` does."""
    nodes = [(name, lab.nodes[name]) for name in ("tripoli", "cairo")]
    cases = {name: str(node.ask("report", number=CLOSED, others=2)["case"]) for name, node in nodes}
    _must([node.ask("round")["lodged"] for _, node in nodes] == [1, 1], "closed")
    _must(not any(node.ask("round")["opened"] for _, node in nodes), "closed")
    yield Step("lab-closed", {"number": CLOSED})
    return cases


def third(lab: Lab) -> str:
    """One more in Baghdad who names the number and has not chosen anything yet. Returns her code."""
    return str(lab.nodes["baghdad"].ask("report", number=CLOSED, others=0)["code"])


def operation(lab: Lab) -> Iterator[Step]:
    """Cairo leads, Tripoli and Baghdad join; one piece is for Tripoli alone. Raises Unsound as `hit` does."""
    cairo, tripoli, baghdad = (lab.nodes[name] for name in ("cairo", "tripoli", "baghdad"))
    name, about = OPERATION
    begun = cairo.ask("operate", name=name, about=about, invited=[tripoli.card.fingerprint, baghdad.card.fingerprint])

    def does(who: Party, to: tuple[Party, ...] = (), **act: Any) -> None:
        who.ask("does", operation=begun, act=act, to=[one.card.fingerprint for one in to])
        who.ask("deliver")

    def board(who: Party) -> dict[str, Any]:
        return dict(who.ask("board", operation=begun))

    cairo.ask("deliver")
    for one in (tripoli, baghdad):
        does(one, act="join")
    _must(board(cairo)["members"] == {"Cairo": "joined", "Tripoli": "joined", "Baghdad": "joined"}, "operation")
    yield Step("lab-operation", {"name": name})
    does(cairo, (tripoli,), act="put", piece=_bytes(b"p" * 16), kind="finding", title=name, words=FOUND)
    _must((board(tripoli)["pieces"], board(baghdad)["pieces"], board(baghdad)["withheld"]) == ([FOUND], [], 1), "operation")
    yield Step("lab-board", {})
    does(cairo, act="task", task=_bytes(b"t" * 16), of=baghdad.card.fingerprint, what=TASK)
    (task,) = board(baghdad)["tasks"]
    does(baghdad, act="done", task=_bytes(bytes.fromhex(task)), outcome="done")
    does(cairo, act="day", at=(datetime.now(UTC) + timedelta(days=12)).isoformat())
    for one in (tripoli, baghdad):
        does(one, act="agree", day=_bytes(bytes.fromhex(board(one)["day"])))
    there = board(cairo)
    _must((there["day_stands"], there["tasks"]) == (True, {task: "done"}), "operation")
    yield Step("lab-day", {})
    does(cairo, act="close", words=about)
    arrested = {"cairo": 1, "tripoli": 2, "baghdad": 0}
    for where, number in arrested.items():
        does(lab.nodes[where], act="result", state=STATES[where], identified=number, arrested=number)
    results = {STATES[where]: number for where, number in arrested.items()}
    for one in (cairo, tripoli, baghdad):
        there = board(one)
        _must((there["stands"], there["results"]) == ("closed", results), "operation")
    yield Step("lab-over", {"arrested": sum(arrested.values())})


def figures(lab: Lab) -> Iterator[Step]:
    """Cairo tells how Libya answered it, with noise; Tripoli reads it about itself, Baghdad too. Raises Unsound as `hit` does."""
    cairo = lab.nodes["cairo"]
    quarter = cairo.ask("asked_before", of="LY", number=SILENT)
    _must(cairo.ask("count_and_tell", quarter=quarter) == len(lab.nodes) - 1, "figures")
    cairo.ask("deliver")
    tables = [lab.nodes[name].ask("figures") for name in ("tripoli", "baghdad")]
    _must(tables[0] == tables[1], "figures")
    lines = [one for one in tables[0] if (one["state"], one["measure"], one["told"]) == ("LY", "identify", ["Cairo"])]
    _must(len(lines) == 1 and abs(lines[0]["asked"] - SILENT) < FAR_OFF, "figures")
    yield Step("lab-figures", {"quarter": quarter, "number": lines[0]["asked"]})


def story(lab: Lab) -> Iterator[Step]:
    yield from set_up(lab)
    yield from hit(lab)
    yield from request(lab)
    yield from closed(lab)
    yield from operation(lab)
    yield from figures(lab)


def _bytes(data: bytes) -> str:
    return b64encode(data).decode()


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise Unsound("lab-story-breaks", what=what)
