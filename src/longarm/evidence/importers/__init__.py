"""Importers: one module per source of messages, each obeying `contract`.

`IMPORTERS` is asked in this order; the first that recognises a file by its content reads it. Plain text comes last.
"""

from __future__ import annotations

from typing import Final

from longarm.evidence.importers import eml, messenger, plain_text, sms_backup, telegram, whatsapp
from longarm.evidence.importers.contract import Importer

IMPORTERS: Final[tuple[Importer, ...]] = (whatsapp, telegram, messenger, sms_backup, eml, plain_text)
