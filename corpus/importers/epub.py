"""Books (EPUB) into pieces, one draft a chapter."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import unquote

from corpus.errors import CorpusError
from corpus.importers.archive import Archive
from corpus.importers.content import Content
from corpus.importers.dateline import parse_any_date
from corpus.importers.fragment import parse_fragment
from corpus.importers.markup import Element, child_text, find_all, parse_xml
from corpus.importers.piece import Draft
from corpus.importers.slug import slug_of

_CONTAINER = "META-INF/container.xml"
_PAGES = ("application/xhtml+xml", "text/html")
# What the reader of a book leafs past: its name in the manifest or in the archive tells it.
_NO_CHAPTER = re.compile(
    r"(?:cover|nav|toc|contents|title-?page|half-?title|copyright|bia|muc-?luc)(?:[-_.]?(?:page|\d+))*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Book:
    """What the package says of the book, and the paths of its chapters in reading order."""

    title: str
    source: str
    published: date | None
    chapters: tuple[str, ...]


def parse_epub(content: Content) -> Iterator[Draft | CorpusError]:
    """Yield the chapters that have any text, and an error for each that cannot be read."""
    archive = Archive(content)
    book = _read_book(archive)
    for number, path in enumerate(book.chapters, 1):
        try:
            draft = _chapter(archive.member(path), book, number)
        except CorpusError as error:
            yield error
            continue
        if draft.pieces:
            yield draft


def _read_book(archive: Archive) -> _Book:
    container = _xml(archive, _CONTAINER)
    package_path = next(
        (root.get("full-path") or "" for root in find_all(container, "rootfile")), ""
    )
    package = _xml(archive, package_path)
    metadata = next(find_all(package, "metadata"), package)
    return _Book(
        title=child_text(metadata, "title"),
        source=child_text(metadata, "publisher", "creator", "title"),
        published=parse_any_date(child_text(metadata, "date")),
        chapters=tuple(_chapters(package, posixpath.dirname(package_path))),
    )


def _xml(archive: Archive, path: str) -> Element:
    member = archive.member(path)
    return parse_xml(member.text, member.origin)


def _chapters(package: Element, folder: str) -> Iterator[str]:
    items = {item.get("id"): item for item in find_all(package, "item")}
    for reference in find_all(package, "itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and _is_chapter(item):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))


def _is_chapter(item: Element) -> bool:
    stem = posixpath.splitext(posixpath.basename(item.get("href") or ""))[0]
    is_navigation = "nav" in (item.get("properties") or "").split()
    names_none = any(_NO_CHAPTER.fullmatch(name) for name in (stem, item.get("id") or ""))
    return item.get("media-type") in _PAGES and not is_navigation and not names_none


def _chapter(member: Content, book: _Book, number: int) -> Draft:
    draft = parse_fragment(member.text, member.origin)
    return replace(
        draft,
        source=book.source,
        published=book.published,
        slug=slug_of(f"{book.title} {number} {draft.heading}"),
        original=member.data,
    )
