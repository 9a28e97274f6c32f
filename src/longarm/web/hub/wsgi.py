"""The entry for granian: `longarm.web.hub.wsgi:application`. The first of its processes sweeps once an hour."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longarm.web.hub.settings")
application = get_wsgi_application()
