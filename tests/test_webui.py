"""The pages, through Flask's test client; the worker runs only where a test starts it."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient

from corpus.article import Article, Block, BlockKind, Image, Sentence
from corpus.errors import CorpusError
from corpus.library import Library
from corpus.translation import TermStatus, TermUse, Translation
from translator.settings import Settings
from translator.translator import Translator
from webui import command, create_app
from webui.errors import WebError
from webui.parts import Part, source_parts, target_parts
from webui.serve import serving
from webui.services import Services
from webui.watch import watch
from webui.wording import is_web_address, progress_line
from webui.worker import Progress, Worker


@pytest.fixture
def app(library: Library, translator: Translator) -> Flask:
    return create_app(library, translator)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def working(app: Flask) -> Iterator[Flask]:
    """The app with its worker at work."""
    with Services.of(app).worker:
        yield app


def translate_all(library: Library, translator: Translator) -> None:
    """Bring the whole library up to date."""
    for summary in library.summaries(translator.recipe):
        texts = [sentence.text for sentence in library.load(summary.slug).sentences]
        library.store(dict(zip(texts, translator.translate(texts), strict=True)))


def use(start: int, end: int, target_start: int = -1, target_end: int = -1) -> TermUse:
    """A term at these places."""
    status = TermStatus.MISSING if target_start < 0 else TermStatus.NATIVE
    return TermUse("Bộ & <A>", 'the "A"', "term", start, end, "1", status, target_start, target_end)


# --- library -------------------------------------------------------------------------------


def test_the_library_lists_articles_with_their_progress(client: FlaskClient) -> None:
    page = client.get("/").text
    assert page.index("Hội đàm tại Hà Tĩnh") < page.index("Đắk Lắk có mưa.")
    assert "21 August 2024" in page
    assert "Báo Thử" in page
    assert "0 of 4 sentences" in page
    assert '<progress max="2" value="0"' in page


def test_the_english_title_stands_beneath_when_it_is_there(
    client: FlaskClient, library: Library, translator: Translator
) -> None:
    assert "headline english" not in client.get("/").text
    translate_all(library, translator)
    page = client.get("/").text
    assert '<p class="headline english">Hoi dam tai Ha Tinh</p>' in page
    assert "data-waiting" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ha tinh", "hoi-dam"),
        ("HÀ TĨNH", "hoi-dam"),
        ("dak lak", "thoi-tiet"),
        ("nang", "thoi-tiet"),
    ],
)
def test_search_finds_without_marks(client: FlaskClient, query: str, found: str) -> None:
    page = client.get("/", query_string={"q": query}).text
    assert re.findall('href="/article/([^"]+)"', page) == [found]
    assert "1 article with" in page


def test_a_search_without_hits_says_how_to_search(client: FlaskClient) -> None:
    page = client.get("/?q=<zz>").text
    assert "0 articles with “&lt;zz&gt;”" in page
    assert "Marks and capitals do not matter" in page


def test_an_empty_library_says_how_to_add(client: FlaskClient, library: Library) -> None:
    library.remove("hoi-dam")
    library.remove("thoi-tiet")
    assert "No articles yet" in client.get("/").text


# --- reader --------------------------------------------------------------------------------


def test_an_article_has_every_sentence_in_order_and_whole(
    client: FlaskClient, articles: tuple[Article, ...]
) -> None:
    page = client.get("/article/hoi-dam").text
    left = re.findall(r'<\w+ class="cell" lang="vi">(.*?)</(?:p|h1)>', page)
    texts = [unescape(re.sub("<[^>]+>", "", cell)) for cell in left]
    assert texts == [block.text for block in articles[0].blocks]
    assert re.findall(r'id="s(\d+)"', page) == re.findall(r'id="t(\d+)"', page) == list("1234")
    assert page.count("not translated yet") == 4


def test_opening_an_article_puts_it_first_and_translates_nothing(
    client: FlaskClient, app: Flask, engine: object
) -> None:
    page = client.get("/article/thoi-tiet").text
    assert engine.asked == []  # type: ignore[attr-defined]
    assert 'data-events="/article/thoi-tiet/events"' in page
    assert "0 of 2 sentences, translating" in page
    assert '<noscript><meta http-equiv="refresh"' in page
    worker = Services.of(app).worker
    with worker:
        while not worker.progress.complete:
            worker.wait(worker.changes, 1)
    assert engine.asked[0].startswith("Đắk Lắk")  # type: ignore[attr-defined]


def test_a_translated_article_waits_for_nothing(
    client: FlaskClient, library: Library, translator: Translator
) -> None:
    translate_all(library, translator)
    page = client.get("/article/hoi-dam").text
    assert "All 4 sentences translated" in page
    assert "data-events" not in page
    assert "http-equiv" not in page
    assert "Hai ben ky &lt;bien ban&gt;." in page


def test_terms_are_marked_at_their_places_in_both_columns(
    client: FlaskClient, library: Library, translator: Translator
) -> None:
    source = 'Ông "X" & Bộ & <A> nói'
    target = 'Mr "X" & the "A" said'
    article = Article("t", "t", (Block(BlockKind.PARAGRAPH, (Sentence(source),)),))
    library.add(article)
    terms = (use(10, 18, 9, 16), use(19, 22))
    library.store({source: Translation(target, 0.0, translator.recipe, terms)})
    page = client.get("/article/t").text
    marks = re.findall(
        r'<mark class="term (\w+)" data-term="(\S+)" title="([^"]*)">(.*?)</mark>', page
    )
    assert [(status, number, unescape(text)) for status, number, _, text in marks] == [
        ("native", "1-0", "Bộ & <A>"),
        ("missing", "1-1", "nói"),
        ("native", "1-0", 'the "A"'),
    ]
    notes = [unescape(note) for _, _, note, _ in marks]
    assert notes[0] == 'Bộ & <A> → the "A"\nPinned term. The model chose this by itself.'
    assert notes[1].endswith("The translation does not use it.")
    assert "<A>" not in page


def test_what_does_not_fit_the_text_is_not_marked() -> None:
    terms = (use(0, 2, 0, 2), use(1, 3), use(5, 99), use(3, 3))
    assert source_parts("abcdef", terms) == (Part("ab", terms[0], 0), Part("cdef"))
    assert target_parts("xyz", terms) == (Part("xy", terms[0], 0), Part("z"))
    assert source_parts("", ()) == ()


def test_checks_that_fired_are_told_in_plain_words(
    client: FlaskClient, library: Library, translator: Translator
) -> None:
    text = "Hội đàm tại Hà Tĩnh"
    library.store({text: Translation("Talks", 0.0, translator.recipe, (), ("numbers", "odd"))})
    page = client.get("/article/hoi-dam").text
    assert 'aria-label="Check this: A number of the Vietnamese is not in the English. odd"' in page


def test_a_stale_translation_is_shown_as_such(
    client: FlaskClient, library: Library, translator: Translator
) -> None:
    library.store({"Hội đàm tại Hà Tĩnh": Translation("Old talks", 0.0, "model:old")})
    page = client.get("/article/hoi-dam").text
    assert 'class="sentence stale"' in page
    assert "Old talks" in page
    assert "0 of 4 sentences" in page


def test_a_derived_title_says_so(client: FlaskClient) -> None:
    assert "The original has no headline" in client.get("/article/thoi-tiet").text
    assert "The original has no headline" not in client.get("/article/hoi-dam").text


def test_leftovers_and_pictures_stand_at_the_end(client: FlaskClient, library: Library) -> None:
    pictures = (Image("https://x.vn/a.jpg", "Ảnh <1>"), Image("javascript:alert(1)", "Ảnh 2"))
    text = (Block(BlockKind.PARAGRAPH, (Sentence("Có ảnh."),)),)
    library.add(Article("anh", "Có ảnh.", text, images=pictures))
    page = client.get("/article/anh").text
    assert re.search('<a href="https://x.vn/a.jpg"[^>]*>Ảnh &lt;1&gt;</a>', page)
    assert '<span lang="vi">Ảnh 2</span>' in page
    assert "javascript:" not in page
    assert "<img" not in page
    page = client.get("/article/hoi-dam").text
    assert "Left out of the article (1)" in page
    assert "<dt>comment box</dt>" in page


def test_the_recipe_stands_in_the_footer(client: FlaskClient) -> None:
    assert "model:fake@1 · engine:fake" in client.get("/article/hoi-dam").text


# --- events --------------------------------------------------------------------------------


def test_the_stream_brings_every_sentence_then_ends(working: Flask) -> None:
    answer = working.test_client().get("/article/hoi-dam/events")
    assert answer.mimetype == "text/event-stream"
    *events, last = [part for part in answer.text.split("\n\n") if part and part[0] != ":"]
    assert last == "event: done\ndata: {}"
    data = [json.loads(event.partition("data: ")[2]) for event in events]
    sentences = [sentence for part in data for sentence in part["sentences"]]
    assert [sentence["number"] for sentence in sentences] == [1, 2, 3, 4]
    assert sentences[0]["source"].startswith('<span class="sentence" id="s1"')
    assert '<mark class="term missing" data-term="2-2"' not in sentences[1]["target"]
    assert "Hai ben ky &lt;bien ban&gt;." in sentences[2]["target"]
    assert data[-1]["line"] == "All 4 sentences translated"
    assert data[-1]["done"] == 4


def test_page_and_stream_show_a_sentence_alike(
    client: FlaskClient, library: Library, translator: Translator
) -> None:
    translate_all(library, translator)
    page = client.get("/article/hoi-dam").text
    events = client.get("/article/hoi-dam/events").text
    first = json.loads(events.partition("data: ")[2].partition("\n\n")[0])
    assert all(pair[side] in page for pair in first["sentences"] for side in ("source", "target"))


def test_the_stream_ends_with_the_worker(client: FlaskClient, app: Flask) -> None:
    Services.of(app).worker.stop()
    assert client.get("/article/hoi-dam/events").text == ""


def test_a_problem_is_told_on_page_and_stream(
    working: Flask, engine: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise CorpusError("disk: full")

    monkeypatch.setattr(engine, "translate", fail)
    client = working.test_client()
    stream = client.get("/article/hoi-dam/events", buffered=False)
    told = next(text for text in map(bytes.decode, stream.response) if "disk" in text)
    stream.close()
    assert json.loads(told.partition("data: ")[2])["problem"] is True
    page = client.get("/article/hoi-dam").text
    assert "0 of 4 sentences. Translation has stopped: disk: full" in page
    assert "http-equiv" not in page
    assert "Translation has stopped: disk: full" in client.get("/").text


# --- errors and headers --------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/article/none", "/article/none/events", "/nowhere"])
def test_what_is_not_there_is_a_404_page(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Back to the library" in answer.text


def test_a_library_that_cannot_be_read_is_a_page_with_one_line(
    client: FlaskClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise CorpusError("library.db: <damaged>")

    monkeypatch.setattr(library, "load", fail)
    for path in ("/article/hoi-dam", "/article/hoi-dam/events"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "library.db: &lt;damaged&gt;" in answer.text


@pytest.mark.parametrize("path", ["/", "/article/hoi-dam", "/article/none", "/static/reader.js"])
def test_every_answer_keeps_to_itself(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'; ")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        if answer.mimetype == "text/html":
            assert not re.search(r"<style|style=|<script(?! src)| on\w+=|src=\"http", answer.text)


@pytest.mark.parametrize(
    ("progress", "problem", "line"),
    [
        (Progress(3, 3), "", "All 3 sentences translated"),
        (Progress(3, 3), "gone", "All 3 sentences translated"),
        (Progress(0, 3), "", "0 of 3 sentences, translating"),
        (Progress(1, 3, 0.1), "", "1 of 3 sentences, about 5 s left"),
        (Progress(1, 3, 21.0), "", "1 of 3 sentences, about 20 s left"),
        (Progress(1, 3, 170.0), "", "1 of 3 sentences, about 3 min left"),
        (Progress(1, 3, 7200.0), "", "1 of 3 sentences, about 2 h left"),
        (Progress(1, 3, 9.0), "gone", "1 of 3 sentences. Translation has stopped: gone"),
    ],
)
def test_progress_in_words(progress: Progress, problem: str, line: str) -> None:
    assert progress_line(progress, problem) == line


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://x.vn/a", True),
        ("HTTP://x.vn", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("/tmp/a.txt", False),
        ("ftp://x.vn", False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(url: str, safe: bool) -> None:
    assert is_web_address(url) is safe


def test_importing_the_pages_loads_no_torch() -> None:
    code = "import sys, webui, webui.command; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# --- serving and the command ---------------------------------------------------------------


@pytest.fixture
def settings(tmp_path: Path, translator: Translator, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of a new library, with the fake translator behind them."""
    monkeypatch.setattr(command, "translator_for", lambda _: translator)
    return Settings(library=tmp_path / "new" / "library.db", cache=tmp_path)


