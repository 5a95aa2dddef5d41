"""Servers of the web on this machine, which say what a test puts there."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]


class Host(ThreadingHTTPServer):
    """A server on this machine: the answers by path, and what it was asked."""

    daemon_threads = True

    def __init__(self, address: str, answers: dict[str, Answer]) -> None:
        super().__init__((address, 0), Page)
        self.answers = answers
        self.asked: list[tuple[str, dict[str, str]]] = []

    def at(self, path: str = "/", host: str = "talks.example", scheme: str = "http") -> str:
        """The address of a page here, under a name that only the test's resolver knows."""
        return f"{scheme}://{host}:{self.server_port}{path}"


class Page(BaseHTTPRequestHandler):
    """Answers what the test put there."""

    server: Host

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        status, heads, body = self.server.answers[self.path]
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **heads}.items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def serving(host: Host) -> Iterator[Host]:
    thread = threading.Thread(target=host.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield host
    finally:
        host.shutdown()
        thread.join()
        host.server_close()
