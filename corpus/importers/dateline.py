"""Datelines: when an article was published."""

import re
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import PurePath

from corpus.importers.piece import Draft

_DATE = r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"
_TIME = r"(?:\d{1,2}(?::|h|g|\sgiờ\s)\d{0,2}(?::\d{2})?(?:\s?[AaPp][Mm])?)"
_LABEL = r"(?:Cập nhật|Đăng lúc|Đăng ngày|Ngày đăng|Xuất bản|Ngày cập nhật|Thời gian)\s?:?"
_WEEKDAY = r"(?:Thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|Chủ\snhật|CN)"
_SEPARATORS = re.compile(r"[\s,|()•]+(?:[–-]\s+)?")
_LINE = re.compile(
    rf"(?:{_LABEL} ?)?(?:{_TIME} )?(?:{_WEEKDAY} )?(?:ngày )?{_DATE}(?: {_TIME})?(?: GMT ?\+ ?\d)?",
    re.IGNORECASE,
)
_LONGEST_LINE = 80
_IN_NAME = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_IN_TEXT = re.compile(rf"(?<![\d/]){_DATE}(?![\d/])")
_DAY_IN_TEXT = re.compile(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm)\s(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?"
    r"(?![\d/])",
    re.IGNORECASE,
)
_OPENING_PARAGRAPHS = 2


def is_dateline(text: str) -> bool:
    """Say whether a line is a date with nothing but its weekday and time."""
    return _line_date(text) is not None


def parse_date(text: str) -> date | None:
    """Return the first full date in a text, as 2024-08-21 or 21/8/2024."""
    return _date(_IN_NAME.search(text)) or _date(_IN_TEXT.search(text))


def parse_any_date(text: str) -> date | None:
    """Return the date of a feed, mail or book: as mails write it, else as `parse_date` reads it."""
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, OverflowError):
        return parse_date(text)


def read_dateline(draft: Draft) -> Draft:
    """Leave the datelines out; the first, else the file's name or the text, tells the date."""
    dates = [_line_date(piece.text) if piece.is_open else None for piece in draft.pieces]
    pieces = (
        piece if found is None else piece.left_out("dateline")
        for piece, found in zip(draft.pieces, dates, strict=True)
    )
    published = next(filter(None, dates), None) or draft.published
    draft = replace(draft, published=published).with_pieces(pieces)
    return replace(draft, published=published or _in_name(draft.name) or _in_text(draft))


def _line_date(text: str) -> date | None:
    if len(text) > _LONGEST_LINE:
        return None
    return _date(_LINE.fullmatch(_SEPARATORS.sub(" ", text).strip()))


def _in_name(name: str) -> date | None:
    return _date(_IN_NAME.search(PurePath(name).name))


def _in_text(draft: Draft) -> date | None:
    """Return the day that the opening names; its year may be that of another date in the text."""
    texts = [piece.text for piece in draft.pieces if piece.is_open]
    day = _DAY_IN_TEXT.search("\n".join(texts[:_OPENING_PARAGRAPHS]))
    if day is None or day["year"]:
        return _date(day)
    # News tells of today and of the past: the latest year is the nearest guess.
    years = [int(full["year"]) for text in texts for full in _IN_TEXT.finditer(text)]
    return _date(day, max(years)) if years else None


def _date(found: re.Match[str] | None, year: int | None = None) -> date | None:
    if found is None:
        return None
    try:
        return date(year or int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