def interrupt_when_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """Press Ctrl-C as soon as everything is translated."""

    def watch(worker: Worker) -> None:
        while not worker.progress.complete:
            worker.wait(worker.changes, 1)
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "watch", watch)


def test_read_serves_the_built_in_articles_until_ctrl_c(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, translator: Translator
) -> None:
    interrupt_when_complete(monkeypatch)
    (tmp_path / "them.txt").write_text("Bài thêm\n\nHôm nay trời đẹp. Mai trời mưa.\n")
    (tmp_path / "hong.txt").write_bytes(b"")
    paths = [str(tmp_path / "them.txt"), str(tmp_path / "hong.txt")]
    result = CliRunner().invoke(command.read, [*paths, "--port", "0"], obj=settings)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert re.search(r"^Reader: http://127\.0\.0\.1:\d+/", result.stderr, re.MULTILINE)
    assert "hong.txt" in result.stderr
    with closing(Library(settings.library)) as library:
        summaries = library.summaries(translator.recipe)
    assert len(summaries) == 6
    assert all(summary.current == summary.sentences for summary in summaries)


def test_read_fails_where_nothing_named_can_be_read(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "hong.txt").write_bytes(b"")
    result = CliRunner().invoke(command.read, [str(tmp_path / "hong.txt")], obj=settings)
    assert result.exit_code == 1
    assert "hong.txt" in result.stderr
    assert "Reader:" not in result.stderr


