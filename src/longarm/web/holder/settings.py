"""Django's settings of a key holder, read from the environment that `longarm holder serve` prepares (LONGARM_HOLDER,
LONGARM_HOLDER_KEYS, LONGARM_HOLDER_HOSTS)."""

from __future__ import annotations

from longarm.holder.start import folder_of
from longarm.web.letters_settings import letters_settings

globals().update(folder_of().settings())
globals().update(letters_settings("holder"))
