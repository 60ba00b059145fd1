"""Sentence splitters to compare: ours, a naive one, and other projects' where installed."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from itertools import cycle, islice

from corpus.segmenter import split as split_sentences

Split = Callable[[str], Sequence[str]]

_RUNS = 4
_RUN_BYTES = 500_000
_STOP = re.compile(r"[.!?…]\s+")


@dataclass(frozen=True, slots=True)
class Splitter:
    """A named function from a paragraph to its sentences; the version is of its package."""

    name: str
    version: str
    split: Split


def ours(text: str) -> list[str]:
    """The sentences by this project's segmenter."""
    return [sentence.text for sentence in split_sentences(text)]


def naive(text: str) -> list[str]:
    """The sentences where each ends with a mark, a space and a capital."""
    ends = [found.end() for found in _STOP.finditer(text) if text[found.end() :][:1].isupper()]
    starts = [0, *ends]
    return [text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True)]


def _underthesea() -> Split:
    found: Split = import_module("underthesea").sent_tokenize
    return found


def _pysbd() -> Split:
    # It has no Vietnamese; English is its most developed set of rules.
    found: Split = import_module("pysbd").Segmenter(language="en", clean=False).segment
    return found


def _syntok() -> Split:
    segmenter = import_module("syntok.segmenter")

    def split(text: str) -> list[str]:
        sentences = (s for paragraph in segmenter.process(text) for s in paragraph)
        return ["".join(token.spacing + token.value for token in s) for s in sentences]

    return split


def _blingfire() -> Split:
    text_to_sentences = import_module("blingfire").text_to_sentences

    def split(text: str) -> list[str]:
        found: str = text_to_sentences(text)
        return found.split("\n")

    return split


# Package and how to make its splitter.
OTHERS: dict[str, Callable[[], Split]] = {
    "underthesea": _underthesea,
    "pysbd": _pysbd,
    "syntok": _syntok,
    "blingfire": _blingfire,
}


def splitters() -> Iterator[Splitter]:
    """Ours, the naive one, and the others that are installed."""
    yield Splitter("song-ngu", version("song-ngu"), ours)
    yield Splitter("naive", "", naive)
    for name, make in OTHERS.items():
        if name not in missing():
            yield Splitter(name, version(name), make())


def missing() -> tuple[str, ...]:
    """The packages to compare with that are not installed."""
    return tuple(name for name in OTHERS if not _installed(name))


def _installed(name: str) -> bool:
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def speed(split: Split, texts: Sequence[str]) -> float:
    """Megabytes of UTF-8 a second of processor time: the best of four runs over 0.5 MB each.

    The best, because other work on the machine only ever slows a run down.
    """
    split(texts[0])
    size = sum(len(text.encode()) for text in texts)
    repeated = list(islice(cycle(texts), len(texts) * (_RUN_BYTES // size + 1)))
    megabytes = sum(len(text.encode()) for text in repeated) / 1e6
    return megabytes / min(_seconds(split, repeated) for _ in range(_RUNS))


def _seconds(split: Split, texts: Sequence[str]) -> float:
    started = time.process_time()
    for text in texts:
        split(text)
    return max(time.process_time() - started, 1e-9)
