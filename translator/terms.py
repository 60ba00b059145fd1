"""Pinned terms: found in the translation, or carried into it through the source."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.translation import TermStatus, TermUse
from glossary.forms import locate
from glossary.matcher import Match


def uses(matches: Iterable[Match], english: str) -> tuple[TermUse, ...]:
    """What became of each matched term in the translation, in source order.

    Long targets are looked for first, so that "Lao" is not found inside "Lao PDR"; each place
    in the translation serves one term.
    """
    taken: list[tuple[int, int]] = []
    found: list[TermUse] = []
    for match in sorted(matches, key=lambda match: (-len(match.entry.target), match.start)):
        span = locate(match.entry, english, taken)
        if span:
            taken.append(span)
        found.append(_use(match, span))
    return tuple(sorted(found, key=lambda use: use.start))


def missing(terms: Iterable[TermUse]) -> int:
    """How many of the terms are not in the translation."""
    return sum(term.status is TermStatus.MISSING for term in terms)


def inline(sentence: str, terms: Sequence[TermUse]) -> str:
    """The sentence with the target text in the place of each missing source term."""
    for term in reversed(terms):
        if term.status is TermStatus.MISSING:
            sentence = sentence[: term.start] + term.target + sentence[term.end :]
    return sentence


def mark_inline(after: Sequence[TermUse], before: Sequence[TermUse]) -> tuple[TermUse, ...]:
    """The terms with status inline where they were missing before and are found now."""
    return tuple(
        replace(new, status=TermStatus.INLINE)
        if old.status is TermStatus.MISSING and new.status is TermStatus.NATIVE
        else new
        for new, old in zip(after, before, strict=True)
    )


def same_entries(terms: Sequence[TermUse], matches: Sequence[Match]) -> bool:
    """Whether the glossary pins in this sentence just what it pinned when it was translated."""
    pinned = [(term.start, term.end, term.entry) for term in terms]
    return pinned == [(match.start, match.end, match.entry.digest) for match in matches]


def _use(match: Match, span: tuple[int, int] | None) -> TermUse:
    start, end = span or (-1, -1)
    return TermUse(
        source=match.entry.source,
        target=match.entry.target,
        kind=match.entry.kind,
        start=match.start,
        end=match.end,
        entry=match.entry.digest,
        status=TermStatus.NATIVE if span else TermStatus.MISSING,
        target_start=start,
        target_end=end,
    )
