"""A glossary: entries that are matched together and have one digest."""

import hashlib
from collections.abc import Iterable
from importlib import resources
from os import PathLike
from typing import Self

from glossary.entry import Entry
from glossary.index import overlay
from glossary.matcher import Match, Matcher
from glossary.tsv import parse_tsv, read_tsv

_BUILTIN = "terms.tsv"


class Glossary:
    """Terms with their pinned translations.

    `entries` are those in force; `digest` is eight hex digits over them, whatever their order.
    """

    def __init__(self, *layers: Iterable[Entry]) -> None:
        """Join the entries of `layers`; where two have the same source the later layer's counts."""
        index = overlay(layers)
        self.entries = tuple(entry for slots in index.values() for entry in slots.values())
        self.digest = _digest(self.entries)
        self._matcher = Matcher(index)

    @classmethod
    def load(cls, *paths: str | PathLike[str]) -> Self:
        """Read TSV files; later files win over earlier ones. Raises GlossaryError."""
        return cls(*map(read_tsv, paths))

    @classmethod
    def builtin(cls) -> Self:
        """The glossary that ships with Song Ngữ."""
        return cls(parse_tsv((resources.files("glossary") / _BUILTIN).read_bytes(), _BUILTIN))

    def find(self, text: str) -> tuple[Match, ...]:
        """The terms in `text`: longest first, none overlapping another, in reading order."""
        return self._matcher.find(text)


def _digest(entries: Iterable[Entry]) -> str:
    digests = sorted(entry.digest for entry in entries)
    return hashlib.sha256("".join(digests).encode()).hexdigest()[:8]
