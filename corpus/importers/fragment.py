"""Fragments: HTML that is all article, as in a chapter, a feed or a mail, into pieces."""

import re
from collections.abc import Iterator

from corpus.article import BlockKind, Image
from corpus.importers.markup import Element, parse_page
from corpus.importers.page import blocks, mark_breaks, paragraphs
from corpus.importers.piece import Draft, Piece

_HEADING = re.compile(r"h[1-6]")
_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}


def parse_fragment(text: str, name: str) -> Draft:
    """Read every block of the HTML, in order; there may be none."""
    page = parse_page(text)
    if page is None:
        return Draft(name, ())
    images = (Image(image.get("src") or "", image.get("alt") or "") for image in page.iter("img"))
    return Draft(name, tuple(_pieces(page)), images=tuple(image for image in images if image.url))


def _pieces(page: Element) -> Iterator[Piece]:
    for element, text in blocks(mark_breaks(page)):
        for paragraph in paragraphs(text):
            yield Piece(paragraph, _kind(element))


def _kind(element: Element) -> BlockKind | None:
    """Return the kind that the innermost telling element around the text gives it."""
    tags = (element.tag, *(ancestor.tag for ancestor in element.iterancestors()))
    for tag in tags:
        if _HEADING.fullmatch(tag):
            return BlockKind.HEADING
        if tag in _KINDS:
            return _KINDS[tag]
    return None
