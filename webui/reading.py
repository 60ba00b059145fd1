"""A reading: an article and as much of its English as there is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from corpus.article import Article, Block, BlockKind
from corpus.library import Library
from corpus.translation import Translation
from webui.parts import Part, source_parts, target_parts

# English of news is about an eighth longer than its Vietnamese; a sixth leaves some play.
ROOM_SHARE = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation; `number` counts from 1 through the article.

    `current` tells whether the translation is there and up to date; `gap` is the white space
    after the sentence, `target_gap` that after its English.
    """

    number: int
    source: str
    gap: str
    target_gap: str
    translation: Translation | None
    current: bool

    @property
    def source_parts(self) -> tuple[Part, ...]:
        """The source with its pinned terms apart, which are known with the translation."""
        return source_parts(self.source, self.translation.terms if self.translation else ())

    @property
    def target_parts(self) -> tuple[Part, ...]:
        """The English with its pinned terms apart, empty while there is none."""
        if self.translation is None:
            return ()
        return target_parts(self.translation.text, self.translation.terms)

    @property
    def room(self) -> str:
        """A text about as long as the English will be, to keep its place on the page."""
        return self.source + self.source[: len(self.source) // ROOM_SHARE]


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the article, its pairs side by side."""

    kind: BlockKind
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article in rows of pairs."""

    article: Article
    rows: tuple[Row, ...]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs in reading order."""
        return tuple(pair for row in self.rows for pair in row.pairs)

    @property
    def done(self) -> int:
        """How many sentences have an up-to-date translation."""
        return sum(pair.current for pair in self.pairs)


def reading(library: Library, article: Article, recipe: str) -> Reading:
    """The article with the translations that the library has now."""
    found = library.translations(sentence.text for sentence in article.sentences)
    numbers = count(1)
    rows = tuple(
        Row(block.kind, tuple(_pairs(block, numbers, found, recipe))) for block in article.blocks
    )
    return Reading(article, rows)


def _pairs(
    block: Block, numbers: Iterator[int], found: Mapping[str, Translation], recipe: str
) -> Iterator[Pair]:
    last = len(block.sentences) - 1
    for position, sentence in enumerate(block.sentences):
        translation = found.get(sentence.text)
        current = translation is not None and translation.recipe == recipe
        gap = sentence.gap or ("" if position == last else " ")
        yield Pair(next(numbers), sentence.text, sentence.gap, gap, translation, current)
