"""Forms with files: the way their bytes take is set before the form is read, the token checked after."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final

from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import decorator_from_middleware
from django.views.decorators.csrf import csrf_exempt

from longarm.web.forgery import ForgeryMiddleware
from longarm.web.uploads import SealedUpload

_checked: Final = decorator_from_middleware(ForgeryMiddleware)
View = Callable[..., HttpResponseBase]


def with_files(handler: Callable[..., FileUploadHandler]) -> Callable[[View], View]:
    """The view's files go to `handler(request, *rest)`, made anew for each request.

    Django reads the form when it looks for the token, so the middleware's look comes too early; it is made here instead.
    `SameSite=Strict` keeps a forged form from reaching a signed-in visit even before that.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def parsed(request: HttpRequest, *rest: object, **named: object) -> HttpResponseBase:
            if request.method != "POST":
                return _checked(view)(request, *rest, **named)
            taking = handler(request, *rest, **named)
            request.upload_handlers = [taking]
            try:
                return _checked(view)(request, *rest, **named)
            finally:
                if isinstance(taking, SealedUpload):
                    taking.discard()

        return csrf_exempt(parsed)

    return decorate
