"""Honest alarms on single sentences: what a translation most often gets wrong, seen offline."""

import re
import unicodedata
from collections import Counter

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Numbers that English writes as words, by what they stand for.
_SPELLED = {
    1: ("one", "first", "January"),
    2: ("two", "second", "both", "February"),
    3: ("three", "third", "March"),
    4: ("four", "fourth", "April"),
    5: ("five", "fifth", "May"),
    6: ("six", "sixth", "June"),
    7: ("seven", "seventh", "July"),
    8: ("eight", "eighth", "August"),
    9: ("nine", "ninth", "September"),
    10: ("ten", "tenth", "October"),
    11: ("eleven", "eleventh", "November"),
    12: ("twelve", "twelfth", "December"),
}
_WORD = re.compile(r"\w+")
_VIETNAMESE_MARKS = {
    "\N{COMBINING HORN}",
    "\N{COMBINING HOOK ABOVE}",
    "\N{COMBINING DOT BELOW}",
    "\N{COMBINING BREVE}",
}

# English has about 0.7 words for a Vietnamese syllable, hardly ever under 0.35 or over 1.5.
_SHORT, _LONG, _FEW_SYLLABLES = 0.35, 1.5, 8
_REPEATED_WORDS, _REPEATED_TIMES = 3, 3


def failed_checks(source: str, target: str) -> tuple[str, ...]:
    """The names of the checks that fire on this pair, in a fixed order."""
    fired = {
        "empty": not target.strip(),
        "numbers": bool(missing_numbers(source, target)),
        "too short": _ratio(source, target) < _SHORT,
        "too long": _ratio(source, target) > _LONG,
        "repetition": _repeats(target) and not _repeats(source),
        "untranslated": bool(untranslated(target)),
    }
    return tuple(name for name, fires in fired.items() if fires)


def missing_numbers(source: str, target: str) -> tuple[str, ...]:
    """The numbers of the source, as written there, that the target does not have."""
    there = _numbers_in_english(target)
    return tuple(number for number in _NUMBER.findall(source) if not _is_there(number, there))


def untranslated(target: str) -> tuple[str, ...]:
    """The words of the target that still have letters of Vietnamese only."""
    return tuple(word for word in _WORD.findall(target) if _is_vietnamese(word))


def _is_vietnamese(word: str) -> bool:
    return "đ" in word.lower() or bool(
        _VIETNAMESE_MARKS.intersection(unicodedata.normalize("NFD", word))
    )


def _is_there(number: str, there: set[str]) -> bool:
    """Whether the number is there, or, for a date such as "3.8", each of its parts."""
    if _value(number) in there:
        return True
    parts = number.split(".")
    return len(parts) > 1 and all(_plain(part) in there for part in parts)


def _value(number: str) -> str:
    """The value of a number as Vietnamese writes it: "5.338" is 5338 and "2,7" is 2.7."""
    if _THOUSANDS.fullmatch(number):
        number = number.replace(".", "")
    return _plain(number.replace(",", "."))


def _plain(number: str) -> str:
    whole, point, fraction = number.partition(".")
    return (whole.lstrip("0") or "0") + point + fraction


def _numbers_in_english(text: str) -> set[str]:
    found = {_plain(number.replace(",", "")) for number in _NUMBER.findall(text)}
    words = {word.lower() for word in _WORD.findall(text)}
    for value, names in _SPELLED.items():
        if words.intersection(name.lower() for name in names):
            found.add(str(value))
    return found


def _ratio(source: str, target: str) -> float:
    """Words of the target for each syllable of the source; short sentences count as 1."""
    syllables = len(source.split())
    return len(target.split()) / syllables if syllables >= _FEW_SYLLABLES else 1.0


def _repeats(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    grams = Counter(zip(*(words[shift:] for shift in range(_REPEATED_WORDS)), strict=False))
    return any(count >= _REPEATED_TIMES for count in grams.values())
