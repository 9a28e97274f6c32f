"""Django's settings of the port for other nodes, read from the environment that `longarm exchange request serve` prepares
(LONGARM_DATA, LONGARM_KEYS, LONGARM_PEERS_HOSTS)."""

from __future__ import annotations

import os

from longarm.store.folder import folder_of
from longarm.store.start import settings_of
from longarm.web.letters_settings import letters_settings

globals().update(settings_of(folder_of()))
globals().update(letters_settings("peers"))
LONGARM_INTAKE = os.environ.get("LONGARM_INTAKE", "")
