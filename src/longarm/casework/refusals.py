"""Why an act is refused to a person, as classes that the web can answer with the right status."""

from __future__ import annotations

from longarm.errors import BadInput


class NotSignedIn(BadInput):
    """Nobody is signed in, or the visit has ended (HTTP 401)."""


class NotFound(BadInput):
    """It does not exist, or is not this person's to see: both sound the same, so that nobody learns which (HTTP 404)."""


class NotAllowed(BadInput):
    """The person's role does not do this (HTTP 403)."""


class ProveAgain(BadInput):
    """The act weighs: the passphrase (and the second factor) has to be given once more first (HTTP 400, the form asks)."""


class Conflict(BadInput):
    """Somebody else was faster, or the node is not in the state the act needs (HTTP 409)."""
