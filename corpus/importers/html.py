"""Web pages into pieces; trafilatura finds the article in the page."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from corpus.article import BlockKind, Image
from corpus.errors import CorpusError
from corpus.importers import clues
from corpus.importers import page as page_text
from corpus.importers.clues import Caption
from corpus.importers.dateline import parse_date
from corpus.importers.fragment import parse_fragment
from corpus.importers.markup import Element
from corpus.importers.piece import Draft, Piece

_KINDS = {"head": BlockKind.HEADING, "item": BlockKind.LIST_ITEM, "quote": BlockKind.QUOTE}
_BLOCKS = ("p", "head", "item", "quote", "cell", "code", "ab", "graphic")
_TEXT_BLOCKS = tuple(tag for tag in _BLOCKS if tag != "graphic")
# Beyond them the extraction takes quadratic time; so large a page is read as it stands.
_MOST_ELEMENTS = 50_000
_NOTHING = "no article text was found in the page; save the article's text as a .txt file"


def parse_html(text: str, name: str) -> Draft:
    """Read the article of a page; a page without one raises `CorpusError`."""
    # trafilatura takes half a second to import.
    from trafilatura import bare_extraction, load_html

    page = load_html(text)
    if page is None:
        raise CorpusError(f"{name}: {_NOTHING}")
    if page.xpath("count(//*)") > _MOST_ELEMENTS:
        return parse_fragment(text, name)
    # A space of any other kind than these would get lost in the extraction, which keeps the <br>.
    lines = tuple(page_text.lines(page_text.mark_breaks(page, "\n")))
    clues.prune(page)
    found: Any = bare_extraction(
        page, with_metadata=True, include_comments=False, include_images=True
    )
    if found is None:
        raise CorpusError(f"{name}: {_NOTHING}")
    return _draft(name, page, found, lines)


def _draft(name: str, page: Element, found: Any, lines: tuple[str, ...]) -> Draft:
    captions = tuple(clues.captions(page))
    title = clues.headline(page, found.title or "")
    pieces = list(_pieces(page_text.mark_breaks(found.body), captions))
    pieces = _framed(pieces, clues.lead(page), clues.author(page) or found.author or "")
    return Draft(
        name,
        (*pieces, *_left_over(lines, pieces, title)),
        title=title,
        source=found.sitename or found.hostname or "",
        published=_date(found.date),
        images=_images(found.body, captions, pieces),
    )


def _pieces(body: Element, captions: tuple[Caption, ...]) -> Iterator[Piece]:
    """Yield the blocks of the article; a caption stands once, where its picture or text is."""
    by_part = {_key(part): c for c in captions for part in (*c.parts, c.text)}
    by_picture = {caption.picture: caption for caption in captions if caption.picture}
    seen: set[Caption] = set()
    for element in body.iter(*_BLOCKS):
        if next(element.iterdescendants(*_TEXT_BLOCKS), None) is not None:
            continue
        for text in _texts(element, by_picture):
            caption = by_part.get(_key(text))
            if caption is None:
                yield Piece(text, _kind(element))
            elif caption not in seen:
                seen.add(caption)
                yield Piece(caption.text, BlockKind.CAPTION)


def _texts(element: Element, by_picture: dict[str, Caption]) -> Iterator[str]:
    """Yield the paragraphs in an element, for a picture its caption."""
    if element.tag != "graphic":
        yield from page_text.paragraphs("".join(element.itertext()))
    elif caption := by_picture.get(element.get("src") or ""):
        yield caption.text


def _kind(element: Element) -> BlockKind | None:
    """Return the kind of the innermost list, quotation or heading that holds the element."""
    tags = (element.tag, *(ancestor.tag for ancestor in element.iterancestors()))
    return next((_KINDS[tag] for tag in tags if tag in _KINDS), None)


def _framed(pieces: list[Piece], lead: str, author: str) -> list[Piece]:
    """Put the lead before the text and the author after it, unless they stand there already."""
    known = {_key(piece.text): index for index, piece in enumerate(pieces)}
    place = known.get(_key(lead)) if lead else None
    if place is not None:
        pieces[place] = pieces[place].kept_as(BlockKind.LEAD)
    elif lead:
        pieces = [Piece(lead, BlockKind.LEAD), *pieces]
    if author and _key(author) not in known:
        pieces = [*pieces, Piece(author, BlockKind.BYLINE)]
    return pieces


def _left_over(lines: Iterable[str], pieces: Iterable[Piece], title: str) -> Iterator[Piece]:
    """Yield the rest of the page as one piece."""
    known = {_key(title), *(_key(piece.text) for piece in pieces)}
    rest = "\n".join(line for line in lines if _key(line) not in known)
    if rest:
        yield Piece(rest).left_out("the page around the article")


def _key(text: str) -> str:
    return "".join(text.split())


def _images(body: Element, captions: tuple[Caption, ...], pieces: list[Piece]) -> tuple[Image, ...]:
    """Return the pictures that were found in the text, and those whose captions were."""
    shown = {piece.text for piece in pieces}
    found = {graphic.get("src") or "": graphic.get("alt") or "" for graphic in body.iter("graphic")}
    captioned = (caption.picture for caption in captions if caption.text in shown)
    addresses = dict.fromkeys([*found, *captioned])
    return tuple(Image(address, found.get(address, "")) for address in addresses if address)


def _date(value: str | None) -> date | None:
    return parse_date(value) if value else None
