"""The reader in a real Chromium, against a real server with a fake engine."""

import re
import shutil
from collections.abc import Iterator, Sequence
from threading import Event

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from corpus.article import Article, Block, BlockKind, Sentence
from corpus.library import Library
from corpus.segmenter import split
from tests.conftest import FakeEngine
from translator.engine import Hypothesis
from translator.translator import Translator
from webui import create_app
from webui.serve import serving
from webui.services import Services

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
LONG = "Lần thứ {}, hai bên thống nhất phối hợp chặt chẽ trong công tác phòng, chống tội phạm. "

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]


class GatedEngine(FakeEngine):
    """Stops in the middle of the long article until it is let on."""

    def __init__(self) -> None:
        super().__init__()
        self.let = Event()

    def translate(self, sources: Sequence[str]) -> list[tuple[Hypothesis, ...]]:
        if any("Đoạn 10 " in source for source in sources):
            assert self.let.wait(60)
        return super().translate(sources)


@pytest.fixture
def engine() -> GatedEngine:
    return GatedEngine()


@pytest.fixture
def long_article(library: Library) -> str:
    """The slug of an article of twenty paragraphs."""
    texts = [
        f"Đoạn {number} về Hà Tĩnh. " + "".join(LONG.format(4 * number + turn) for turn in range(3))
        for number in range(20)
    ]
    blocks = tuple(Block(BlockKind.PARAGRAPH, split(text)) for text in texts)
    title = Block(BlockKind.TITLE, (Sentence("Một bài dài"),))
    return library.add(Article("bai-dai", "Một bài dài", (title, *blocks)))


@pytest.fixture
def address(
    library: Library, translator: Translator, engine: GatedEngine, long_article: str
) -> Iterator[str]:
    """The address of a server whose worker is at work."""
    app = create_app(library, translator)
    with serving(app, "127.0.0.1", 0) as address, Services.of(app).worker:
        yield address
        engine.let.set()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """A page that must not complain nor ask another host for anything."""
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request", lambda request: request.url.startswith(address) or complaints.append(request.url)
    )
    yield page
    page.close()
    assert complaints == []


@pytest.fixture
def let(engine: GatedEngine) -> None:
    """Let the long article be translated in one go."""
    engine.let.set()


def open_complete(page: Page, address: str, slug: str) -> None:
    """Open an article and wait until all of it is translated."""
    page.goto(f"{address}article/{slug}")
    expect(page.locator("#line")).to_contain_text("All ")


def test_from_the_library_to_an_article_that_fills_in_live(
    page: Page, address: str, engine: GatedEngine
) -> None:
    page.goto(address)
    page.get_by_role("link", name="Một bài dài").click()
    expect(page.locator("#t1")).to_have_text("Mot bai dai")
    expect(page.locator("#line")).to_have_text(re.compile("^40 of 81 sentences, "))
    expect(page.locator("#t60 .room")).to_be_attached()
    engine.let.set()
    expect(page.locator("#line")).to_have_text("All 81 sentences translated")
    expect(page.locator(".room")).to_have_count(0)
    expect(page.locator("#bar")).to_have_js_property("value", 81)


def test_nothing_moves_while_sentences_arrive(
    page: Page, address: str, engine: GatedEngine
) -> None:
    page.goto(f"{address}article/bai-dai")
    expect(page.locator("#t81 .room")).to_be_attached()
    last = page.locator("#s81")
    before = last.bounding_box()
    engine.let.set()
    expect(page.locator("#line")).to_contain_text("All ")
    assert last.bounding_box() == before


def test_a_page_that_was_hidden_catches_up(page: Page, address: str, engine: GatedEngine) -> None:
    page.goto(f"{address}article/bai-dai")
    expect(page.locator("#t1")).to_have_text("Mot bai dai")
    turn = """hidden => {
        Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }"""
    page.evaluate(turn, True)
    engine.let.set()
    page.evaluate(turn, False)
    expect(page.locator("#line")).to_contain_text("All ")


@pytest.mark.usefixtures("let")
def test_rows_are_aligned(page: Page, address: str) -> None:
    open_complete(page, address, "bai-dai")
    tops = page.locator(".row").evaluate_all(
        "rows => rows.map(row => [...row.children].map(cell => cell.getBoundingClientRect().top))"
    )
    assert all(left == right for left, right in tops)


@pytest.mark.usefixtures("let")
def test_hover_lights_the_partner(page: Page, address: str) -> None:
    open_complete(page, address, "hoi-dam")
    page.locator("#s3").hover()
    expect(page.locator(".sentence.lit")).to_have_count(2)
    expect(page.locator("#t3")).to_contain_class("lit")
    page.locator("#t2").hover()
    expect(page.locator("#s2")).to_contain_class("lit")
    expect(page.locator("#s3")).not_to_contain_class("lit")


