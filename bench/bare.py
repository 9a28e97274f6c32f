"""Serves a bare Django page as `longarm serve` serves the node: granian, one worker, the same threads.

Of middleware it has what says how long an answer is. Settings of that page too: the node's database, nothing else of ours.
"""

from __future__ import annotations

import sys

from longarm.store.folder import folder_of
from longarm.store.start import settings_of

globals().update(settings_of(folder_of()))
SECRET_KEY = "bench"  # noqa: S105 - of the bench alone
ALLOWED_HOSTS = ["localhost"]
ROOT_URLCONF = "bare_page"
USE_I18N = False
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]

if __name__ == "__main__":
    from longarm.cli.answering import answer

    answer("127.0.0.1", int(sys.argv[1]), 1)
