"""The filter: a sentence a line in, its translation a line out, as soon as it is there."""

from collections.abc import Iterable, Iterator
from queue import Empty, Queue
from threading import Thread

from corpus.errors import CorpusError
from translator.translator import Translator

# Lines translated together where many are waiting.
MOST = 64


def translate_lines(translator: Translator, lines: Iterable[bytes]) -> Iterator[str]:
    """The translation of each UTF-8 line; a blank line stays blank.

    What has come so far is translated without waiting for more, so that a program on the other
    end may write one line and wait for its answer. Raises CorpusError for a line not in UTF-8.
    """
    for batch in _as_they_come(lines):
        done = iter(translator.translate([line for line in batch if line]))
        for line in batch:
            yield next(done).text if line else ""


def _as_they_come(lines: Iterable[bytes]) -> Iterator[list[str]]:
    waiting: Queue[str | Exception | None] = Queue(2 * MOST)
    Thread(target=_read, args=(lines, waiting), daemon=True).start()
    while True:
        batch = _drained(waiting)
        texts = [item for item in batch if isinstance(item, str)]
        if texts:
            yield texts
        if not isinstance(batch[-1], str):
            if batch[-1] is not None:
                raise batch[-1]
            return


def _drained(waiting: "Queue[str | Exception | None]") -> list[str | Exception | None]:
    """At least one item, up to MOST of those that wait already; the last may be the end."""
    batch = [waiting.get()]
    while isinstance(batch[-1], str) and len(batch) < MOST:
        try:
            batch.append(waiting.get_nowait())
        except Empty:
            break
    return batch


def _read(lines: Iterable[bytes], waiting: "Queue[str | Exception | None]") -> None:
    try:
        for number, line in enumerate(lines, 1):
            waiting.put(_decoded(line, number))
        waiting.put(None)
    except Exception as error:  # told by the thread that waits for the lines
        waiting.put(error)


def _decoded(line: bytes, number: int) -> str:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"line {number}: not in UTF-8; convert the text first, e.g. with iconv"
        ) from error
