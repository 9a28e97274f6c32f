"""The entry for granian: `longarm.web.peers.wsgi:application`."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from longarm.casework.work.unseen import keep_memory_to_itself

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longarm.web.peers.settings")
keep_memory_to_itself()
application = get_wsgi_application()
