"""Vietnamese text into sentences, without losing a character.

A mark (".", "!", "?", "…") or a line break may end a sentence; the rules in `corpus.boundaries`
decide. Brackets and short quotations inside a sentence are stepped over. Every look around a mark
is bounded, so the time is linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from corpus.article import Sentence
from corpus.boundaries import APART, CREDIT, GLUED, LINE_START, LIST_MARKER, MARKS, Rule

VERSION = 2

_WINDOW = 40
_LINE = 200
_STOP = re.compile(rf"[(\"“«‘{MARKS}\n\r\v\f\x85\u2028\u2029]")
# A bracket, or a quotation too short to be speech of several sentences: a title, a slogan.
_ENCLOSED = re.compile(
    r"\([^()\n]{0,300}\)|\"[^\"\n]{1,60}\"|“[^“”\n]{1,60}”|«[^«»\n]{1,60}»|‘[^‘’\n]{1,60}’"
)
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
# After the mark: more marks, "./.", closing quotes and brackets, footnote numbers, zero-width
# characters and emoji; a closing quote or an emoji may stand off by one space. A straight quote
# between two spaces closes, since an opening one would touch its word.
_TAIL = re.compile(
    rf"(?:[{MARKS}\"'’*_\u200b-\u200d\u2060\ufeff]|/\.|[ \xa0]?[”»›)\]}}]|\[\d{{1,3}}\]"
    r"|[ \xa0][\"']{1,3}(?=\s|\Z)"
    r"|[ \xa0]?[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\ufe0f])*"
    rf"(?:(?<!/\.)[ \xa0]{CREDIT})?"
)
_GAP = re.compile(r"\s*")
_MARKED = re.compile(rf"[{MARKS}](?:\W|\[\d{{1,3}}\])*(?:{CREDIT})?\Z")


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
        position = stop.end()
        end = _end(text, start, stop.start())
        if end is None:
            continue
        position = max(position, _match_end(_GAP, text, end))
        if position < len(text) and _is_boundary(text, start, end, position):
            yield position
            start = position


def _end(text: str, start: int, stop: int) -> int | None:
    """Return where a sentence that ends at the stop would end, without its gap.

    What is enclosed inside a sentence is part of the stop; None where the stop only opens.
    """
    if text[stop] not in '("“«‘':
        return _match_end(_TAIL, text, stop)
    enclosed = _ENCLOSED.match(text, stop)
    if enclosed is None or not _is_inside(text, start, stop):
        return None
    return _match_end(_TAIL, text, enclosed.end())


def _is_inside(text: str, start: int, stop: int) -> bool:
    """Return whether a word of the sentence comes before the bracket or the quotation."""
    before = unicodedata.normalize("NFC", text[max(start, stop - 8) : stop])
    if text[stop] == "(":
        return any(letter.isalnum() for letter in before)
    # After a colon or a comma it is speech, which may hold sentences of its own.
    return before[-1:].isspace() and before[-2:-1].isalnum()


def _match_end(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start


def _is_boundary(text: str, start: int, end: int, following: int) -> bool:
    gap = text[end:following]
    breaks = _line_breaks(gap)
    after = unicodedata.normalize("NFC", text[following : following + _WINDOW])
    after = after.lstrip(_INVISIBLE)
    if breaks > 1 or (breaks and LIST_MARKER.match(after)):
        return True
    before = unicodedata.normalize("NFC", text[max(start, end - _WINDOW) : end])
    if _MARKED.search(before):
        return _decide(APART if gap else GLUED, before, after)
    return breaks == 1 and bool(LINE_START.match(after)) and _breaks_early(text, end, following)


def _line_breaks(gap: str) -> int:
    return len((gap + ".").splitlines()) - 1


def _breaks_early(text: str, end: int, following: int) -> bool:
    """Return whether the next word would have fitted into the line, going by the next line."""
    line = text[max(0, end - _LINE) : end].splitlines()[-1]
    following_line = text[following : following + _LINE].splitlines()[0]
    if line.endswith((",", ";")):
        return False
    return len(line) + 1 + len(following_line.partition(" ")[0]) <= len(following_line)


def _decide(rules: tuple[Rule, ...], before: str, after: str) -> bool:
    """Return the verdict of the first rule that applies; the last rule of a table always does."""
    return next(
        rule.ends for rule in rules if rule.after.match(after) and rule.before.search(before)
    )