@pytest.mark.usefixtures("let")
def test_a_click_pins_and_a_second_click_or_escape_lets_go(page: Page, address: str) -> None:
    open_complete(page, address, "hoi-dam")
    page.locator("#t3").click()
    expect(page.locator("#s3")).to_contain_class("pinned")
    page.locator("#s4").hover()
    expect(page.locator("#t3")).to_contain_class("pinned")
    page.keyboard.press("Escape")
    expect(page.locator(".pinned")).to_have_count(0)
    page.locator("#s4").click()
    expect(page.locator("#t4")).to_contain_class("pinned")
    page.locator("#s4").click()
    expect(page.locator(".pinned")).to_have_count(0)


@pytest.mark.usefixtures("let")
def test_the_keyboard_moves_from_sentence_to_sentence(page: Page, address: str) -> None:
    open_complete(page, address, "hoi-dam")
    page.keyboard.press("j")
    expect(page.locator("#s1")).to_be_focused()
    expect(page.locator("#t1")).to_contain_class("lit")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#s2")).to_be_focused()
    expect(page.locator("#t2")).to_contain_class("lit")
    page.keyboard.press("Enter")
    expect(page.locator("#t2")).to_contain_class("pinned")
    page.keyboard.press("k")
    expect(page.locator("#s1")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("#s1")).to_be_focused()


@pytest.mark.usefixtures("let")
def test_tab_enters_the_text_once_and_reaches_its_terms(page: Page, address: str) -> None:
    open_complete(page, address, "hoi-dam")
    page.keyboard.press("j")
    page.keyboard.press("Tab")
    expect(page.locator("#s1 .term")).to_be_focused()
    expect(page.get_by_role("tooltip")).to_contain_text("Hà Tĩnh → Ha Tinh")
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("summary")).to_be_focused()


@pytest.mark.usefixtures("let")
def test_a_term_and_its_partner_light_up_with_a_note(page: Page, address: str) -> None:
    open_complete(page, address, "hoi-dam")
    page.locator("#s2 .term", has_text="Hà Tĩnh").hover()
    expect(page.locator("#t2 .term", has_text="Ha Tinh")).to_contain_class("lit")
    expect(page.get_by_role("tooltip")).to_contain_text("Hà Tĩnh → Ha Tinh")
    page.locator("#s4").hover()
    expect(page.locator(".term.lit")).to_have_count(0)


@pytest.mark.usefixtures("let")
def test_terms_are_marked_in_both_columns(page: Page, address: str) -> None:
    open_complete(page, address, "hoi-dam")
    expect(page.locator("#s2 .term")).to_have_text(["Thứ trưởng", "Bộ Công an", "Hà Tĩnh"])
    expect(page.locator("#t2 .term")).to_contain_text(["Ha Tinh"])


@pytest.mark.usefixtures("let")
def test_the_library_brings_itself_up_to_date(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#articles[data-waiting]")).to_have_count(0)
    expect(page.get_by_text("81 sentences", exact=True)).to_be_visible()


@pytest.mark.usefixtures("let")
def test_without_javascript_everything_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}article/hoi-dam")
    expect(page.locator("#s3")).to_have_text("Hai bên ký <biên bản>.")
    # The page loads itself again until all is there.
    expect(page.locator("#t3")).to_have_text("Hai ben ky <bien ban>.")
    expect(page.locator("#s2 .term").first).to_have_attribute("title", re.compile("^Thứ trưởng → "))
    context.close()


@pytest.mark.usefixtures("let")
@pytest.mark.parametrize("width", [360, 390, 768])
def test_a_narrow_page_has_one_column_and_does_not_scroll_sideways(
    browser: Browser, address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for path in ("", "article/bai-dai", "article/hoi-dam"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    source, target = page.locator("#s2").bounding_box(), page.locator("#t2").bounding_box()
    assert source is not None
    assert target is not None
    assert target["y"] >= source["y"] + source["height"]
    context.close()


def test_search_from_the_page(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("searchbox").fill("dak lak")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".articles li")).to_have_count(1)


def test_a_page_that_is_closed_lets_the_server_end(
    browser: Browser,
    library: Library,
    translator: Translator,
    engine: GatedEngine,
    long_article: str,
) -> None:
    app = create_app(library, translator)
    with serving(app, "127.0.0.1", 0) as address, Services.of(app).worker:
        page = browser.new_page()
        page.goto(f"{address}article/{long_article}")
        expect(page.locator("#t1")).to_have_text("Mot bai dai")
        page.close()
        engine.let.set()
    assert Services.of(app).worker.stopped
