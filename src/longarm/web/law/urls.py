"""Addresses of the public pages of law. What somebody asks is posted, so that no address tells it."""

from __future__ import annotations

from django.urls import path, register_converter

from longarm.web.law.between import between
from longarm.web.law.codes import InstrumentId, StateCode
from longarm.web.law.index import index
from longarm.web.law.state import state
from longarm.web.law.treaty import treaty

register_converter(StateCode, "state_code")
register_converter(InstrumentId, "instrument_id")

urlpatterns = [
    path("between/", between),
    path("law/", index),
    path("law/<state_code:code>/", state),
    path("law/treaty/<instrument_id:name>/", treaty),
]
