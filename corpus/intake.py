"""Files, folders and addresses taken into the library."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.errors import CorpusError
from corpus.importers import Source, find_sources, read_articles
from corpus.library import Library


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of the sources: the slugs of their articles, and a line for each that failed."""

    slugs: tuple[str, ...]
    failures: tuple[str, ...]


def take_in(library: Library, paths: Iterable[Source], *, allow_private: bool = False) -> Intake:
    """Add the articles of these files, folders and addresses, and of standard input (`-`).

    A bad file, or a bad part of one, does not keep out the others. Addresses are strings, for a
    Path loses one of their slashes. Raises CorpusError where a path does not exist.
    """
    slugs: list[str] = []
    failures: list[str] = []
    for source in find_sources(paths):
        try:
            reading = read_articles(source, allow_private=allow_private)
            for article, original in zip(reading.articles, reading.originals, strict=True):
                slugs.append(library.add(article, original))
            failures.extend(reading.failures)
        except CorpusError as error:
            failures.append(str(error))
    return Intake(tuple(dict.fromkeys(slugs)), tuple(failures))
