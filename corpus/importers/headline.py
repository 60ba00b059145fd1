"""Headlines: what an article is called, and lines that only repeat it or a later paragraph."""

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace

from corpus.article import BlockKind
from corpus.importers.piece import Draft, Piece

_LONGEST = 200
_CHANNEL = re.compile(r"\s*\[[^\[\]]{1,40}\]\s*(?=\S)")
_NO_HEADLINE_END = tuple(".:;,…")
_CUT = ("...", "…")
_SHORTEST_TEASER = 20
_NEARBY = 6
# A text of many paragraphs that begin alike would take quadratic time.
_MOST_COMPARED = 8


def find_headline(draft: Draft) -> Draft:
    """Take the title off the top, unless the file told it; cut the channel tag off."""
    shown = [index for index, piece in enumerate(draft.pieces) if not piece.reason]
    if draft.title:
        tag = _channel(draft.title)
        return replace(draft, title=draft.title[len(tag) :].strip())
    if len(shown) < 2 or not _is_headline(draft.pieces[shown[0]]):
        return draft
    first, title = shown[0], draft.pieces[shown[0]].text
    tag = _channel(title)
    left_out = (Piece(tag.strip()).left_out("channel tag"),) if tag else ()
    pieces = (*draft.pieces[:first], *left_out, *draft.pieces[first + 1 :])
    return replace(draft, title=title[len(tag) :], pieces=pieces)


def remove_repeats(draft: Draft) -> Draft:
    """Leave out lines that repeat the title, and teasers cut off with an ellipsis."""
    starts = _starts(draft.pieces)
    pieces = list(draft.pieces)
    for index, piece in enumerate(pieces):
        may_repeat = draft.title and (piece.is_open or piece.kind is BlockKind.HEADING)
        if may_repeat and headline_key(piece.text) == headline_key(draft.title):
            pieces[index] = piece.left_out("repeats the headline")
        elif piece.is_open and (later := _repeated(index, pieces, starts)):
            pieces[index] = piece.left_out("teaser cut off")
            _mark_lead(pieces, index, later)
    return draft.with_pieces(pieces)


def _channel(title: str) -> str:
    """Return the tag such as "[Video] " that opens a title, or nothing."""
    tag = _CHANNEL.match(title)
    return tag[0] if tag else ""


def _is_headline(piece: Piece) -> bool:
    if piece.kind is not None:
        return piece.kind is BlockKind.HEADING
    return len(piece.text) <= _LONGEST and not piece.text.endswith(_NO_HEADLINE_END)


def headline_key(text: str) -> str:
    """Return what two spellings of a headline share: no case, no final ellipsis."""
    return " ".join(text.rstrip().removesuffix("...").removesuffix("…").casefold().split())


def _starts(pieces: tuple[Piece, ...]) -> dict[str, list[int]]:
    starts: dict[str, list[int]] = defaultdict(list)
    for index, piece in enumerate(pieces):
        if not piece.reason:
            starts[headline_key(piece.text)[:_SHORTEST_TEASER]].append(index)
    return starts


def _repeated(index: int, pieces: list[Piece], starts: dict[str, list[int]]) -> int:
    """Return the later piece that goes on where this one is cut off, or 0."""
    key = headline_key(pieces[index].text)
    if len(key) < _SHORTEST_TEASER or not pieces[index].text.endswith(_CUT):
        return 0
    same = starts[key[:_SHORTEST_TEASER]]
    place = bisect_right(same, index)
    later = same[place : place + _MOST_COMPARED]
    return next((other for other in later if _goes_on(key, headline_key(pieces[other].text))), 0)


def _goes_on(key: str, other: str) -> bool:
    return other.startswith(key) and len(other) > len(key)


def _mark_lead(pieces: list[Piece], teaser: int, later: int) -> None:
    """Mark a lone paragraph between a teaser and the start of the text as the lead."""
    nearby = range(teaser + 1, min(later, teaser + _NEARBY))
    between = [index for index in nearby if pieces[index].is_open]
    if len(between) == 1 and later < teaser + _NEARBY:
        pieces[between[0]] = pieces[between[0]].kept_as(BlockKind.LEAD)
