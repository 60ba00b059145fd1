"""Kinds: which paragraph is a caption, a heading, a list item or a byline."""

import re
from typing import NamedTuple

from corpus.article import BlockKind
from corpus.boundaries import UPPER
from corpus.importers.piece import Draft
from corpus.segmenter import split

_PERSON = (
    r"(?:(?:Nguyên|Phó) )?(?:(?:Phó )?Tổng Bí thư|(?:Phó )?Chủ tịch|(?:Phó )?Thủ tướng|Bộ trưởng"
    r"|Thứ trưởng|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)|(?:Tổng )?Giám đốc|Bí thư|Tư lệnh"
    r"|Chính ủy|Cục trưởng|Vụ trưởng|Đại sứ|(?:Các )?[Đđ]ồng chí|Đoàn(?: đại biểu| công tác)"
    rf"|(?:Các )?[Đđ]ại biểu|(?:Các )?[Ll]ãnh đạo|(?:Ông|Bà)(?= [{UPPER}]))"
)
# Verbs that report: a line with one of them tells something and shows nothing.
_REPORT = (
    r"\b(?:cho biết|cho rằng|nói|đánh giá|khẳng định|nhấn mạnh|đề nghị|yêu cầu|bày tỏ|thông báo"
    r"|tuyên bố|kêu gọi|cam kết|cảnh báo|thừa nhận|sẽ|đã)\b"
)
_CREDIT = r"(?:Ảnh|Nguồn ảnh|Ảnh minh họa|Ảnh minh hoạ|Photo|Đồ họa|Đồ hoạ|Video|Clip)\s?[:-]\s?"
_NAME = rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{0,4}}"
_NAMES = rf"{_NAME}(?:(?: ?[-–,/&] ?| và ){_NAME}){{0,3}}"


class Rule(NamedTuple):
    """A pattern found in a paragraph of at most so many characters tells its kind, and why."""

    longest: int
    pattern: re.Pattern[str]
    reason: str


def _rule(longest: int, pattern: str, reason: str) -> Rule:
    return Rule(longest, re.compile(pattern), reason)


CAPTIONS = (
    _rule(400, rf"(?:\A|[\s(]){_CREDIT}[^.:;]{{1,60}}\)?\.?\Z", "ends with a credit"),
    _rule(60, r"\A\(?(?:Ảnh|Hình) minh (?:họa|hoạ)\b", "an illustration"),
    _rule(120, r"\A(?:Toàn cảnh|Quang cảnh|Một góc|Hình ảnh|Khung cảnh) ", "a scene"),
    _rule(250, r"\((?:bên |thứ \w+ )?(?:trái|phải|giữa|từ trái)\b", "who stands where"),
    _rule(250, r"(?:từ trái (?:sang|qua)|hàng (?:đầu|trước|sau),)", "who stands where"),
    _rule(160, r"\bchụp ảnh (?:lưu niệm|chung|kỷ niệm)\b", "posing for the picture"),
    _rule(110, rf"\A(?!.*{_REPORT})(?!.*[\d,;:]){_PERSON}\b", "persons in the picture"),
)
BYLINES = (
    _rule(80, r"\A\(?(?:Nguồn(?: tin)?|Tác giả|Bài(?: và ảnh)?|Theo) ?:\s?.+\Z", "label"),
    _rule(60, r"\A\(?Theo [^.]+\Z", "agency"),
    _rule(60, rf"\A{_NAMES}\Z", "names and nothing else"),
    _rule(30, r"\A(?:Nhóm )?(?:PV|P\.V|BBT|BTV)\b[^.]*\Z", "reporter"),
)
_LONGEST_NAMES = 60
_BYLINE_PLACE = 2
_LONGEST_HEADING = 120
_LIST_ITEM = re.compile(r"[•▪●■◦➢+*–-]\s+\S")
_SOURCE = re.compile(r"\(?(?:Nguồn(?: tin)?|Theo)\s?:?\s(?P<name>[^():]{2,60}?)\)?\.?")


def assign_kinds(draft: Draft) -> Draft:
    """Give every open piece its kind."""
    pieces = list(draft.pieces)
    shown = [index for index, piece in enumerate(pieces) if not piece.reason]
    for place, index in enumerate(shown):
        if pieces[index].is_open:
            left = len(shown) - place
            neighbours = [pieces[other].text for other in shown[max(0, place - 1) : place + 2]]
            kind = _kind(pieces[index].text, neighbours, place, left)
            pieces[index] = pieces[index].kept_as(kind)
    return draft.with_pieces(pieces)


def _kind(text: str, neighbours: list[str], place: int, left: int) -> BlockKind:
    if place and left <= _BYLINE_PLACE and _applies(BYLINES, text):
        return BlockKind.BYLINE
    if place and _applies(CAPTIONS, text) and len(split(text)) <= 2:
        return BlockKind.CAPTION
    if sum(bool(_LIST_ITEM.match(line)) for line in neighbours) > 1 and _LIST_ITEM.match(text):
        return BlockKind.LIST_ITEM
    is_heading = left > 1 and len(text) <= _LONGEST_HEADING and text[-1].isalnum()
    return BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH


def _applies(rules: tuple[Rule, ...], text: str) -> bool:
    return any(len(text) <= rule.longest and rule.pattern.search(text) for rule in rules)


def is_names(text: str) -> bool:
    """Say whether a text is the names of one to four persons and nothing else."""
    return len(text) <= _LONGEST_NAMES and bool(re.fullmatch(_NAMES, text))


def named_source(text: str) -> str:
    """Return the paper that a byline such as "Nguồn: Báo Biên phòng" names, or nothing."""
    found = _SOURCE.fullmatch(text)
    return found["name"] if found else ""
