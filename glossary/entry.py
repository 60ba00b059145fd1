"""Glossary entries: a source term and the translation it is pinned to."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a term names."""

    TITLE = "title"
    RANK = "rank"
    ORGANIZATION = "organization"
    PLACE = "place"
    PERSON = "person"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Entry:
    """A Vietnamese term with its pinned English translation.

    `target` is written as it stands in the middle of a sentence; `accepted` are other English
    forms that also count as right; a `case_sensitive` source matches only as it is written.
    """

    source: str
    target: str
    kind: Kind = Kind.TERM
    accepted: tuple[str, ...] = ()
    case_sensitive: bool = False
    note: str = ""

    @property
    def digest(self) -> str:
        """Eight hex digits over all that can change a translation: not the kind, not the note."""
        parts = (self.source, self.target, str(self.case_sensitive), *self.accepted)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]
