"""The worker: order, problems, nothing lost."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest

from corpus.article import Article, Block, BlockKind, Sentence
from corpus.library import Library
from glossary.glossary import Glossary
from tests.conftest import FakeEngine
from translator.engine import Hypothesis
from translator.errors import TranslatorError
from translator.translator import Translator
from webui.pace import Pace
from webui.worker import WINDOW, Progress, Worker

PATIENCE = 20


def article(slug: str, sentences: int) -> Article:
    """An article of that many sentences, each with its slug and number in it."""
    texts = tuple(Sentence(f"{slug} {number}.", " ") for number in range(sentences))
    return Article(slug, slug, (Block(BlockKind.PARAGRAPH, texts),))


class GatedEngine(FakeEngine):
    """Translates a batch only when it is let; fails with `broken` on a text with `breaks_on`."""

    def __init__(self) -> None:
        super().__init__()
        self.entered, self.let = Event(), Event()
        self.broken: Exception | None = None
        self.breaks_on = ""

    def translate(self, sources: Sequence[str]) -> list[tuple[Hypothesis, ...]]:
        self.entered.set()
        assert self.let.wait(PATIENCE)
        if self.broken and any(self.breaks_on in source for source in sources):
            raise self.broken
        return super().translate(sources)


@pytest.fixture
def engine() -> GatedEngine:
    return GatedEngine()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    found = Library(tmp_path / "library.db")
    for slug in ("a", "b", "c"):
        found.add(article(slug, 2 * WINDOW + 1))
    yield found
    found.close()


@pytest.fixture
def worker(library: Library, engine: GatedEngine) -> Iterator[Worker]:
    made = Worker(library, Translator(engine, Glossary()))
    yield made
    engine.let.set()
    made.stop()


def until(worker: Worker, happened: Callable[[], bool]) -> None:
    """Follow the worker until something has happened."""
    for _ in range(1000):
        changes = worker.changes
        if happened():
            return
        worker.wait(changes, PATIENCE)
    raise AssertionError("the worker made a thousand changes, but not this one")


def test_translates_everything_in_reading_order(worker: Worker, engine: GatedEngine) -> None:
    engine.let.set()
    worker.start()
    until(worker, lambda: worker.progress.complete)
    numbers = [int(text.rstrip(".").split()[1]) for text in engine.asked if text.startswith("a")]
    windows = [sorted(numbers[at : at + WINDOW]) for at in range(0, len(numbers), WINDOW)]
    assert [number for window in windows for number in window] == list(range(2 * WINDOW + 1))
    assert worker.problem == ""


def test_a_requested_article_comes_first_in_the_middle_of_another(
    worker: Worker, engine: GatedEngine
) -> None:
    worker.start()
    assert engine.entered.wait(PATIENCE)
    worker.request("c")
    engine.let.set()
    until(worker, lambda: worker.progress.complete)
    slugs = [text.split()[0] for text in engine.asked]
    assert slugs == ["a"] * WINDOW + ["c"] * 17 + ["a"] * (WINDOW + 1) + ["b"] * 17


def test_what_is_requested_before_the_start_comes_first(
    worker: Worker, engine: GatedEngine
) -> None:
    worker.request("b")
    engine.let.set()
    worker.start()
    until(worker, lambda: worker.progress.complete)
    assert engine.asked[0].startswith("b")


def test_an_article_that_is_complete_is_not_translated_again(
    worker: Worker, engine: GatedEngine
) -> None:
    engine.let.set()
    worker.start()
    until(worker, lambda: worker.progress.complete)
    asked, changes = len(engine.asked), worker.changes
    worker.request("b")
    until(worker, lambda: worker.changes > changes)
    assert len(engine.asked) == asked


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (TranslatorError("model x: not found;\n name another"), "model x: not found; name another"),
        (ValueError("odd"), "ValueError: odd"),
    ],
)
def test_a_problem_is_told_and_a_request_tries_again(
    worker: Worker, engine: GatedEngine, library: Library, error: Exception, line: str
) -> None:
    engine.broken = error
    engine.let.set()
    worker.start()
    until(worker, lambda: bool(worker.problem))
    assert worker.problem == line
    engine.broken = None
    worker.request("b")
    until(worker, lambda: worker.progress.complete)
    assert worker.problem == ""


def test_what_was_stored_before_a_problem_stays(
    worker: Worker, engine: GatedEngine, library: Library
) -> None:
    engine.broken = TranslatorError("gone")
    engine.breaks_on = f"a {WINDOW}."
    engine.let.set()
    worker.start()
    until(worker, lambda: bool(worker.problem))
    assert worker.progress.done == WINDOW


def test_an_article_removed_meanwhile_does_not_hold_the_others(
    worker: Worker, engine: GatedEngine, library: Library
) -> None:
    worker.start()
    assert engine.entered.wait(PATIENCE)
    library.remove("b")
    engine.let.set()
    until(worker, lambda: worker.progress.complete)
    assert [summary.slug for summary in library.summaries("")] == ["a", "c"]


def test_stopping_stores_the_batch_in_hand(
    worker: Worker, engine: GatedEngine, library: Library
) -> None:
    with worker:
        assert engine.entered.wait(PATIENCE)
        engine.let.set()
        changes = worker.changes
        worker.wait(changes, PATIENCE)
    assert worker.stopped
    assert worker.progress.done >= WINDOW


def test_stop_wakes_who_waits_and_may_come_without_a_start(worker: Worker) -> None:
    worker.stop()
    worker.wait(worker.changes, PATIENCE)
    assert worker.stopped


def test_the_pace_leaves_out_the_first_batch_which_loads_the_model() -> None:
    pace = Pace()
    pace.note(4, 60.0)
    assert pace.seconds_for(10) is None
    pace.note(4, 2.0)
    assert pace.seconds_for(10) == 5.0


def test_progress_is_complete_when_all_is_done() -> None:
    assert Progress(3, 3).complete
    assert not Progress(2, 3).complete