def test_a_port_that_is_taken_is_told_in_one_line(settings: Settings, app: Flask) -> None:
    with serving(app, "127.0.0.1", 0) as address:
        port = address.rstrip("/").rpartition(":")[2]
        result = CliRunner().invoke(command.read, ["--port", port], obj=settings)
    assert result.exit_code == 1
    assert result.stderr == (
        f"Error: port {port} is taken: name another with --port, or --port 0 for a free one\n"
    )


def test_a_host_that_is_not_here_is_named(app: Flask) -> None:
    with pytest.raises(WebError, match=r"--host 192\.0\.2\.1 "), serving(app, "192.0.2.1", 0):
        pass


def test_pages_are_served_by_waitress(app: Flask) -> None:
    with serving(app, "127.0.0.1", 0) as address, urlopen(f"{address}article/hoi-dam") as answer:
        assert answer.status == 200
        assert "Server" not in answer.headers


class ScriptedWorker:
    """Goes through these states, one a wait, then has stopped."""

    def __init__(self, *states: tuple[Progress, str]) -> None:
        self.states, self.changes = list(states), 0

    @property
    def progress(self) -> Progress:
        return self.states[0][0]

    @property
    def problem(self) -> str:
        return self.states[0][1]

    @property
    def stopped(self) -> bool:
        return len(self.states) == 1

    def wait(self, *_: float) -> None:
        self.changes += 1
        if not self.stopped:
            self.states.pop(0)


def test_the_terminal_shows_progress_and_each_problem_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    stuck = (Progress(3, 4), "model: gone")
    worker = ScriptedWorker((Progress(1, 4), ""), stuck, stuck, stuck, (Progress(4, 4), ""))
    watch(worker)  # type: ignore[arg-type]
    shown = capsys.readouterr().err
    assert "Translating: 2 of 3 sentences" in shown
    assert shown.count("songngu: model: gone\n") == 1
