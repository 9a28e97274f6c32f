"""A node that serves machines too (`LONGARM_ROOTS=intake,desk,taxii`)."""

from django.urls import include, path

urlpatterns = [path("taxii2/", include("longarm.web.taxii.urls"))]
