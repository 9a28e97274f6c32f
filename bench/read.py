"""Reading a WhatsApp export of a million lines: ours beside the Python readers of the same files, where they are installed.

    .venv/bin/python bench/read.py [LINES]

Each reader runs in a process of its own, reads the same file once and writes or holds what it found; time is wall clock,
memory the peak of that process (VmHWM). The export is made here, the same every time: Android, 24 hours, 8 senders, Arabic
and English, one message in twelve over several lines, one in fifty a media file.
"""

from __future__ import annotations

import importlib.util
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

LINES: Final = 1_000_000
SEED: Final = 20220104
_WORDS: Final = (
    "لا أعرف ماذا أفعل", "ادفع قبل الغد", "من أنت", "سأرسل الصور إلى عائلتك", "اتركني وشأني", "أرسل المبلغ على المحفظة",
    "hello", "who is this", "pay before tomorrow", "your sister will see it", "leave me alone", "send it to the wallet",
    "📷", "https://example.org/a?b=1", "+218 91 000 0017", "ok", "👍",
)  # fmt: skip
_SENDERS: Final = ("شروق", "الضابط", "Amal", "Karim", "+218 91 000 0017", "خالتي", "Basma", "Dina K.")


class Row(NamedTuple):
    """One line of the table. The numbers are None where the reader failed; `remark` says how.

    Per second of the wall clock, and per second of processor time: the second hardly changes with other load.
    """

    reader: str
    lines_per_second: float | None
    lines_per_cpu_second: float | None
    peak_mb: float | None
    messages: int | None
    remark: str


def write_export(path: Path, lines: int) -> None:
    """The export, seeded: the same bytes for the same number of lines."""
    rng = random.Random(SEED)
    at = datetime(2021, 1, 1, 8, 0)
    written = 0
    with path.open("w", encoding="utf-8") as file:
        while written < lines:
            at += timedelta(minutes=rng.choice((0, 0, 1, 2, 7)))
            text = " ".join(rng.choices(_WORDS, k=rng.randint(1, 5)))
            if rng.random() < 0.02:
                text = f"IMG-{at:%Y%m%d}-WA{rng.randrange(10_000):04}.jpg (file attached)"
            more = min(rng.randint(1, 3), lines - written - 1) if rng.random() < 1 / 12 else 0
            text += "".join("\n" + rng.choice(_WORDS) for _ in range(more))
            file.write(f"{at:%d/%m/%Y, %H:%M} - {rng.choice(_SENDERS)}: {text}\n")
            written += 1 + more


# Each prints the number of messages and the peak of its memory in kB. argv: file.
_TAIL: Final = """
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(count, peak, file=sys.stderr)
"""
_READERS: Final = {
    "longarm read --json": """
import sys
from longarm.cli import main
import longarm.cli.read as command
written = command._write
def counting(items):
    global count
    account = written(items)
    count = account.counts["messages"]
    return account
command._write = counting
count = 0
assert main(["read", "--json", sys.argv[1]]) == 0
""",
    "whatstk": """
import sys
from whatstk import WhatsAppChat
count = len(WhatsAppChat.from_source(sys.argv[1]).df)
""",
    "whatsapp-chat-exporter": """
import sys
from Whatsapp_Chat_Exporter import exported_handler
from Whatsapp_Chat_Exporter.data_model import ChatCollection
data = ChatCollection()
exported_handler.messages(sys.argv[1], data, True)  # True: else it asks on the terminal who is who
count = sum(len(chat) for chat in data.values())
""",
}
_MODULES: Final = {"whatstk": "whatstk", "whatsapp-chat-exporter": "Whatsapp_Chat_Exporter"}


def measure(reader: str, python: str, path: Path, lines: int) -> Row:
    """Runs `reader` on `path` in a fresh process."""
    began, spent = time.perf_counter(), _processor_time()
    done = subprocess.run(
        [python, "-c", _READERS[reader] + _TAIL, str(path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    took, spent = time.perf_counter() - began, _processor_time() - spent
    last = done.stderr.strip().splitlines()[-1:] or ["no answer"]
    if done.returncode:
        return Row(reader, None, None, None, None, f"failed: {last[0].replace(str(path), 'the export')[:90]}")
    count, peak = (int(number) for number in last[0].split())
    return Row(reader, lines / took, lines / spent, peak / 1024, count, "")


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def rows(lines: int = LINES, peers: str | None = None) -> list[Row]:
    """The table. `peers` is the Python that has the others installed; without it, this one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "WhatsApp Chat with Shorouk.txt"
        write_export(path, lines)
        table = [measure("longarm read --json", sys.executable, path, lines)]
        for name, module in _MODULES.items():
            if peers or importlib.util.find_spec(module):
                table.append(measure(name, peers or sys.executable, path, lines))
            else:
                table.append(Row(name, None, None, None, None, "not installed"))
    return table


def main() -> None:
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else LINES
    peers = sys.argv[2] if len(sys.argv) > 2 else None
    print(f"{'reader':<26}{'lines/s':>12}{'lines/CPU s':>14}{'peak MB':>10}{'messages':>12}")
    for row in rows(lines, peers):
        speed, cpu, peak = (f"{n:,.0f}" if n else "-" for n in (row.lines_per_second, row.lines_per_cpu_second, row.peak_mb))
        print(f"{row.reader:<26}{speed:>12}{cpu:>14}{peak:>10}{row.messages or '-':>12}  {row.remark}")


if __name__ == "__main__":
    main()
