"""Feeds (RSS and Atom) into pieces, one draft an entry."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.article import BlockKind
from corpus.errors import CorpusError
from corpus.importers.content import Content
from corpus.importers.dateline import parse_any_date
from corpus.importers.fragment import parse_fragment
from corpus.importers.markup import Element, child_text, find_all, local_name, parse_page, parse_xml
from corpus.importers.piece import Draft, Piece
from corpus.importers.slug import slug_of

_ROOTS = ("rss", "RDF", "feed")
_ENTRIES = ("item", "entry")
# The fullest text first: content:encoded of RSS, content of Atom, then the summaries.
_BODIES = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "updated")


def parse_feed(content: Content) -> Iterator[Draft]:
    """Yield the entries; XML that is no feed raises `CorpusError`."""
    root = parse_xml(content.text, content.origin)
    if local_name(root) not in _ROOTS:
        raise CorpusError(f"{content.origin}: this is no feed (RSS or Atom); give one")
    source = child_text(next(find_all(root, "channel"), root), "title")
    for number, entry in enumerate(find_all(root, *_ENTRIES), 1):
        yield _entry(entry, content.origin, source, number)


def _entry(entry: Element, origin: str, source: str, number: int) -> Draft:
    title = _plain(child_text(entry, "title"))
    key = child_text(entry, "guid", "id", "link") or _link(entry) or str(number)
    draft = parse_fragment(_body(entry), f"{origin}#{key}")
    author = child_text(entry, "creator", "author")
    return replace(
        draft,
        pieces=_signed(draft.pieces, author),
        title=title,
        source=source,
        published=parse_any_date(child_text(entry, *_DATES)),
        slug=slug_of(title or f"{source} {number}"),
        original=_xml(entry),
    )


def _body(entry: Element) -> str:
    """Return the HTML of the entry, escaped as text in RSS and often as elements in Atom."""
    for name in _BODIES:
        for body in entry.iterchildren(f"{{*}}{name}"):
            text = _xml(body).decode() if len(body) else body.text or ""
            if text.strip():
                return text
    return ""


def _xml(element: Element) -> bytes:
    from lxml import etree  # type: ignore[import-untyped]

    return bytes(etree.tostring(element, encoding="utf-8", with_tail=False))


def _link(entry: Element) -> str:
    return next((link.get("href") or "" for link in entry.iterchildren("{*}link")), "")


def _plain(title: str) -> str:
    """Return the title without the markup that some papers put in it."""
    page = parse_page(title) if "<" in title or "&" in title else None
    return " ".join("".join(page.itertext()).split()) if page is not None else title


def _signed(pieces: tuple[Piece, ...], author: str) -> tuple[Piece, ...]:
    """Put the author under the text, unless nothing is signed or the text ends with the name."""
    if not author or not pieces or author in pieces[-1].text:
        return pieces
    return (*pieces, Piece(author, BlockKind.BYLINE))
