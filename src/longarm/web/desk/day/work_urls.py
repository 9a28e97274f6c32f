"""The daily work at the desk: who has a case, the conversation, notes, tasks, search, how it ends; and the rules."""

from __future__ import annotations

from django.urls import path

from longarm.web.desk.administer import rules
from longarm.web.desk.day import cases, claiming, inviting, restored, searching, shortcuts, talk, today, working

urlpatterns = [
    path("search/", searching.searching),
    path("today/", today.today),
    path("restored/", restored.answering),
    path("rules/", rules.rules),
    path("shortcuts/", shortcuts.shortcuts),
    path("next/", cases.next_one),
    path("cases/<uuid:case_id>/claim/", claiming.claiming),
    path("cases/<uuid:case_id>/settle/", claiming.settling),
    path("cases/<uuid:case_id>/take-in/", claiming.taking_in),
    path("cases/<uuid:case_id>/talk/", talk.talk),
    path("cases/<uuid:case_id>/invite/", inviting.inviting),
    path("cases/<uuid:case_id>/notes/", working.noting),
    path("cases/<uuid:case_id>/tasks/", working.adding),
    path("cases/<uuid:case_id>/close/", working.ending),
    path("channels/<uuid:channel_id>/answer/", talk.answering),
    path("channels/<uuid:channel_id>/status/", talk.status),
    path("channels/<uuid:channel_id>/consents/", talk.taking_back),
    path("tasks/<uuid:task_id>/", working.task),
]
