"""Runs the node: the public intake and the desk, on SQLite in one folder (or the PostgreSQL of DATABASE_URL).

The first start makes the folder and the keys; open the printed address to set up the organisation or to look around with
the demonstration. Stop it with Ctrl-C.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import Final

from longarm.cli.counted import counted
from longarm.cli.given_path import given_path
from longarm.cli.telling import language_of
from longarm.texts import LANGUAGES, say

_PORT: Final = 8900


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=given_path, help="folder of the node (default: LONGARM_DATA, else ./data)")
    parser.add_argument("--port", type=int, default=_PORT, help=f"port to listen on (default: {_PORT})")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1, this machine only)")
    parser.add_argument(
        "--keys", type=given_path, help="folder of the node's keys, best on another disk (default: beside the data folder)"
    )
    parser.add_argument("--intake-port", type=int, help="port for the public intake alone; --port then serves the desk")
    parser.add_argument("--workers", type=counted, default=1, help="processes that answer browsers (default: 1)")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of what is printed here")


def run(options: argparse.Namespace) -> int:
    """Returns 0 after a clean stop. Raises BadInput when the port, the folder or the keys cannot be used."""
    from longarm.casework.first_start import bring_up
    from longarm.casework.work.unseen import keep_memory_to_itself
    from longarm.casework.work.worker_process import WorkerProcess
    from longarm.cli import for_terminal
    from longarm.cli.answering import answer
    from longarm.cli.intake_apart import IntakeApart
    from longarm.store.folder import folder_of
    from longarm.transport.port import check_free

    if options.keys:
        os.environ["LONGARM_KEYS"] = str(options.keys.absolute())
    folder = folder_of(options.data)
    os.environ["LONGARM_DATA"] = str(folder.data)
    keep_memory_to_itself()
    check_free(options.host, options.port)
    if options.intake_port:
        check_free(options.host, options.intake_port)
    ready = bring_up(folder)
    worker = WorkerProcess()
    _tell_web(options, worker.public)
    worker.start()
    apart = IntakeApart(options.host, options.intake_port, options.workers) if options.intake_port else None
    if apart:
        os.environ.setdefault("LONGARM_ROOTS", "desk")
    language = language_of(options)

    def tell(message: str, **facts: object) -> None:
        sys.stdout.write(for_terminal(say(message, language, **facts), language) + "\n")

    tell("serve-address", address=_address(options.host, options.port) + ("desk/" if apart else ""))
    if apart:
        tell("serve-intake-address", address=_address(options.host, options.intake_port))
    if ready.empty:
        tell("serve-empty")
    if folder.own_keys:
        tell("serve-keys-beside", keys=str(folder.keys))
    if options.host not in ("127.0.0.1", "localhost", "::1"):
        tell("serve-open-to-others", host=options.host)
    if os.geteuid() == 0:
        tell("serve-as-root")
    tell("serve-stop")
    sys.stdout.flush()
    try:
        if apart:
            apart.start()
        answer(options.host, options.port, options.workers)
    finally:
        if apart:
            apart.stop()
        worker.stop()
    return 0


def _tell_web(options: argparse.Namespace, worker: str) -> None:
    """What the web's processes read from their environment; nothing of it opens a case."""
    from longarm.casework.node import node
    from longarm.casework.work.jobs import WORKER
    from longarm.keys.derive import subkey

    os.environ[WORKER] = worker
    os.environ["DJANGO_SETTINGS_MODULE"] = "longarm.web.settings"
    os.environ.setdefault("LONGARM_SECRET", subkey(node().secret, "forms").hex())
    os.environ.setdefault("LONGARM_HOSTS", ",".join(dict.fromkeys(("localhost", "127.0.0.1", "[::1]", options.host))))


def _address(host: str, port: int) -> str:
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104 - shown, not bound
    return f"http://{shown}:{port}/"
