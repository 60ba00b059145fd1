"""The worker: translates in the background what the library lacks."""

import logging
import time
from dataclasses import dataclass
from threading import Condition, Thread
from typing import Self

from corpus.errors import CorpusError
from corpus.library import Library
from glossary.errors import GlossaryError
from translator.errors import TranslatorError
from translator.pipeline import pending, translate
from translator.translator import Translator
from webui.pace import Pace

# Few enough that sentences come in reading order and a newly opened article waits for seconds
# only; enough to keep the cores busy.
WINDOW = 8

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of how many sentences are done; `seconds_left` is None while nothing is known."""

    done: int
    total: int
    seconds_left: float | None = None

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do."""
        return self.done >= self.total


class Worker:
    """A thread that translates article after article, the one asked for last first.

    In a `with` statement it works for as long as the block. Whoever wants to follow it remembers
    `changes` and calls `wait`; there is nothing to unsubscribe from.
    """

    def __init__(self, library: Library, translator: Translator) -> None:
        """Make the worker; it begins with `start`."""
        self._library, self._translator = library, translator
        self._pace = Pace()
        self._queue: list[str] = []
        self._changed = Condition()
        self._changes = 0
        self._problem = ""
        self._held = False
        self._stopped = False
        self._thread = Thread(target=self._run, name="songngu-worker", daemon=True)

    def start(self) -> None:
        """Begin, after what has been requested, with all articles that lack translations."""
        for summary in self._library.summaries(self._translator.recipe):
            if summary.current < summary.sentences and summary.slug not in self._queue:
                self._queue.append(summary.slug)
        self._thread.start()

    def stop(self) -> None:
        """End after the batch in hand, which is still stored; wakes everyone who waits."""
        with self._changed:
            self._stopped = True
            self._announce()
        if self._thread.is_alive():
            self._thread.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def request(self, slug: str) -> None:
        """Translate this article before all others; after a problem, try again."""
        with self._changed:
            self._drop(slug)
            self._queue.insert(0, slug)
            self._held = False
            self._changed.notify_all()

    def wait(self, changes: int, timeout: float) -> None:
        """Wait until there are more changes than these, for `timeout` seconds at most."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or self._changes > changes, timeout)

    @property
    def changes(self) -> int:
        """A number that grows with every stored batch, problem and finished article."""
        return self._changes

    @property
    def stopped(self) -> bool:
        """Whether the worker was told to end."""
        return self._stopped

    @property
    def problem(self) -> str:
        """Why the last attempt failed, in one line; empty when translating works."""
        return self._problem

    @property
    def progress(self) -> Progress:
        """The progress of the whole library."""
        summaries = self._library.summaries(self._translator.recipe)
        done = sum(summary.current for summary in summaries)
        return self.progress_of(done, sum(summary.sentences for summary in summaries))

    def progress_of(self, done: int, total: int) -> Progress:
        """Done and total with the time that the rest should take."""
        with self._changed:
            return Progress(done, total, self._pace.seconds_for(total - done))

    def _run(self) -> None:
        while slug := self._next():
            try:
                self._advance(slug)
            except Exception as error:  # whatever it is, the reader must hear of it
                self._hold(slug, error)

    def _next(self) -> str | None:
        """The first article of the queue, as soon as there is one; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or (self._queue and not self._held))
            return None if self._stopped else self._queue[0]

    def _advance(self, slug: str) -> None:
        """Translate the next window of the article, or take it off the queue."""
        texts = pending(self._library, self._translator, [slug])
        started = time.monotonic()
        for batch in translate(self._library, self._translator, texts[:WINDOW], WINDOW):
            now = time.monotonic()
            with self._changed:
                self._pace.note(len(batch), now - started)
                self._problem = ""
                self._announce()
            if self._stopped:
                return
            started = now
        if len(texts) <= WINDOW:
            with self._changed:
                self._drop(slug)
                self._announce()

    def _hold(self, slug: str, error: Exception) -> None:
        """Keep the problem and wait for the next request; other articles come first then."""
        _log.debug("translating %s failed", slug, exc_info=error)
        with self._changed:
            self._problem = _one_line(error)
            self._drop(slug)
            if not isinstance(error, CorpusError):  # else the article may have been removed
                self._queue.append(slug)
                self._held = True
            self._announce()

    def _drop(self, slug: str) -> None:
        if slug in self._queue:
            self._queue.remove(slug)

    def _announce(self) -> None:
        self._changes += 1
        self._changed.notify_all()


def _one_line(error: Exception) -> str:
    """The message of our own errors; of others the name too, for it may be all they tell."""
    known = isinstance(error, CorpusError | GlossaryError | TranslatorError)
    return " ".join((str(error) if known else f"{type(error).__name__}: {error}").split())
