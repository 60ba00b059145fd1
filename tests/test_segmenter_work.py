"""The segmenter's work is linear in the length of the text: counted, not timed."""

import re
from typing import SupportsIndex

import pytest

from corpus import segmenter
from corpus.segmenter import split

SMALL, LARGE = 10_000, 20_000
UNITS = [
    ".",
    "…",
    '"',
    "“",
    "“a”",
    "1",
    "1.",
    "(",
    "()",
    "(a",
    "a. ",
    'a "b. ',
    "A. ",
    "\na",
    "a\n\n",
    " ",
    "\u200b",
    ". (Theo A)",
    '.A"1)[😀 ',
]


class Work:
    """How many characters were read."""

    def __init__(self) -> None:
        self.count = 0


class CountedText(str):
    """A text that counts the characters of the slices taken from it."""

    work: Work

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        found = super().__getitem__(key)
        self.work.count += len(found)
        return found


class CountedPattern:
    """A pattern that counts its calls and the characters that it went over.

    A match that fails counts as one call: the patterns that can fail are bounded.
    """

    def __init__(self, pattern: re.Pattern[str], work: Work) -> None:
        self.pattern = pattern
        self.work = work

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        found = self.pattern.search(text, start)
        self.work.count += 1 + (found.end() if found else len(text)) - start
        return found

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        found = self.pattern.match(text, start)
        self.work.count += 1 + (found.end() - start if found else 0)
        return found


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    """What is read from now on by the patterns of the segmenter."""
    work = Work()
    for name, value in vars(segmenter).copy().items():
        if isinstance(value, re.Pattern):
            monkeypatch.setattr(segmenter, name, CountedPattern(value, work))
    return work


def _work(work: Work, unit: str, length: int) -> int:
    text = CountedText(unit * (length // len(unit)))
    text.work, work.count = work, 0
    split(text)
    return work.count


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_is_twice_the_work(work: Work, unit: str) -> None:
    small, large = _work(work, unit, SMALL), _work(work, unit, LARGE)
    assert large >= LARGE
    assert large <= 2.1 * small


def test_a_line_of_five_megabytes_is_split() -> None:
    text = "".join(unit * (1_000_000 // len(unit)) for unit in (".", '."', "1", "“", "("))
    assert "".join(sentence.text + sentence.gap for sentence in split(text)) == text
