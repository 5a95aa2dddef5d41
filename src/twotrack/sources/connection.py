"""A connection to a number that was judged, every step of it within one deadline."""

import functools
import queue
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import httpcore2

T = TypeVar("T")
_CONNECTING = 10.0  # seconds for one number of a host, so that a dead one leaves time for the next


class Deadline:
    """One clock over all that a fetch does."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, at_most: float | None = None) -> float:
        """The seconds that are left; raises TimeoutException where none are."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout
        return left if at_most is None else min(left, at_most)

    def over(self, work: Callable[[], T]) -> T:
        """The result of work that knows no time limit of its own (the system's resolver); raises TimeoutError."""
        answers: queue.SimpleQueue[T | Exception] = queue.SimpleQueue()
        threading.Thread(target=functools.partial(_put, answers, work), daemon=True).start()
        try:
            answer = answers.get(timeout=max(0.0, self._end - time.monotonic()))
        except queue.Empty:
            raise TimeoutError from None
        if isinstance(answer, Exception):
            raise answer
        return answer


def _put(answers: "queue.SimpleQueue[T | Exception]", work: Callable[[], T]) -> None:
    try:
        answers.put(work())
    except Exception as error:
        answers.put(error)


class Judged(httpcore2.NetworkBackend):
    """Connects to numbers that were judged, whatever name it is given, each step within the deadline."""

    def __init__(self, numbers: Sequence[str], deadline: Deadline) -> None:
        self._numbers, self._deadline = numbers, deadline

    def connect_tcp(self, host: str, port: int, *_: Any, **__: Any) -> httpcore2.NetworkStream:  # noqa: ARG002
        """A connection to the first number that takes one."""
        for number in self._numbers[:-1]:
            try:
                return self._connected(number, port)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        return self._connected(self._numbers[-1], port)

    def _connected(self, number: str, port: int) -> httpcore2.NetworkStream:
        seconds = self._deadline.left(_CONNECTING)
        return Timed(httpcore2.SyncBackend().connect_tcp(number, port, timeout=seconds), self._deadline)


class Timed(httpcore2.NetworkStream):
    """A connection whose every step ends by the deadline, so that no number of small steps outlives it."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """What has come."""
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Send all."""
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None  # noqa: ARG002
    ) -> httpcore2.NetworkStream:  # fmt: skip
        """The same connection under TLS; the certificate must be that of the name."""
        return Timed(self._stream.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the system says of the connection."""
        return self._stream.get_extra_info(info)
