"""The office as a WSGI application, and the server that runs it in this process."""

import errno
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import waitress
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from waitress import wasyncore

from twotrack.errors import RecordError
from twotrack.record.folder import OpenRecord

THREADS = 8
_LARGEST_REQUEST = 26 * 1024 * 1024  # a little more than an upload may have, so that Django can refuse it in words
_NEVER = 1 << 40  # waitress puts what is larger than its limits into temporary files, in plain: never


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that listens. `address` is what a person types into the browser."""

    waitress: Any
    port: int

    @property
    def address(self) -> str:
        """Where the office is. `localhost` and not 127.0.0.1: browsers treat it as a name, as passkeys need."""
        return f"http://localhost:{self.port}"

    def run(self) -> None:
        """Answer until KeyboardInterrupt or SystemExit; let running requests end, then close every connection."""
        try:
            self.waitress.run()
        finally:
            wasyncore.close_all(self.waitress._map)

    def stop(self) -> None:
        """End `run` from another thread: the connections are closed by the thread that reads them."""
        self.waitress.trigger.pull_trigger(lambda: wasyncore.close_all(self.waitress._map))
        self.waitress.task_dispatcher.shutdown()


def application_for(record: OpenRecord) -> WSGIHandler:  # noqa: ARG001  (that it is open is the point)
    """The office on an open record."""
    return WSGIHandler()


def make_server(record: OpenRecord, *, address: str = "127.0.0.1", port: int = 8000) -> Server:
    """A server for the office, listening; port 0 takes a free one. Raises RecordError where the port is taken."""
    if address not in settings.ALLOWED_HOSTS and address not in ("0.0.0.0", "::"):  # noqa: S104
        settings.ALLOWED_HOSTS.append(address)
    try:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        listening = socket.create_server((address, port), family=family)
    except OSError as error:
        raise RecordError(_why(error, address, port)) from error
    server = waitress.create_server(
        application_for(record),
        sockets=[listening],
        threads=THREADS,
        ident=None,
        max_request_body_size=_LARGEST_REQUEST,
        inbuf_overflow=_NEVER,
        outbuf_overflow=_NEVER,
        clear_untrusted_proxy_headers=True,
    )
    return Server(waitress=server, port=int(server.effective_port))


@contextmanager
def run_server(record: OpenRecord, *, port: int = 0) -> Iterator[Server]:
    """The office in a thread of this process while the context lasts, on a free port."""
    server = make_server(record, port=port)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stop()
        thread.join(timeout=5)


def _why(error: OSError, address: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use (by another office?); choose another with --port"
    if error.errno == errno.EACCES:
        return f"port {port} may not be used by this account; choose one above 1024 with --port"
    if isinstance(error, socket.gaierror):
        return f"{address} is no address of this computer; leave --address out"
    return f"the office cannot listen at {address}, port {port} ({error.strerror})"
