"""Fetching: pages from a real server on the loopback, and the hosts that are refused."""

import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus.command import segment
from corpus.errors import CorpusError
from corpus.fetching import fetch
from corpus.importers import read_articles
from corpus.intake import take_in
from corpus.library import Library

DATA = Path(__file__).parent / "data"
PAGE = (DATA / "news_page.html").read_bytes()
TEXT = "Thứ trưởng Bộ Công an đến Hà Tĩnh."
HTML = "text/html; charset=utf-8"
# Path: status, headers, body; {port} stands for the port of the server.
PAGES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/tin/bai-1.html": (200, {"Content-Type": HTML}, PAGE),
    "/tin/b%C3%A0i%202?a=%C4%91": (200, {"Content-Type": "text/plain"}, TEXT.encode()),
    "/bai.php": (200, {"Content-Type": "text/plain; charset=utf-8"}, TEXT.encode()),
    "/feed": (
        *(200, {"Content-Type": "application/rss+xml"}),
        (DATA / "formats" / "feed.rss").read_bytes(),
    ),
    "/legacy": (
        200,
        {"Content-Type": "text/plain; charset=cp1252"},
        "Größe über Maß".encode("cp1252"),
    ),
    "/moved": (301, {"Location": "/tin/bai-1.html"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/inside": (302, {"Location": "http://127.0.0.2:{port}/tin/bai-1.html"}, b""),
    "/local": (302, {"Location": "http://localhost:{port}/tin/bai-1.html"}, b""),
    "/metadata": (307, {"Location": "http://169.254.169.254/latest/meta-data"}, b""),
    "/nowhere": (302, {"Location": "http://[::1"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/image": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/packed": (200, {"Content-Type": HTML, "Content-Encoding": "gzip"}, b"\x1f\x8b"),
    "/short": (200, {"Content-Type": HTML, "Content-Length": "9999"}, b"<p>"),
    "/empty": (200, {"Content-Type": HTML}, b""),
    "/broken": (500, {}, b""),
}


class Site(BaseHTTPRequestHandler):
    """Serves `PAGES`, and pages that drip or never end."""

    def do_GET(self) -> None:
        if self.path == "/endless":
            self._send(200, {"Content-Type": HTML})
            self._write(b"<p>A</p>" * 8192, times=1000, pause=0)
        elif self.path == "/drip":
            self._send(200, {"Content-Type": HTML})
            self._write(b"<p>", times=100, pause=0.1)
        elif self.path == "/drip-head":
            self._write(b"H", times=100, pause=0.1)
        else:
            status, headers, body = PAGES.get(self.path, (404, {}, b""))
            self._send(status, headers)
            self.wfile.write(body)

    def _send(self, status: int, headers: dict[str, str]) -> None:
        assert self.headers["Host"] == "{}:{}".format(*self.server.server_address[:2])
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value.format(port=self.server.server_address[1]))
        self.end_headers()

    def _write(self, data: bytes, times: int, pause: float) -> None:
        try:
            for _ in range(times):
                self.wfile.write(data)
                time.sleep(pause)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep still."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "name", "charset", "data"),
    [
        ("/tin/bai-1.html", "bai-1.html", "utf-8", PAGE),
        ("/tin/bài 2?a=đ#doan", "bài 2", "", TEXT.encode()),
        ("/bai.php", "bai.php", "utf-8", TEXT.encode()),
        ("/feed", "feed.rss", "", PAGES["/feed"][2]),
        ("/moved", "bai-1.html", "utf-8", PAGE),
    ],
)
def test_a_page(site: str, path: str, name: str, charset: str, data: bytes) -> None:
    page = fetch(site + path, allow_private=True)
    assert (page.data, page.name, page.charset) == (data, name, charset)
    assert page.url == site + path


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/none", "the server answers 404; check the address"),
        ("/broken", "the server answers 500"),
        ("/image", "holds image/png, no text"),
        ("/packed", "comes packed unasked"),
        ("/short", "broke off after 3 bytes"),
        ("/loop", "leads on more than 5 times"),
        ("/inside", r"127\.0\.0\.2 \(127\.0\.0\.2\) is not a public address; .*--allow-private"),
        ("/local", r"localhost \(.*\) is not a public address"),
        ("/metadata", r"169\.254\.169\.254 .* is not a public address"),
        ("/nowhere", "this is no valid address"),
        ("/file", "only http:// and https:// can be fetched"),
        ("/endless", "larger than 1 MB"),
    ],
)
def test_what_is_refused(site: str, path: str, message: str) -> None:
    with pytest.raises(CorpusError, match=f"^{site}{path}: {message}") as refusal:
        fetch(site + path, allow_private=True, largest=1 << 20)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("path", ["/drip", "/drip-head"])
