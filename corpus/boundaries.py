"""Where a mark ends a sentence: tables of rules, each with its reason; the first that applies wins.

`before` is searched in the text up to the mark and its closing quotes or brackets, from the start
of the sentence but at most some forty characters; `after` is matched at what follows the gap.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from corpus.abbreviations import (
    BEFORE_NAME,
    BEFORE_NUMBER,
    ENDINGS,
    FAMILY_NAMES,
    LETTERED,
    MARKED_NAMES,
    NUMBERED,
    OPENERS,
    PERSONS,
    SPEECH_VERBS,
    TITLES,
)

MARKS = ".!?…"

_LATIN = [*range(0x41, 0x250), *range(0x1E00, 0x1F00)]
UPPER = "".join(letter for letter in map(chr, _LATIN) if letter.isupper())
LOWER = "".join(letter for letter in map(chr, _LATIN) if letter.islower())
_VOWELS = "".join(a for a in LOWER if unicodedata.normalize("NFD", a)[0] in "aeiouy")
_CONSONANTS = "".join(sorted(set(LOWER) - set(_VOWELS)))
_OPENING = r"[\"'“‘«‹(\[*_]*"
_DASH = "-–—"
_BULLET = "•·●▪■◦►➢★✔"

LIST_MARKER = re.compile(
    rf"[{_DASH}{_BULLET}+*]\s|(?:\d{{1,2}}|[a-zđ])[.)]\s|(?:Điều|Khoản|Chương|Mục)\s\d+\."
)
LINE_START = re.compile(rf"{_OPENING}[{UPPER}\d]")
# What names the source at the end of a text; it is no sentence of its own.
CREDIT = (
    r"\((?:(?:TTXVN|VNA|Vietnam\+)(?:[/,] ?[^()\n]{1,30})?|Theo [^()\n]{1,40})\)"
    r"(?=[ \t]{0,9}(?:[\r\n]|\Z))"
)


class Rule(NamedTuple):
    """What stands before a mark and after it, whether a sentence ends there, and why."""

    ends: bool
    before: re.Pattern[str]
    after: re.Pattern[str]
    reason: str


def _words(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _rule(ends: bool, before: str, after: str, reason: str) -> Rule:
    return Rule(ends, re.compile(before), re.compile(after), reason)


_WORD = rf"\s(?=[{LOWER}]{{2}})[{_CONSONANTS}]*[{_VOWELS}][{LOWER}]*\.\Z"
_NAME = rf"[\"“]?[{UPPER}]"
_TITLE = rf"(?<![\w/-])(?i:{_words(TITLES)})\.\Z"
_BEFORE_NAME = rf"(?<![\w/-])(?i:{_words(BEFORE_NAME)})\.\Z"
_PLACE = r"(?<![\w/-])(?i:TP|TX|TT)\.\Z"
_LIST_NUMBER = r"\A\W*(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,5}|[a-zđ])\.\Z"
_HIDDEN_NAME = rf"\b(?:{FAMILY_NAMES})(?: [{UPPER}]\w*){{0,3}} [{UPPER}]\.\Z"

# A gap follows the mark.
APART = (
    _rule(True, _WORD, rf"{_OPENING}[{UPPER}]", "a word in full: no abbreviation has a vowel"),
    _rule(True, r"(?<=\s)[ÝÁ]\.\Z", r"", "Italy and Asia are words of one letter"),
    _rule(False, r"", r"\Z", "only invisible characters follow"),
    _rule(False, r"", rf"{_OPENING}[{LOWER}](?![{UPPER}])", "the sentence goes on in lower case"),
    _rule(
        False,
        r"",
        rf"[^\w\s\"'“‘«‹(\[*#@\{_DASH}{_BULLET}\U0001f000-\U0001ffff]",
        "a mark of its own",
    ),
    _rule(False, r"\A\W*\Z", r"", "nothing has been said yet"),
    _rule(False, _LIST_NUMBER, r"", "the number of a list item or a heading"),
    _rule(False, r"[:;]\s(?:\d{1,2}|[a-zđ])\.\Z", r"", "a number in an enumeration"),
    _rule(False, rf"\A\W*(?i:{NUMBERED})\s(?:\d+|[IVXLC]+|\w)\w?\.\Z", r"", "Điều 5."),
    _rule(False, r"(?<!\d)\d{1,2}\.\Z", r"(?:\d{1,2}\.\s?)?\d{4}\b", "a date with spaces"),
    _rule(False, _TITLE, _NAME, "a title before its name"),
    _rule(True, _PLACE, rf"(?:{OPENERS})\b", "the name of the place is left out"),
    _rule(False, _BEFORE_NAME, _NAME, "a short word before its name"),
    _rule(False, rf"(?<![\w/-])(?:{_words(BEFORE_NUMBER)})\.\Z", r"\d", "before its number"),
    _rule(False, rf"\b(?:{_words(MARKED_NAMES)})\Z", r"", "a name with a mark"),
    _rule(False, r"\([!?]+\)\Z", r"", "the writer wonders about a word"),
    _rule(
        False,
        r"[!?…][\"”’»]\Z",
        rf"(?!(?:{OPENERS})\b)(?:[{UPPER}]\w*\s){{1,4}}(?:{SPEECH_VERBS})\b",
        "the speaker follows what he said",
    ),
    _rule(
        False,
        r"[!?…][\"”’»]\Z",
        rf"(?:{PERSONS})\s(?:\w+\s){{0,4}}(?:{SPEECH_VERBS})(?:\s\w+)?\.",
        "a clause that only names the speaker",
    ),
    _rule(False, r"[\"”’»]\Z", rf"[{_DASH}]\s", "the speaker follows a dash"),
    _rule(False, rf"(?<!\w)[{UPPER}]\.\Z", r"\(", "a bracket tells more of the person"),
    _rule(True, rf"\b(?i:{LETTERED}) [{UPPER}]\.\Z", r"", "a letter that tells things apart"),
    _rule(True, _HIDDEN_NAME, r"", "a given name shortened to a letter ends the sentence"),
    _rule(True, rf"(?<!\w)[{UPPER}]\.\Z", rf"(?:{OPENERS})\b", "a word that opens one"),
    _rule(False, rf"(?<!\w)[{UPPER}]\.\Z", rf"[{UPPER}\d]", "initials: A. B. Nguyễn, Q. 1"),
    _rule(True, r"", r"", "otherwise a mark ends the sentence"),
)

# No gap follows the mark: most such marks stand inside numbers, names of sites or short words.
GLUED = (
    _rule(False, r"(?:://|www\.|@)\S*\Z", r"", "inside an address"),
    _rule(False, r"", rf"(?i:{ENDINGS})\b", "the ending of a file or a site"),
    _rule(False, _LIST_NUMBER, r"", "the number of a list item or a heading"),
    _rule(False, _TITLE, r"", "a title before its name"),
    _rule(False, _BEFORE_NAME, r"", "a short word before its name"),
    _rule(
        True,
        rf"(?:[{UPPER}{LOWER}][{LOWER}]|\s[{LOWER}]|\d|%|[{UPPER}]{{3}}|(?<=\S)[\"”’»)\]])"
        rf"[{MARKS}/]+[\"'”’»)\]]*\Z",
        rf"{_OPENING}[{UPPER}]\w",
        "the space after the mark was forgotten",
    ),
    _rule(False, r"", r"", "otherwise the mark is inside a word"),
)
