"""Sentences longer than the model can read, cut where a reader would breathe."""

import re
from collections.abc import Callable, Sequence

# Best place first: after a semicolon or colon, after a comma, at a space.
_BREAKS = tuple(re.compile(mark) for mark in (r"[;:] ", r", ", r" "))


def pieces(text: str, limit: int, lengths: Callable[[Sequence[str]], list[int]]) -> list[str]:
    """The text in pieces of at most `limit` tokens, itself where it is short enough.

    Joined by a space the pieces are the text again, but where one word fills a piece.
    """
    if len(text) > 8 * limit or lengths([text])[0] > limit:
        cut = _middle(text)
        halves = (text[:cut].strip(), text[cut:].strip())
        return [piece for half in halves if half for piece in pieces(half, limit, lengths)]
    return [text]


def _middle(text: str) -> int:
    """The break nearest to the middle, of the best kind that is in the middle half."""
    quarter, half = len(text) // 4, len(text) // 2
    for mark in _BREAKS:
        ends = [match.end() for match in mark.finditer(text, quarter, len(text) - quarter)]
        if ends:
            return min(ends, key=lambda end: abs(end - half))
    return half
