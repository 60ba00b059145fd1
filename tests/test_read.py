"""`songngu read` as a newcomer runs it: the real command, the real model, a real browser."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.test_browser import CHROMIUM, FLAGS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]

# The first sentence waits for the model to be converted and loaded.
FIRST_SENTENCE_MS = 120_000


def heed_ctrl_c() -> None:
    """Undo what a shell does to a job in the background: it makes it ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def reader(home: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command in a new home, and the address that it prints."""
    command = [str(Path(sys.executable).with_name("songngu")), "read", "--port", "0"]
    folders = {"HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CACHE_HOME": str(home)}
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **folders},
        preexec_fn=heed_ctrl_c,
    ) as process:
        assert process.stderr is not None
        try:
            (address,) = re.findall(r"http://\S+", process.stderr.readline())
            yield process, address
        finally:
            process.kill()


def test_new_reader_finds_the_five_articles_and_english_arriving(tmp_path: Path) -> None:
    with reader(tmp_path) as (process, address), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        page.goto(address)
        expect(page.locator("main h2.headline")).to_have_count(5)
        page.get_by_role("link", name="Bộ Công an hai nước Việt Nam - Lào hợp tác toàn").click()
        first = page.locator("#t1:not(.waiting)")
        expect(first).to_be_visible(timeout=FIRST_SENTENCE_MS)
        expect(page.locator("[lang=en] mark.term").first).to_be_visible()
        browser.close()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
