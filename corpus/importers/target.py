"""Targets: web addresses and the machines behind them, checked before anything is sent."""

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from corpus.errors import CorpusError

_PORTS = {"http": 80, "https": 443}
_SAFE = "/%:@!$&'()*+,;=~-._?"
_NAT64 = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart: `host` in ASCII, `site` with the port, `path` with the query."""

    address: str
    scheme: str
    host: str
    port: int
    site: str
    path: str

    def file_name(self, suffix: str) -> str:
        """Return a name for the file behind the address; without a suffix its own one stays."""
        own = PurePosixPath(unquote(urlsplit(self.address).path))
        return f"{own.stem or self.host}{suffix or own.suffix}"


def parse_target(url: str, location: str = "") -> Target:
    """Take apart an address, or one it leads on to; none to fetch raises `CorpusError`."""
    try:
        address = urljoin(url, location)
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
        site = parts.netloc.encode("idna").decode()
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise CorpusError(f"{url}: this is no valid address; check its spelling") from error
    if parts.scheme not in _PORTS or not host:
        raise CorpusError(f"{url}: only http:// and https:// can be fetched; check the address")
    if parts.username is not None:
        raise CorpusError(f"{url}: holds a user name; save the page and give the file")
    path = quote(parts.path or "/", _SAFE)
    query = f"?{quote(parts.query, _SAFE)}" if parts.query else ""
    return Target(address, parts.scheme, host, port, site, path + query)


def resolve(target: Target, url: str, *, allow_private: bool) -> list[str]:
    """Return the numeric addresses of the host; one that is not public refuses them all.

    Errors name the `url` that the user gave.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise CorpusError(f"{url}: no host {target.host} was found; check the name") from error
    numbers = [str(place[0]) for *_, place in found]
    private = [number for number in numbers if not _is_public(number)]
    if private and not allow_private:
        raise CorpusError(
            f"{url}: {target.host} ({private[0]}) is not a public address;"
            " if you trust it, name it yourself and add --allow-private"
        )
    return numbers


def _is_public(number: str) -> bool:
    """Say whether an address is out on the Internet, looking through those that wrap another."""
    found: IPv4Address | IPv6Address = ip_address(number.partition("%")[0])
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or found.sixtofour or found
        found = IPv4Address(int(found) & 0xFFFFFFFF) if found in _NAT64 else found
    return found.is_global and not found.is_multicast and not found.is_reserved
