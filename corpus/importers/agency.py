"""Agency tags: the paper's name before the first paragraph, as in "(VTC News) - Sáng 26/10"."""

import re
from dataclasses import replace

from corpus.article import BlockKind
from corpus.importers.piece import Draft, Piece

_BRACKETED = re.compile(r"\((?P<name>[A-ZĐ][\w&.]*(?: [\w&.]+){0,3})\)\s*(?P<dash>[-–—:]?)\s*")
# Without brackets only the known ones: "Hà Tĩnh - Khăm Muồn" looks the same.
_BARE = re.compile(
    r"(?P<name>TTO|TPO|PLO|NLĐO|SGGPO|NDO|VHO|HNMO|ĐĐK|TBKTSG|GD&TĐ|ANTD\.VN|ANTĐ|VOV\.VN|VOV|VTV"
    r"|TTXVN|CAND|CAO|BNEWS|QĐND Online|QĐND|KTĐT|ICTnews|Infonet|Dân trí|VTC News|VietNamNet"
    r"|VietnamPlus|Chinhphu\.vn|Baoquocte\.vn)\s+(?P<dash>[-–—])\s*"
)
_LONGEST_LEAD = 600
_OPENING_PIECES = 3


def cut_agency_tag(draft: Draft) -> Draft:
    """Cut the tag off: it names the source, and it sets off the paragraph as the lead."""
    opening = [index for index, piece in enumerate(draft.pieces) if not piece.reason]
    for index in opening[:_OPENING_PIECES]:
        text = draft.pieces[index].text
        tag = _BRACKETED.match(text) or _BARE.match(text)
        if tag and _is_agency(tag, text):
            pieces = (*draft.pieces[:index], *_cut(draft.pieces[index:], tag.end()))
            return replace(draft, source=draft.source or tag["name"], pieces=pieces)
    return draft


def _is_agency(tag: re.Match[str], text: str) -> bool:
    """Say whether the brackets hold an agency: a dash follows, or the name is an acronym."""
    return bool(tag["dash"]) or (tag.end() < len(text) and tag["name"].isupper())


def _cut(pieces: tuple[Piece, ...], end: int) -> tuple[Piece, ...]:
    """Divide the first piece, or leave it out if it is all tag, and mark the lead."""
    first, *rest = pieces
    tag = Piece(first.text[:end].rstrip()).left_out("agency tag")
    if end < len(first.text):
        return tag, _as_lead(replace(first, text=first.text[end:])), *rest
    return tag, *(_as_lead(piece) for piece in rest[:1]), *rest[1:]


def _as_lead(piece: Piece) -> Piece:
    is_lead = piece.is_open and len(piece.text) <= _LONGEST_LEAD
    return piece.kept_as(BlockKind.LEAD) if is_lead else piece
