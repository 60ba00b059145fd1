"""Fetching: a page by its address, from public machines only unless the user allows others."""

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Timer

from corpus.errors import CorpusError
from corpus.importers.media import SUFFIXES
from corpus.importers.target import Target, parse_target, resolve

LARGEST = 64 * 1024 * 1024
SECONDS = 30.0
MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from an address: the bytes, a file name for them, the address, the charset.

    `name` ends with the suffix of the content's kind, or as the address does where none is told.
    """

    data: bytes
    name: str
    url: str
    charset: str = ""


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    seconds: float = SECONDS,
    largest: int = LARGEST,
) -> Fetched:
    """Fetch a page by http or https; whatever goes wrong raises `CorpusError`.

    `seconds` is the limit for the whole, redirects too; `allow_private` opens the host that the
    address names even if it is in the own network, but no other such host by a redirect.
    """
    deadline = time.monotonic() + seconds
    target = parse_target(url)
    named = target.host
    for _ in range(MOST_REDIRECTS + 1):
        numbers = resolve(target, url, allow_private=allow_private and target.host == named)
        with _answer(target, numbers, url, deadline) as response:
            if response.status not in _REDIRECTS:
                return _receive(response, target, url, largest)
            location = response.headers.get("Location", "")
        target = parse_target(target.address, location)
    raise CorpusError(f"{url}: leads on more than {MOST_REDIRECTS} times; name the page itself")


@contextmanager
def _answer(
    target: Target, numbers: list[str], url: str, deadline: float
) -> Iterator[HTTPResponse]:
    """Ask for the page and hand out the answer; a timer cuts the line when time is up."""
    line: socket.socket | None = None
    timer: Timer | None = None
    try:
        line = _secured(_connect(numbers, target.port, deadline), target)
        timer = Timer(_left(deadline), _cut, [line])
        timer.daemon = True
        timer.start()
        with closing(_ask(target, line)) as response:
            yield response
        # A line that was cut looks like the end of the page.
        _left(deadline)
    except (OSError, HTTPException) as error:
        raise CorpusError(f"{url}: {_cause(error, deadline)}") from error
    finally:
        if timer:
            timer.cancel()
        if line:
            line.close()


def _connect(numbers: list[str], port: int, deadline: float) -> socket.socket:
    """Connect to the first address that answers: those that were checked, not the name again."""
    *first, last = numbers
    for number in first:
        with suppress(OSError):
            return socket.create_connection((number, port), _left(deadline))
    return socket.create_connection((last, port), _left(deadline))


def _secured(line: socket.socket, target: Target) -> socket.socket:
    """Return the line, for https with TLS; its greetings come with the first bytes sent."""
    if target.scheme == "http":
        return line
    context = ssl.create_default_context()
    return context.wrap_socket(line, server_hostname=target.host, do_handshake_on_connect=False)


def _left(deadline: float) -> float:
    if (left := deadline - time.monotonic()) <= 0:
        raise TimeoutError
    return left


def _cut(line: socket.socket) -> None:
    with suppress(OSError):
        # The method of a TLS socket would also take its state from under the reader.
        socket.socket.shutdown(line, socket.SHUT_RDWR)


def _ask(target: Target, line: socket.socket) -> HTTPResponse:
    connection = HTTPConnection(target.host, target.port)
    # With its socket given, the connection looks up no name.
    connection.sock = line
    headers = {"Host": target.site, "User-Agent": "songngu", "Accept": "*/*"}
    connection.request("GET", target.path, headers=headers)
    return connection.getresponse()


def _receive(response: HTTPResponse, target: Target, url: str, largest: int) -> Fetched:
    """Return the page, or raise `CorpusError` if it is none, too large or of no readable kind."""
    if response.status != 200:
        raise CorpusError(f"{url}: the server answers {response.status}; check the address")
    kind = response.headers.get_content_type() if response.headers.get("Content-Type") else ""
    if kind not in SUFFIXES:
        raise CorpusError(f"{url}: holds {kind}, no text; give the address of an article")
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise CorpusError(f"{url}: comes packed unasked; save the page and give the file")
    data = bytearray()
    while chunk := response.read(_CHUNK):
        data += chunk
        if len(data) > largest:
            raise CorpusError(f"{url}: larger than {largest >> 20} MB; save it and divide the file")
    if response.length:
        raise CorpusError(f"{url}: broke off after {len(data)} bytes; try again")
    charset = response.headers.get_content_charset("")
    return Fetched(bytes(data), target.file_name(SUFFIXES[kind]), url, charset)


def _cause(error: Exception, deadline: float) -> str:
    """Return what went wrong and what helps, in one line."""
    if isinstance(error, TimeoutError) or time.monotonic() >= deadline:
        return "takes too long; try again, or save the page and give the file"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({error.verify_message}); check the address"
    return f"cannot be reached ({getattr(error, 'strerror', '') or error}); try again"
