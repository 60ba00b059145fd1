"""Text cut into parts, so that pinned terms can be marked in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.translation import TermUse


@dataclass(frozen=True, slots=True)
class Part:
    """A run of text; `term` is the pinned term it is, `number` the term's in its sentence."""

    text: str
    term: TermUse | None = None
    number: int = 0


def source_parts(text: str, terms: Iterable[TermUse]) -> tuple[Part, ...]:
    """The source sentence with its terms apart."""
    spans = [(term.start, term.end, number) for number, term in enumerate(terms)]
    return tuple(_parts(text, spans, tuple(terms)))


def target_parts(text: str, terms: Iterable[TermUse]) -> tuple[Part, ...]:
    """The translation with the terms that came into it apart."""
    spans = [(term.target_start, term.target_end, number) for number, term in enumerate(terms)]
    return tuple(_parts(text, spans, tuple(terms)))


def _parts(
    text: str, spans: Iterable[tuple[int, int, int]], terms: tuple[TermUse, ...]
) -> Iterator[Part]:
    """The parts in order; joined they are the text. A span that is not in the text is left out."""
    done = 0
    for start, end, number in sorted(spans):
        if done <= start < end <= len(text):
            if done < start:
                yield Part(text[done:start])
            yield Part(text[start:end], terms[number], number)
            done = end
    if done < len(text):
        yield Part(text[done:])
