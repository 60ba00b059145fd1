"""Pieces: the paragraphs of a file on their way into an article."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from corpus.article import BlockKind, Image


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph and what became of it so far: a kind, a reason to leave it out, or neither."""

    text: str
    kind: BlockKind | None = None
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Nothing has been decided yet."""
        return self.kind is None and not self.reason

    def kept_as(self, kind: BlockKind) -> "Piece":
        """Return the piece as a block of the article."""
        return replace(self, kind=kind)

    def left_out(self, reason: str) -> "Piece":
        """Return the piece as one that is not part of the article."""
        return replace(self, kind=None, reason=reason)


@dataclass(frozen=True, slots=True)
class Draft:
    """An article in the making: its pieces in the order of the original, and what is known of it.

    `name` is where it was read from, as its errors and the article tell it; `slug` is empty where
    that name makes one; `original` is its part of the file, left empty where it is the whole.
    """

    name: str
    pieces: tuple[Piece, ...]
    title: str = ""
    source: str = ""
    published: date | None = None
    images: tuple[Image, ...] = ()
    slug: str = ""
    original: bytes = b""

    @property
    def heading(self) -> str:
        """The first heading, on one line; empty where the text has none."""
        headings = (piece.text for piece in self.pieces if piece.kind is BlockKind.HEADING)
        return " ".join(next(headings, "").split())

    def with_pieces(self, pieces: Iterable[Piece]) -> "Draft":
        """Return the draft with other pieces."""
        return replace(self, pieces=tuple(pieces))


Step = Callable[[Draft], Draft]
