"""Addresses of the public pages of law. What somebody asks is posted, so that no address tells it.

They alone are sent compressed: they hold no secret and know nobody, so that their length has nothing to give away but what was
asked, compressed or not (BREACH needs a secret beside what a stranger may write). Pages of the desk are never compressed.
"""

from __future__ import annotations

from django.urls import path, register_converter
from django.views.decorators.gzip import gzip_page

from longarm.web.law.between import between
from longarm.web.law.codes import InstrumentId, StateCode
from longarm.web.law.index import index
from longarm.web.law.state import state
from longarm.web.law.treaty import treaty

register_converter(StateCode, "state_code")
register_converter(InstrumentId, "instrument_id")

urlpatterns = [
    path("between/", gzip_page(between)),
    path("law/", gzip_page(index)),
    path("law/<state_code:code>/", gzip_page(state)),
    path("law/treaty/<instrument_id:name>/", gzip_page(treaty)),
]
