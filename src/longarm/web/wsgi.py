"""The entry for granian: `longarm.web.wsgi:application`."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from longarm.casework.work.unseen import keep_memory_to_itself
from longarm.web.with_its_server import end_with_its_server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longarm.web.settings")
keep_memory_to_itself()
end_with_its_server()
application = get_wsgi_application()
