"""Web pages into pieces; trafilatura finds the article in the page."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from corpus.article import BlockKind, Image
from corpus.errors import CorpusError
from corpus.importers import page as page_text
from corpus.importers.dateline import parse_date
from corpus.importers.page import Element
from corpus.importers.piece import Draft, Piece

_KINDS = {"head": BlockKind.HEADING, "item": BlockKind.LIST_ITEM, "quote": BlockKind.QUOTE}
_BLOCKS = ("p", "head", "item", "quote", "cell", "code", "ab", "graphic")
_TEXT_BLOCKS = tuple(tag for tag in _BLOCKS if tag != "graphic")
_NOTHING = "no article text was found in the page; save the article's text as a .txt file"


def parse_html(text: str, name: str) -> Draft:
    """Read the article of a page; a page without one raises `CorpusError`."""
    # trafilatura takes half a second to import.
    from trafilatura import bare_extraction, load_html

    page = load_html(text)
    found: Any = bare_extraction(
        text, with_metadata=True, include_comments=False, include_images=True
    )
    if page is None or found is None:
        raise CorpusError(f"{name}: {_NOTHING}")
    pieces = list(_pieces(found.body, page_text.captions(page)))
    pieces = _framed(pieces, page_text.lead(page), found.author or "")
    return Draft(
        name,
        (*pieces, *_left_over(page, pieces, found.title or "")),
        title=found.title or "",
        source=found.sitename or found.hostname or "",
        published=_date(found.date),
        images=tuple(_images(found.body)),
    )


def _pieces(body: Element, captions: dict[str, str]) -> Iterator[Piece]:
    """Yield the blocks of the article; a caption stands once, with its picture."""
    awaited = {_key(caption) for caption in captions.values()}
    for element in body.iter(*_BLOCKS):
        if next(element.iterdescendants(*_TEXT_BLOCKS), None) is not None:
            continue
        text = captions.get(element.get("src") or "", "") or page_text.text_of(element)
        is_caption = _key(text) in awaited
        if text and (is_caption or element.tag != "graphic"):
            awaited.discard(_key(text))
            yield Piece(text, BlockKind.CAPTION if is_caption else _kind(element))


def _kind(element: Element) -> BlockKind | None:
    """Return the kind of the innermost list, quotation or heading that holds the element."""
    tags = (element.tag, *(ancestor.tag for ancestor in element.iterancestors()))
    return next((_KINDS[tag] for tag in tags if tag in _KINDS), None)


def _framed(pieces: list[Piece], lead: str, author: str) -> list[Piece]:
    """Put the lead before the text and the author after it, unless they stand there already."""
    known = {_key(piece.text) for piece in pieces}
    if lead and _key(lead) not in known:
        pieces = [Piece(lead, BlockKind.LEAD), *pieces]
    if author and _key(author) not in known:
        pieces = [*pieces, Piece(author, BlockKind.BYLINE)]
    return pieces


def _left_over(page: Element, pieces: Iterable[Piece], title: str) -> Iterator[Piece]:
    """Yield the rest of the page as one piece."""
    known = {_key(title), *(_key(piece.text) for piece in pieces)}
    rest = "\n".join(line for line in page_text.lines(page) if _key(line) not in known)
    if rest:
        yield Piece(rest).left_out("the page around the article")


def _key(text: str) -> str:
    return "".join(text.split())


def _images(body: Element) -> Iterator[Image]:
    for graphic in body.iter("graphic"):
        yield Image(graphic.get("src") or "", graphic.get("alt") or "")


def _date(value: str | None) -> date | None:
    return parse_date(value) if value else None
