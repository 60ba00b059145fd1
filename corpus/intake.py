"""Files and folders taken into the library."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CorpusError
from corpus.importers import find_files, read_file
from corpus.library import Library


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of the files: the slugs of their articles, and a line for each that failed."""

    slugs: tuple[str, ...]
    failures: tuple[str, ...]


def take_in(library: Library, paths: Iterable[Path]) -> Intake:
    """Add the articles of these files and folders; a bad file does not keep out the others.

    Raises CorpusError where a path does not exist.
    """
    slugs: list[str] = []
    failures: list[str] = []
    for path in find_files(paths):
        try:
            slugs.append(library.add(read_file(path)))
        except CorpusError as error:
            failures.append(str(error))
    return Intake(tuple(dict.fromkeys(slugs)), tuple(failures))
