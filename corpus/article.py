"""Articles: born structured, before any translation."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is in its article."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    LIST_ITEM = "list item"
    QUOTE = "quote"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the white space that follows it in its block."""

    text: str
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, title, caption or the like, split into sentences without loss."""

    kind: BlockKind
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The block as it was written."""
        return "".join(sentence.text + sentence.gap for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that the article refers to; its file is never fetched."""

    url: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A piece of the original that is not part of the article, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """A news article: its sentences in blocks, what is known of it, and what was left out.

    `origin` is the file or address it was read from; `title_derived` says that the original
    has no headline and `title` repeats its first sentence. Otherwise the title is also the
    first block, so that it is translated like the rest.
    """

    slug: str
    title: str
    blocks: tuple[Block, ...]
    source: str = ""
    published: date | None = None
    origin: str = ""
    title_derived: bool = False
    images: tuple[Image, ...] = ()
    leftovers: tuple[Leftover, ...] = ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in reading order."""
        return tuple(sentence for block in self.blocks for sentence in block.sentences)
