"""Serving the review page on loopback."""

import socket
from collections.abc import Callable

import uvicorn

from veikart.app.project import Project
from veikart.app.review.web import make_app

HOST = "127.0.0.1"
_PATIENCE = 3
"""Seconds that open connections get when the page is stopped; decisions are on disk long before."""


def serve(project: Project, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; port 0 takes a free one. `ready` is called with the address once it is listened to.

    Raises:
        OSError: the port is taken.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    with listener:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows lets others take a port over without it
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()
        number: int = listener.getsockname()[1]
        app = make_app(project, number)
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=_PATIENCE,
        )
        ready(f"http://{HOST}:{number}/")
        uvicorn.Server(config).run(sockets=[listener])
