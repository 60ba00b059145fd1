"""Sentence boundaries against a gold set: its format, and precision, recall and F1."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby

from corpus.article import Block, BlockKind, Sentence

PARTS = ("dev", "test")

_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|d\{(.*?)\}|(.))")
_GAP = re.compile(r"\\g\{(.*)\}\Z")
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
_CONTEXT = 30


@dataclass(frozen=True, slots=True)
class Score:
    """How many boundaries were found, how many of those found are wrong, how many were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of right ones among the boundaries found; 1 where none was found."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the gold boundaries that was found; 1 where there are none."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)


@dataclass(frozen=True, slots=True)
class Error:
    """A boundary that is wrong or missed, and the text around it."""

    kind: str
    before: str
    after: str


def read_gold(part: str) -> tuple[Block, ...]:
    """The paragraphs of a part of the built-in gold set, "dev" or "test"."""
    path = files("corpus") / "testsets" / "segmentation" / f"{part}.txt"
    return parse(path.read_text(encoding="utf-8"))


def parse(text: str) -> tuple[Block, ...]:
    """The paragraphs of a gold set; its format is in the README beside the built-in one."""
    lines = [line for line in text.split("\n") if not line.startswith("# ")]
    paragraphs = [list(group) for filled, group in groupby(lines, key=bool) if filled]
    return tuple(_paragraph(lines) for lines in paragraphs)


def _paragraph(lines: Sequence[str]) -> Block:
    gaps = [" "] * (len(lines) - 1) + [""]
    sentences = (_sentence(line, gap) for line, gap in zip(lines, gaps, strict=True))
    return Block(BlockKind.PARAGRAPH, tuple(sentences))


def _sentence(line: str, gap: str) -> Sentence:
    if found := _GAP.search(line):
        line, gap = line[: found.start()], found[1]
    return Sentence(_unescape(line), _unescape(gap))


def _unescape(text: str) -> str:
    return _ESCAPE.sub(_character, text)


def _character(escape: re.Match[str]) -> str:
    code, decomposed, control = escape.groups()
    if code:
        return chr(int(code, 16))
    if decomposed is not None:
        return unicodedata.normalize("NFD", decomposed)
    return _CONTROLS[control]


def visible(text: str) -> str:
    """The text composed (NFC), without white space and invisible characters.

    Boundaries are positions in it, so that it does not matter to which side of a boundary a
    splitter puts them, or whether it keeps them.
    """
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if not c.isspace() and unicodedata.category(c) != "Cf")


def boundaries(text: str, sentences: Iterable[str]) -> frozenset[int]:
    """Where the sentences after the first begin in the visible text.

    Raises ValueError where a sentence is not in the text after the one before it.
    """
    whole, position, starts = visible(text), 0, []
    for sentence in filter(None, map(visible, sentences)):
        starts.append(whole.index(sentence, position))
        position = starts[-1] + len(sentence)
    return frozenset(starts[1:])


def gold_boundaries(paragraph: Block) -> frozenset[int]:
    """The boundaries of a gold paragraph."""
    return boundaries(paragraph.text, (sentence.text for sentence in paragraph.sentences))


def score(split: Callable[[str], Sequence[str]], gold: Iterable[Block]) -> Score:
    """Compare the boundaries that `split` finds with those of the gold paragraphs."""
    total = Score()
    for paragraph in gold:
        expected = gold_boundaries(paragraph)
        found = boundaries(paragraph.text, split(paragraph.text))
        total += Score(len(found & expected), len(found - expected), len(expected - found))
    return total


def errors(split: Callable[[str], Sequence[str]], gold: Iterable[Block]) -> tuple[Error, ...]:
    """The boundaries in which `split` and the gold paragraphs differ, in reading order."""
    return tuple(error for paragraph in gold for error in _errors(split, paragraph))


def _errors(split: Callable[[str], Sequence[str]], paragraph: Block) -> Iterable[Error]:
    expected = gold_boundaries(paragraph)
    for at in sorted(expected ^ boundaries(paragraph.text, split(paragraph.text))):
        offset = _offset(paragraph.text, at)
        before = paragraph.text[max(0, offset - _CONTEXT) : offset]
        after = paragraph.text[offset : offset + _CONTEXT]
        yield Error("missed" if at in expected else "wrong", before, after)


def _offset(text: str, position: int) -> int:
    """Where in the text the visible position is."""
    return next(end for end in range(len(text)) if len(visible(text[: end + 1])) > position)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
