"""Whether a port of this machine can be listened on, asked before a server starts; and whether somebody answers there."""

from __future__ import annotations

import errno
import socket

from longarm.errors import BadInput
from longarm.transport.reason import reason


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
            raise BadInput("serve-cannot-listen", host=host, port=port, why=reason(fault)) from None


def answers(host: str, port: int, seconds: float) -> bool:
    """Does a server on this machine take what comes in? It gets what is neither TLS nor HTTP: it answers, or cuts the line.

    `seconds`: for each step. A connection that is only queued by the system is answered by nobody.
    """
    try:
        with socket.create_connection((host, port), timeout=seconds) as line:
            line.sendall(b"?\r\n\r\n")
            line.recv(1)
    except (ConnectionResetError, BrokenPipeError):  # cut: somebody was there
        return True
    except OSError:
        return False
    return True
