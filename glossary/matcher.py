"""Finding the terms of a glossary in a text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary.entry import Entry
from glossary.index import ANY_CASE, Index
from glossary.key import fold_case, keyed


@dataclass(frozen=True, slots=True)
class Match:
    """An entry and the span of the text at which its source stands."""

    entry: Entry
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An entry over the tokens from `first` up to `last`; `size` is its length in the key."""

    entry: Entry
    first: int
    last: int
    size: int


class Matcher:
    """Finds entries by whole words, in a time that does not depend on how many there are."""

    def __init__(self, index: Index) -> None:
        """Take `index` as it is and note which lengths, in tokens, start with which token."""
        self._index = index
        lengths: dict[str, set[int]] = {}
        for key in index:
            tokens = key.split(" ")
            lengths.setdefault(tokens[0], set()).add(len(tokens))
        self._lengths = lengths

    def find(self, text: str) -> tuple[Match, ...]:
        """The matches in `text`: longest first, none overlapping another, in reading order."""
        text_key = keyed(text)
        tokens = list(text_key.tokens())
        candidates = self._candidates([token for token, _, _ in tokens])
        return tuple(
            Match(
                found.entry, *text_key.original(tokens[found.first][1], tokens[found.last - 1][2])
            )
            for found in _longest_first(candidates)
        )

    def _candidates(self, exact: list[str]) -> Iterator[_Candidate]:
        folded = [fold_case(token) for token in exact]
        for first, token in enumerate(folded):
            for length in self._lengths.get(token, ()):
                last = first + length
                key = " ".join(folded[first:last])
                slots = self._index.get(key, {}) if last <= len(folded) else {}
                entry = slots.get(" ".join(exact[first:last])) or slots.get(ANY_CASE)
                if entry:
                    yield _Candidate(entry, first, last, len(key))


def _longest_first(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    used: set[int] = set()
    chosen = []
    for candidate in sorted(candidates, key=lambda found: (-found.size, found.first)):
        tokens = range(candidate.first, candidate.last)
        if used.isdisjoint(tokens):
            used.update(tokens)
            chosen.append(candidate)
    return sorted(chosen, key=lambda found: found.first)
