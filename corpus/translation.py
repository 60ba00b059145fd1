"""The English of a sentence, as the library keeps it."""

from dataclasses import dataclass
from enum import StrEnum


class TermStatus(StrEnum):
    """How a pinned term came into the translation."""

    NATIVE = "native"
    INLINE = "inline"
    FORCED = "forced"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class TermUse:
    """A pinned term in one sentence: where it stands in the source and in the target.

    `start` and `end` are offsets into the source sentence, `target_start` and `target_end` into
    the translation (-1 where the term is missing there); `entry` is the digest of the glossary
    entry, so that a changed entry is noticed.
    """

    source: str
    target: str
    kind: str
    start: int
    end: int
    entry: str
    status: TermStatus = TermStatus.MISSING
    target_start: int = -1
    target_end: int = -1


@dataclass(frozen=True, slots=True)
class Translation:
    """The translation of one sentence and what made it.

    `score` is the model's mean log-probability a token (0 is certainty); `checks` are the names
    of the sentence checks that fired.
    """

    text: str
    score: float
    recipe: str
    terms: tuple[TermUse, ...] = ()
    checks: tuple[str, ...] = ()
