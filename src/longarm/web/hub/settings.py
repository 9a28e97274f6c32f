"""Django's settings of a hub, read from the environment that `longarm hub serve` prepares (LONGARM_HUB, LONGARM_HUB_KEYS,
LONGARM_HUB_HOSTS)."""

from __future__ import annotations

from longarm.hub.start import folder_of
from longarm.web.letters_settings import letters_settings

globals().update(folder_of().settings())
globals().update(letters_settings("hub"))