def test_a_page_that_drips(site: str, path: str) -> None:
    start = time.monotonic()
    with pytest.raises(CorpusError, match="takes too long"):
        fetch(site + path, allow_private=True, seconds=0.5)
    assert time.monotonic() - start < 3


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://127.0.0.1:1/", "not a public address"),
        ("http://localhost/", "not a public address"),
        ("http://127.1/", "not a public address"),
        ("http://2130706433/", "not a public address"),
        ("http://0.0.0.0/", "not a public address"),
        ("http://10.0.0.1/", "not a public address"),
        ("http://172.16.0.1/", "not a public address"),
        ("http://192.168.1.1/", "not a public address"),
        ("http://100.64.0.1/", "not a public address"),
        ("http://169.254.169.254/", "not a public address"),
        ("http://224.0.0.1/", "not a public address"),
        ("http://240.0.0.1/", "not a public address"),
        ("http://[::1]/", "not a public address"),
        ("http://[::]/", "not a public address"),
        ("http://[fe80::1]/", "not a public address"),
        ("http://[fc00::1]/", "not a public address"),
        ("http://[ff02::1]/", "not a public address"),
        ("http://[::ffff:127.0.0.1]/", "not a public address"),
        ("http://[2002:7f00:1::]/", "not a public address"),
        ("http://[64:ff9b::7f00:1]/", "not a public address"),
        ("https://ten.mien.invalid/", "no host ten.mien.invalid was found"),
        ("ftp://example.org/a", "only http:// and https://"),
        ("http://", "only http:// and https://"),
        ("http://[::1", "no valid address"),
        ("http://example.org:99999/", "no valid address"),
        (f"http://{'a' * 70}.example/", "no valid address"),
        ("http://me:secret@example.org/", "holds a user name"),
    ],
)
def test_addresses_that_are_not_fetched(url: str, message: str) -> None:
    with pytest.raises(CorpusError, match=message) as refusal:
        fetch(url)
    assert str(refusal.value).startswith(f"{url}: ")


def test_a_server_that_does_not_answer() -> None:
    with pytest.raises(CorpusError, match=r"cannot be reached \(Connection refused\)"):
        fetch("http://127.0.0.1:1/", allow_private=True)


def test_an_article_from_an_address(site: str) -> None:
    article = read_articles(f"{site}/moved", allow_private=True).articles[0]
    assert article.title == "Sơn La đón dòng khách mới qua cửa khẩu Lóng Sập"
    assert (article.slug, article.origin) == ("moved", f"{site}/moved")
    legacy = read_articles(f"{site}/legacy", allow_private=True).articles[0]
    assert legacy.title == "Größe über Maß"
    with pytest.raises(CorpusError, match="/empty: the file is empty"):
        read_articles(f"{site}/empty", allow_private=True)


def test_addresses_among_the_paths(site: str, tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    urls = [f"{site}/tin/bai-1.html", f"{site}/feed", f"{site}/none"]
    intake = take_in(library, [*urls, DATA / "post.md"], allow_private=True)
    assert intake.slugs == (*("bai-1", "gia-man-dau-vu-tang", "mo-lai-cho-phien-long-sap", "post"),)
    assert [failure.split(": ")[0] for failure in intake.failures] == [
        *(f"{urls[1]}#https://baovungcao.example/rong-3.html", urls[2]),
    ]
    refused = take_in(library, urls[:1])
    assert refused.slugs == ()
    assert "--allow-private" in refused.failures[0]
    library.close()


def test_the_command_takes_an_address(site: str) -> None:
    result = CliRunner().invoke(segment, ["--allow-private", f"{site}/bai.php"])
    assert (result.exit_code, result.stdout) == (0, f"{TEXT}\n")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("openssl") is None:
        pytest.skip("makes its certificate with openssl")
    path = tmp_path_factory.mktemp("tls") / "localhost.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    names = "-addext subjectAltName=DNS:localhost"
    files = ["-keyout", str(path), "-out", f"{path}.crt"]
    subprocess.run([*command.split(), *names.split(), *files], check=True, capture_output=True)
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


def test_https(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        server.RequestHandlerClass = SecureSite
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        url = f"https://localhost:{server.server_address[1]}/bai.php"
        with pytest.raises(CorpusError, match="its certificate is not valid"):
            fetch(url, allow_private=True)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert fetch(url, allow_private=True).data == TEXT.encode()
        with pytest.raises(CorpusError, match="its certificate is not valid"):
            fetch(url.replace("localhost", "127.0.0.1"), allow_private=True)
        server.shutdown()
        thread.join()


class SecureSite(Site):
    """Serves the one page under the name localhost."""

    def _send(self, status: int, headers: dict[str, str]) -> None:
        assert self.headers["Host"] == f"localhost:{self.server.server_address[1]}"
        self.send_response(status)
        self.end_headers()
