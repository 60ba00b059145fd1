"""Plain text into pieces."""

from collections.abc import Iterator

from corpus.importers.dateline import is_dateline
from corpus.importers.furniture import is_furniture
from corpus.importers.piece import Draft, Piece

_WIDEST_WRAPPED = 100


def parse_plain(text: str, name: str) -> Draft:
    """Read paragraphs: blank lines part them, or line ends where there is no blank line."""
    lines = [line.strip() for line in text.split("\n")]
    body = "\n".join(lines).strip("\n")
    if "\n\n" not in body:
        return Draft(name, tuple(Piece(line) for line in lines if line))
    groups = (group.split("\n") for group in body.split("\n\n"))
    return Draft(name, tuple(piece for group in groups for piece in _pieces(group)))


def _pieces(lines: list[str]) -> Iterator[Piece]:
    """Join the lines of a wrapped paragraph; long lines and lines of furniture stand alone."""
    is_wrapped = max(map(len, lines)) <= _WIDEST_WRAPPED
    paragraph: list[str] = []
    for line in filter(None, lines):
        if is_wrapped and not is_dateline(line) and not is_furniture(line):
            paragraph.append(line)
            continue
        yield from _joined(paragraph)
        paragraph = []
        yield Piece(line)
    yield from _joined(paragraph)


def _joined(lines: list[str]) -> Iterator[Piece]:
    if lines:
        yield Piece("\n".join(lines))
