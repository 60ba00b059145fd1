"""Trails: the headlines of other stories under an article."""

import re

from corpus.importers.dateline import is_dateline
from corpus.importers.piece import Draft

_REASON = "trail of other headlines"
_FEWEST_PAIRS = 2
_LONGEST = 300
_OPENING = re.compile(
    r"(?:các )?(?:tin|bài|bài viết|tin bài)(?: (?:tức|viết))? "
    r"(?:liên quan|khác|mới(?: nhất)?|cùng (?:chuyên mục|chủ đề|loại)|đọc nhiều|nổi bật)"
    r"|(?:xem|đọc) (?:thêm|nhiều|tiếp)|cùng chuyên mục|có thể bạn quan tâm|đừng bỏ lỡ|tin mới",
    re.IGNORECASE,
)


def remove_trail(draft: Draft) -> Draft:
    """Leave out what follows a heading such as "Tin liên quan", and dated headlines at the end."""
    texts = [piece.text if piece.is_open else None for piece in draft.pieces]
    start = min(_announced(texts), _dated(texts))
    return draft.with_pieces(
        piece.left_out(_REASON) if position >= start and piece.is_open else piece
        for position, piece in enumerate(draft.pieces)
    )


def _announced(texts: list[str | None]) -> int:
    """Return where a heading announces other stories, if nothing but headlines follows."""
    start = len(texts)
    for position in reversed(range(1, len(texts))):
        text = texts[position]
        if text is None:
            continue
        if _OPENING.fullmatch(text.rstrip(" :")):
            start = position
        elif text.endswith((".", "”", '"')) and not text.endswith("..."):
            break
    return start


def _dated(texts: list[str | None]) -> int:
    """Return where pairs of a headline and its date begin that reach to the end."""
    shown = [position for position, text in enumerate(texts) if text is not None]
    lines = [texts[position] or "" for position in shown]
    first = len(lines)
    while first >= 2 and is_dateline(lines[first - 1]) and _is_headline(lines[first - 2]):
        first -= 2
    pairs = (len(lines) - first) // 2
    return shown[first] if pairs >= _FEWEST_PAIRS else len(texts)


def _is_headline(text: str) -> bool:
    return len(text) <= _LONGEST and not is_dateline(text)
