"""Site furniture: lines of a news page that are not part of its article."""

import re
from typing import NamedTuple

from corpus.importers.piece import Draft, Piece


class Rule(NamedTuple):
    """A line that is furniture if the pattern matches all of it, and why."""

    pattern: re.Pattern[str]
    reason: str


def _rule(pattern: str, reason: str) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), reason)


_COUNT = r"(?:\s*\(?\d*\)?)"
_SITES = r"(?:facebook|zalo|twitter|x|linkedin|pinterest|telegram|messenger|google\snews|youtube)"
_LONGEST = 160

RULES = (
    _rule(r"[\W_]+", "separator"),
    _rule(rf"(?:(?:gửi|xem|viết|tất cả)\s)?(?:bình luận|ý kiến(?:\sbạn đọc)?){_COUNT}", "comments"),
    _rule(r"(?:hãy là người đầu tiên bình luận|bạn cần đăng nhập để bình luận).*", "comments"),
    _rule(r"(?:lên|về) đầu trang|trở lại đầu trang|(?:quay|trở) (?:lại|về)", "page navigation"),
    _rule(r"trang chủ(?:\s*[>/›»|].*)?", "page navigation"),
    _rule(rf"(?:thích|like|share|tweet|chia sẻ|lưu(?: bài)?){_COUNT}", "share buttons"),
    _rule(rf"(?:chia sẻ (?:bài viết|lên|qua|trên).{{0,40}}|{_SITES}|e-?mail)", "share buttons"),
    _rule(r"copy link|sao chép(?: liên kết)?|in (?:bài(?: viết)?|trang)|bản in", "share buttons"),
    _rule(rf"theo dõi .{{1,60}}trên(?:\s{_SITES})?", "share buttons"),
    _rule(r"cỡ chữ.*|[Aa][+-]|(?:nghe|đọc) (?:bài|audio|tin).*|\d{1,2}:\d{2}", "page tools"),
    _rule(r"(?:lượt xem|lượt đọc|views?)\s*:?\s*[\d.,]+|[\d.,]+ (?:lượt xem|views?)", "counter"),
    _rule(r"(?:từ khóa|từ khoá|tags?|chủ đề|thẻ)\s*:.*", "keywords"),
    _rule(r"quảng cáo|advertisement|(?:thông tin )?tài trợ", "advertising"),
    _rule(
        r"(?:>>+|»|xem thêm\s*:|đọc thêm\s*:|mời (?:quý )?(?:độc giả|bạn đọc)).*", "other stories"
    ),
    _rule(r"đăng nhập|đăng ký|đăng xuất|tìm kiếm|menu|hotline\s*:?[\d .]*", "page navigation"),
)


def remove_furniture(draft: Draft) -> Draft:
    """Leave out the lines that the rules know."""
    return draft.with_pieces(map(_checked, draft.pieces))


def is_furniture(text: str) -> bool:
    """Say whether a line is known as furniture."""
    return bool(_reason(text))


def _checked(piece: Piece) -> Piece:
    reason = _reason(piece.text) if piece.is_open else ""
    return piece.left_out(reason) if reason else piece


def _reason(text: str) -> str:
    if len(text) > _LONGEST:
        return ""
    return next((rule.reason for rule in RULES if rule.pattern.fullmatch(text)), "")
