"""Serving: the pages over HTTP by waitress, from a thread that ends cleanly."""

import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from flask import Flask
from waitress import wasyncore  # type: ignore[import-untyped]
from waitress.server import create_server  # type: ignore[import-untyped]

from webui.errors import WebError

# Each open page that is still being translated holds one.
THREADS = 16


@contextmanager
def serving(app: Flask, host: str, port: int) -> Iterator[str]:
    """Serve the pages during a `with` block and give their address; port 0 means a free one.

    End streams before the block ends (stop the worker), for open answers are waited for.
    Raises WebError where host or port cannot be had.
    """
    listener = _listener(host, port)
    connections: dict[int, Any] = {}
    server = create_server(app, map=connections, sockets=[listener], threads=THREADS, ident=None)
    thread = Thread(target=server.run, name="songngu-server", daemon=True)
    thread.start()
    try:
        yield _address(listener)
    finally:
        server.task_dispatcher.shutdown()
        # Sockets are closed by the thread that waits on them; with none left it ends.
        server.trigger.pull_trigger(lambda: wasyncore.close_all(connections))
        thread.join()


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            cure = "name another with --port, or --port 0 for a free one"
            raise WebError(f"port {port} is taken: {cure}") from error
        raise WebError(f"--host {host} --port {port}: {error.strerror}") from error


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
