"""Reading: one source into its articles."""

from collections import Counter
from dataclasses import dataclass, replace

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.importers.assembly import assemble
from corpus.importers.content import Content
from corpus.importers.formats import parse
from corpus.importers.piece import Draft
from corpus.importers.sources import Source, load


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of a source, the bytes each was read from, and a line for each bad part."""

    articles: tuple[Article, ...]
    originals: tuple[bytes, ...]
    failures: tuple[str, ...] = ()


def read_articles(source: Source, *, allow_private: bool = False) -> Reading:
    """Read all articles of a file, an address or standard input (`-`).

    Raises `CorpusError` where there is not even one; `allow_private` opens addresses in the own
    network.
    """
    return read_content(load(source, allow_private=allow_private))


def read_bytes(data: bytes, name: str, origin: str) -> Article:
    """Read the content of a file that holds one article, or raise `CorpusError`."""
    return read_content(Content(data, name, origin)).articles[0]


def read_content(content: Content) -> Reading:
    """Read all articles of a content, or raise `CorpusError`; its name tells the format."""
    articles: list[Article] = []
    originals: list[bytes] = []
    failures: list[str] = []
    seen: Counter[str] = Counter()
    for found in parse(content):
        try:
            draft = _checked(found, seen)
            articles.append(assemble(draft))
            originals.append(draft.original)
        except CorpusError as error:
            failures.append(str(error))
    if not articles:
        raise CorpusError(failures[0] if failures else f"{content.origin}: no article is in it")
    return Reading(tuple(articles), tuple(originals), tuple(failures))


def _checked(found: Draft | CorpusError, seen: Counter[str]) -> Draft:
    """Return the draft, numbered where an earlier part of the file goes by the same name."""
    if isinstance(found, CorpusError):
        raise found
    seen[found.name] += 1
    number = seen[found.name]
    return replace(found, name=f"{found.name}-{number}") if number > 1 else found
