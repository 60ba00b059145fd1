"""Bitexts: sentences with reference translations, line by line."""

from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CorpusError


@dataclass(frozen=True, slots=True)
class Bitext:
    """Sources and their references, as many of one as of the other."""

    name: str
    sources: tuple[str, ...]
    references: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.sources) != len(self.references):
            raise CorpusError(
                f"{self.name}: {len(self.sources)} sources but {len(self.references)} references; "
                "line n of one must translate line n of the other"
            )
        if not self.sources:
            raise CorpusError(f"{self.name}: no sentences")


def read_bitext(source: Path, reference: Path) -> Bitext:
    """The bitext of two UTF-8 files with a sentence a line; raises CorpusError."""
    return Bitext(f"{source.name}, {reference.name}", read_lines(source), read_lines(reference))


def read_lines(path: Path) -> tuple[str, ...]:
    """The lines of a UTF-8 file; raises CorpusError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: not in UTF-8; convert it first, e.g. with iconv") from error
    return tuple(text.removesuffix("\n").split("\n")) if text else ()
