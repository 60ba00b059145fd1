"""Vietnamese text into sentences, without losing a character.

A mark (".", "!", "?", "…") or a line break may end a sentence; the rules in `corpus.boundaries`
decide. Every look around a mark is bounded, so the time is linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from corpus.article import Sentence
from corpus.boundaries import APART, GLUED, LIST_MARKER, MARKS, Rule

VERSION = 1

_WINDOW = 40
_BRACKET_LIMIT = 300
_STOP = re.compile(rf"[({MARKS}\n\r\v\f\x85\u2028\u2029]")
_BRACKETED = re.compile(rf"\([^()\n]{{0,{_BRACKET_LIMIT}}}\)")
# After the mark: more marks, "./.", closing quotes and brackets, footnote numbers, zero-width
# characters and emoji; a closing quote or an emoji may stand off by one space.
_TAIL = re.compile(
    rf"(?:[{MARKS}\"'’*_\u200b-\u200d\u2060\ufeff]|/\.|[ \xa0]?[”»›)\]}}]|\[\d{{1,3}}\]"
    r"|[ \xa0]?[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\ufe0f])*"
)
_GAP = re.compile(r"\s*")
_MARKED = re.compile(rf"[{MARKS}](?:\W|\[\d{{1,3}}\])*\Z")


def split(text: str) -> tuple[Sentence, ...]:
    """Split a text into its sentences.

    `"".join(s.text + s.gap for s in split(text)) == text` for every text. White space before the
    first sentence belongs to that sentence.
    """
    if not text:
        return ()
    starts = (0, *_starts(text), len(text))
    return tuple(_sentence(text[start:end]) for start, end in pairwise(starts))


def _sentence(chunk: str) -> Sentence:
    text = chunk.rstrip() or chunk
    return Sentence(text, chunk[len(text) :])


def _starts(text: str) -> Iterator[int]:
    """Yield where each sentence after the first begins."""
    start = position = _match_end(_GAP, text, 0)
    while stop := _STOP.search(text, position):
        end = _end(text, start, stop.start())
        position = _match_end(_GAP, text, end)
        if position < len(text) and _is_boundary(text, start, end, position):
            yield position
            start = position
        position = max(position, stop.end())


def _end(text: str, start: int, stop: int) -> int:
    """Return where a sentence that ends at the stop would end, without its gap."""
    if text[stop] != "(":
        return _match_end(_TAIL, text, stop)
    bracketed = _BRACKETED.match(text, stop)
    if bracketed is None or not _has_word(text[max(start, stop - 8) : stop]):
        return stop + 1
    return _match_end(_TAIL, text, bracketed.end())


def _match_end(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start


def _has_word(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _is_boundary(text: str, start: int, end: int, following: int) -> bool:
    gap = text[end:following]
    breaks = _line_breaks(gap)
    after = unicodedata.normalize("NFC", text[following : following + _WINDOW])
    if breaks > 1 or (breaks and LIST_MARKER.match(after)):
        return True
    before = unicodedata.normalize("NFC", text[max(start, end - _WINDOW) : end])
    return bool(_MARKED.search(before)) and _decide(APART if gap else GLUED, before, after)


def _line_breaks(gap: str) -> int:
    return len((gap + ".").splitlines()) - 1


def _decide(rules: tuple[Rule, ...], before: str, after: str) -> bool:
    """Return the verdict of the first rule that applies; the last rule of a table always does."""
    return next(
        rule.ends for rule in rules if rule.after.match(after) and rule.before.search(before)
    )
