"""Whether a port can be listened on: asked before a server starts, so that the answer is a sentence and not a trace."""

from __future__ import annotations

import errno
import socket

from longarm.errors import BadInput


def check_free(host: str, port: int) -> None:
    """Raises BadInput when `port` is none or taken, or `host` is no address of this machine. Nothing is sent."""
    if not 0 < port < 65536:
        raise BadInput("serve-no-such-port", port=port)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            if fault.errno == errno.EADDRINUSE:
                raise BadInput("serve-port-taken", port=port, other=port + 1) from None
            raise BadInput("serve-cannot-listen", host=host, port=port, why=fault.strerror or str(fault)) from None
